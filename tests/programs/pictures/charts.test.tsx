import { type ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { copyIn } from "#app/i18n/i18n.server.ts";
import { CopyProvider } from "#app/i18n/translate.tsx";
import type { MonthFigures } from "#app/programs/area-report.ts";
import { Pictures } from "#app/programs/pictures/area-pictures.tsx";
import { Funnel } from "#app/programs/pictures/funnel.tsx";
import { GainBars } from "#app/programs/pictures/gain-bars.tsx";
import { trendLines } from "#app/programs/pictures/trend-lines.ts";
import { Trend } from "#app/programs/pictures/trend.tsx";
import { exactly, type PublishedCounts } from "#app/programs/stages.ts";
import { publishRow } from "#app/programs/suppression.ts";

const shares = { cakap: { before: 40, after: 82 }, etis: { before: 45, after: 60 }, budaya: { before: 50, after: 55 }, aman: { before: 33, after: 70 } };
const counts = publishRow({ registered: 40, started: 30, finished: 20, certified: 10 });
const hidden = publishRow({ registered: 24, started: 23, finished: 3, certified: 0 });
const months: MonthFigures[] = Array.from({ length: 12 }, (_none, index) => ({
  month: `2026-${String(index + 1).padStart(2, "0")}`,
  counts: index === 11 ? counts : { registered: { low: 5 * index, high: 5 * index + 4 }, started: exactly(0), finished: exactly(0), certified: exactly(0) },
}));

const markup = (element: ReactElement) => renderToStaticMarkup(<CopyProvider value={copyIn("id")}>{element}</CopyProvider>);
const textOf = (html: string) => html.replace(/<[^>]+>/g, " ").replaceAll("&lt;", "<").replace(/\s+/g, " ");
const pictureIn = (html: string) => html.match(/<svg.*?<\/svg>/s)?.[0] ?? "";

describe("a picture", () => {
  const all = markup(<Pictures counts={counts} months={months} shares={shares} />);

  it("is named and described by what stands in it, and carries no style of its own", () => {
    const named = [...all.matchAll(/<svg role="img" aria-labelledby="(\S+) (\S+)"/g)];
    expect(named).toHaveLength(3);
    for (const [, title, description] of named) {
      expect(all).toMatch(new RegExp(`<title id="${title}">[^<]+</title><desc id="${description}">[^<]+\\.</desc>`));
    }
    const ids = [...all.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(all).not.toMatch(/ style=|<script/);
  });

  it("comes with a table of the same", () => {
    expect(all.match(/<details[^>]*><summary>Lihat sebagai tabel<\/summary><div class="wide"><table>/g)).toHaveLength(3);
  });

  it("is left out where nobody is registered", () => {
    expect(markup(<Pictures counts={publishRow({ registered: 0, started: 0, finished: 0, certified: 0 })} months={[]} shares={null} />)).toBe("");
  });
});

describe("the funnel", () => {
  it("draws each stage as long as its share, with its number", () => {
    const html = markup(<Funnel counts={counts} />);
    const widths = [...pictureIn(html).matchAll(/<rect class="fill" x="1" y="\d+" width="([\d.]+)"/g)].map(([, width]) => Number(width));
    expect(widths).toHaveLength(4);
    expect(widths.map((width) => Math.round((100 * width) / (widths[0] as number)))).toEqual([100, 75, 50, 25]);
    expect(textOf(html)).toContain("Terdaftar 40 orang, mulai belajar 30, selesai 20, bersertifikat 10.");
    expect(textOf(html)).toContain("Selesai 20 50 %");
  });

  it("draws what is hidden as a range, hatched, and tells no number of it", () => {
    const html = markup(<Funnel counts={hidden} />);
    expect(pictureIn(html).match(/class="between"[^>]*fill="url\(#corong-hatch\)"/g)).toHaveLength(2);
    expect(textOf(html)).toContain("mulai belajar 20 sampai 23, selesai kurang dari 5, bersertifikat 0.");
    expect(textOf(pictureIn(html))).toMatch(/20–23 \(83–96 %\).*<5 \(4–17 %\)/);
    expect(textOf(html)).not.toMatch(/\b3\b/);
  });

  it("tells no share of a handful", () => {
    expect(textOf(markup(<Funnel counts={publishRow({ registered: 3, started: 2, finished: 0, certified: 0 })} />))).not.toContain("%");
  });
});

describe("the trend", () => {
  it("says where it began and where it is", () => {
    expect(textOf(markup(<Trend months={months} />))).toContain("Januari 2026: 0 sampai 4 orang terdaftar, 0 selesai. Desember 2026: 40 orang terdaftar, 20 selesai.");
  });

  it("keeps its names apart and in the field, in the order of the stages", () => {
    const field = { left: 40, right: 236, top: 14, bottom: 190 };
    for (const [registered, started, finished, certified] of [[40, 40, 40, 40], [40, 0, 0, 0], [40, 39, 1, 0]] as const) {
      const last: PublishedCounts = { registered: exactly(registered), started: exactly(started), finished: exactly(finished), certified: exactly(certified) };
      const { lines } = trendLines([{ month: "2026-10", counts: last }, { month: "2026-11", counts: last }], field);
      const heights = lines.map(({ nameY }) => nameY);
      heights.slice(1).forEach((height, index) => expect(height - (heights[index] as number)).toBeGreaterThanOrEqual(17));
      expect(Math.min(...heights)).toBeGreaterThanOrEqual(field.top);
      expect(Math.max(...heights)).toBeLessThanOrEqual(field.bottom);
    }
  });

  it("draws a range as a band as high as it is wide", () => {
    const band = (low: number, high: number) => {
      const counts: PublishedCounts = { registered: { low, high }, started: exactly(0), finished: exactly(0), certified: exactly(0) };
      const { lines } = trendLines([{ month: "2026-10", counts }, { month: "2026-11", counts: { ...counts, registered: exactly(20) } }], { left: 0, right: 100, top: 0, bottom: 100 });
      return lines[0]?.path;
    };
    expect(band(10, 14)).toBe("M0,30L100,0L100,0L0,50Z");
    expect(band(10, 10)).toBe("M0,50L100,0L100,0L0,50Z");
  });
});

describe("the gain", () => {
  it("tells the pillar that grew most", () => {
    expect(textOf(markup(<GainBars shares={shares} />))).toContain("Paling banyak naik: Bisa memakai HP dan internet, dari 40 % menjadi 82 % jawaban benar.");
  });

  it("tells all pillars that grew most", () => {
    const most = { before: 40, after: 80 };
    expect(textOf(markup(<GainBars shares={{ cakap: most, etis: { before: 40, after: 60 }, budaya: { before: 20, after: 60 }, aman: { before: 40, after: 60 } }} />))).toContain("Paling banyak naik, masing-masing 40 poin persen: Bisa memakai HP dan internet; Rukun dan berbudaya.");
  });

  it("tells before from after without the hatching that stands for ranges", () => {
    const picture = pictureIn(markup(<GainBars shares={shares} />));
    expect(picture.match(/class="before"/g)).toHaveLength(4);
    expect(picture.match(/<rect class="fill" x="1"/g)).toHaveLength(4);
    expect(picture).not.toContain("url(#");
  });

  it("does not tell of growth where there was none", () => {
    const same = { before: 50, after: 50 };
    expect(textOf(markup(<GainBars shares={{ cakap: same, etis: same, budaya: same, aman: { before: 60, after: 50 } }} />))).toContain("Belum ada pilar yang naik.");
  });
});
