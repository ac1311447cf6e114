import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { copyIn } from "#app/i18n/i18n.server.ts";
import { CopyProvider } from "#app/i18n/translate.tsx";
import { ImportLists, ImportTotals } from "#app/programs/plan/import-preview.tsx";
import { planTargets } from "#app/programs/plan/plan-targets.ts";
import type { TargetLine } from "#app/programs/plan/target-list.ts";

const row = (line: number, part: Partial<TargetLine>): TargetLine => ({ line, code: "32.05.01.2001", village: "", district: "", learners: "", wave: "", startsOn: "", endsOn: "", ...part });

function shown(...lines: TargetLine[]): string {
  const preview = planTargets(lines, { regionCode: "32.05", villages: new Map([["32.05.01.2001", { name: "Satu", isRetired: false }]]), successors: new Map(), named: [], targets: new Map(), waves: new Map() });
  const html = renderToStaticMarkup(
    <CopyProvider value={copyIn("id")}>
      <ImportTotals preview={preview} unreadColumns={[]} />
      <ImportLists preview={preview} regionName="Garut" />
    </CopyProvider>,
  );
  return html.replaceAll(/<a [^>]*href="([^"]+)"[^>]*>/g, " [$1] ").replaceAll(/<[^>]+>/g, " ").replaceAll(/\s+/g, " ");
}

describe("the preview of a target list", () => {
  it("says what a refused row has in its cells, so that it is found in the list", () => {
    expect(shown(row(2, { learners: "20" }), row(3, { learners: "25", wave: "2" }))).toContain("Desa ini juga ada di baris 2. Sisakan satu baris saja. Di daftar tertulis: target “25”, gelombang “2”.");
    expect(shown(row(2, { learners: "dua puluh" }))).toContain("Target harus angka, 0 sampai 100.000. Di daftar tertulis: target “dua puluh”.");
    expect(shown(row(2, { code: "32.05.01.2999", learners: "20" }))).not.toContain("Di daftar tertulis");
  });

  it("leads to the refused rows, where there are any", () => {
    expect(shown(row(2, { learners: "" }))).toContain("[#ditolak] Lihat baris yang ditolak");
    expect(shown(row(2, { learners: "20" }))).not.toContain("#ditolak");
  });
});
