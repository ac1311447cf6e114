import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { copyIn } from "#app/i18n/i18n.server.ts";
import { CopyProvider } from "#app/i18n/translate.tsx";
import type { Selection } from "#app/programs/completion.ts";
import { CompletionTable } from "#app/programs/completion-table.tsx";
import { WaitingVillages } from "#app/programs/waiting-villages.tsx";
import { completionOf } from "./completion-of.ts";

const now = new Date("2026-11-20T03:30:00Z");

it("leads from a program of too many villages for one table to those of each district", () => {
  const place = { districtCode: "32.14.01", district: "Jatiluhur", regencyCode: "32.14", regency: "Purwakarta", target: 30, lastActivityAt: null };
  const shown = (villages: number, registered: number, selection: Selection) => {
    const counts = { registered, started: 0, finished: 0, certified: 0 };
    const report = completionOf(Array.from({ length: villages }, (_none, index) => ({ villageCode: `32.14.01.${2001 + index}`, village: `Desa ${index}`, ...place, ...counts })), now, selection);
    const Part = selection === "belum" ? WaitingVillages : CompletionTable;
    return renderToStaticMarkup(<CopyProvider value={copyIn("id")}><Part programId="p" report={report} /></CopyProvider>);
  };
  for (const [registered, selection] of [[9, "mulai"], [9, "semua"], [0, "belum"]] as const) {
    expect(shown(501, registered, selection)).toContain('href="/program/p/wilayah/32.14.01"');
    expect(shown(501, registered, selection)).not.toContain("Desa 7");
    expect(shown(500, registered, selection)).toContain("Desa 7");
  }
});
