import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { copyIn } from "#app/i18n/i18n.server.ts";
import { CopyProvider } from "#app/i18n/translate.tsx";
import { reportCompletion } from "#app/programs/completion.ts";
import { CompletionTable } from "#app/programs/completion-table.tsx";

const now = new Date("2026-11-20T03:30:00Z");

it("leads from a program of too many villages for one table to those of each district", () => {
  const place = { districtCode: "32.14.01", district: "Jatiluhur", regencyCode: "32.14", regency: "Purwakarta", target: 30, lastActivityAt: null };
  const counts = { registered: 9, started: 0, finished: 0, certified: 0 };
  const tableOf = (villages: number) => {
    const report = reportCompletion(Array.from({ length: villages }, (_none, index) => ({ villageCode: `32.14.01.${2001 + index}`, village: `Desa ${index}`, ...place, ...counts })), now);
    return renderToStaticMarkup(<CopyProvider value={copyIn("id")}><CompletionTable programId="p" report={report} groups={report.groups} /></CopyProvider>);
  };
  expect(tableOf(501)).toContain('href="/program/p/wilayah/32.14.01"');
  expect(tableOf(501)).not.toContain("Desa 7");
  expect(tableOf(500)).toContain("Desa 7");
});
