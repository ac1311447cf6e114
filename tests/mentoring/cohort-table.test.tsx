import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { copyIn } from "#app/i18n/i18n.server.ts";
import { CopyProvider } from "#app/i18n/translate.tsx";
import { arrangeBoard, type CohortLearner } from "#app/mentoring/cohort-board.ts";
import { CohortTable } from "#app/mentoring/cohort-table.tsx";

const now = new Date("2026-11-21T08:00:00+07:00");

const siti: CohortLearner = {
  learnerId: "018f0000-0000-7000-8000-000000000001",
  number: 12,
  name: "Siti",
  enrolledAt: new Date("2026-10-12T09:00:00+07:00"),
  lastSeenAt: new Date("2026-11-20T20:00:00+07:00"),
  lessonsDone: 3,
  lessonsTotal: 8,
  lastQuiz: { moduleTitle: "Mengenal HP", correct: 4, total: 12, passed: false },
  failingQuiz: null,
  lastProgressAt: new Date("2026-11-20T20:00:00+07:00"),
  completedAt: null,
  certificateCode: null,
};

/** The row of a learner, as text. */
function rowOf(changes: Partial<CohortLearner>): string {
  const { lines } = arrangeBoard([{ ...siti, ...changes }], "2026-11-21");
  const html = renderToStaticMarkup(
    <CopyProvider value={copyIn("id")}>
      <CohortTable lines={lines} cohortPath="/mentor/rombel/x" now={now} />
    </CopyProvider>,
  );
  return html.slice(html.indexOf("<tbody>")).replaceAll(/<[^>]+>/g, " ").replaceAll(/\s+/g, " ").trim();
}

describe("a learner's row", () => {
  it("tells where they stand", () => {
    expect(rowOf({})).toBe("Siti 12 Lancar 3 dari 8 Mengenal HP: 4 dari 12, belum lulus kemarin PIN baru untuk Siti");
  });

  it.each([
    [{ lastSeenAt: null }, "Belum datang sejak terdaftar 40 hari yang lalu."],
    // Twelve and a half days by the clock, 13 by the calendar, as in the sentence beside it.
    [{ lastSeenAt: new Date("2026-11-08T20:00:00+07:00") }, "Sudah 13 hari tidak datang. 3 dari 8 Mengenal HP: 4 dari 12, belum lulus 13 hari yang lalu"],
    [{ failingQuiz: { moduleTitle: "Mengenal HP", tries: 2 } }, "Sudah 2 kali mencoba kuis “Mengenal HP” dan belum lulus."],
    [{ lastProgressAt: new Date("2026-11-15T09:00:00+07:00") }, "Datang, tetapi 5 hari tidak ada pelajaran atau kuis yang selesai."],
  ])("says in one sentence why they need help: %o", (changes, sentence) => {
    expect(rowOf(changes)).toContain(sentence);
  });

  it("says that they finished, with the certificate while there is one", () => {
    expect(rowOf({ completedAt: now, certificateCode: "ABC" })).toContain("Lulus Sertifikat");
    expect(rowOf({ completedAt: now })).not.toContain("Sertifikat");
  });

  it("tells a newcomer from one who is doing well", () => {
    expect(rowOf({ enrolledAt: now, lastSeenAt: null, lastProgressAt: null, lastQuiz: null })).toContain("Belum pernah datang 3 dari 8 belum ada belum pernah");
  });

  it("counts a visit today by the clock", () => {
    expect(rowOf({ lastSeenAt: new Date("2026-11-21T07:48:00+07:00") })).toContain("12 menit yang lalu");
  });
});
