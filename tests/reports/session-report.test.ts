import { describe, expect, it } from "vitest";
import { copyIn } from "#app/i18n/i18n.server.ts";
import { arrangeSessionReport, type Gathered } from "#app/reports/session-report.ts";
import { sessionReportText } from "#app/reports/session-report-text.ts";
import { whatsAppLink } from "#app/reports/whatsapp.ts";

const day = (of: number) => new Date(Date.UTC(2026, 10, of, 2));
const person = (learnerId: string, number: number, enrolledAt = day(1)) => ({ learnerId, enrollmentId: `e-${learnerId}`, number, name: learnerId, enrolledAt });
const mark = (learnerId: string, status: "present" | "late" | "excused" | "absent", minutes = 0, reason: string | null = null) => ({ id: learnerId, learnerId, status, minutes, reason, markedAt: day(24), markedBy: "Dewi" });
const standing = (sessionId: string, learnerId: string, status: "present" | "late" | "excused" | "absent") => ({ sessionId, learnerId, status, minutes: 0, reason: null });

const gathered: Gathered = {
  people: [person("Sari", 1), person("Budi", 2), person("Ani", 3, day(23)), person("Tono", 4)],
  marks: [mark("Sari", "present", 60), mark("Budi", "excused", 0, "sakit"), mark("Ani", "absent"), mark("Sari", "absent")],
  sessions: [{ sessionId: "s1", startsAt: day(17) }, { sessionId: "s2", startsAt: day(20) }, { sessionId: "s3", startsAt: day(24) }],
  standing: [standing("s1", "Budi", "present"), standing("s2", "Budi", "absent"), standing("s3", "Budi", "excused"), standing("s3", "Ani", "absent"), standing("s3", "Sari", "present")],
  work: {
    lessons: [{ enrollmentId: "e-Sari", lessonId: "A1.1" }, { enrollmentId: "e-Tono", lessonId: "A1.1" }],
    quizzes: [{ enrollmentId: "e-Sari", moduleId: "A1", correct: 9, total: 10, passed: true, onPaper: true }],
    practices: [{ enrollmentId: "e-Sari", finished: true }, { enrollmentId: "e-Sari", finished: false }],
  },
  help: [
    { learnerId: "Sari", askedAt: new Date(0), answeredAt: new Date(30_000) },
    { learnerId: "Sari", askedAt: new Date(0), answeredAt: new Date(240_001) },
    { learnerId: "Budi", askedAt: new Date(0), answeredAt: null },
  ],
  board: [],
  titleOf: (id) => ({ "A1.1": "Menyalakan HP", A1: "Mengenal HP" })[id] ?? id,
};

describe("a session's report", () => {
  const report = arrangeSessionReport(gathered);

  it("counts who came, for how long and what was done", () => {
    expect(report).toMatchObject({ there: 1, late: 0, away: 2, unmarked: 1, minutes: 60, lessons: 2, quizzes: 1, quizzesPassed: 1, practices: 2 });
  });

  it("tells each one's day, by what holds now", () => {
    expect(report.lines[0]).toEqual({
      learnerId: "Sari",
      number: 1,
      name: "Sari",
      isHere: true,
      status: "present",
      minutes: 60,
      reason: null,
      timesAway: 0,
      lessons: ["Menyalakan HP"],
      quizzes: [{ title: "Mengenal HP", correct: 9, total: 10, passed: true, onPaper: true }],
      practices: 2,
      practicesFinished: 1,
    });
  });

  it("tells how often in a row somebody was away, not counting before they were enrolled", () => {
    expect(report.lines.map(({ name, timesAway }) => [name, timesAway])).toEqual([["Sari", 0], ["Budi", 2], ["Ani", 1], ["Tono", 0]]);
  });

  it("tells how long help took: begun minutes, the middle of those answered", () => {
    expect(report.help).toEqual({ asked: 3, answered: 2, medianMinutes: 1 });
    expect(arrangeSessionReport({ ...gathered, help: [] }).help).toEqual({ asked: 0, answered: 0, medianMinutes: null });
  });

  it("is a message to send", () => {
    const visits = [{ learnerId: "Budi", number: 2, name: "Budi", help: { kind: "not-seen", days: 9 } as const }];
    const text = sessionReportText({ ...report, visits }, { title: "Laporan pertemuan 3, Rombel Melati", time: "Selasa, 24 November 2026", place: "Pojok Internet" }, copyIn("id").t);
    expect(text.split("\n")).toEqual([
      "*Laporan pertemuan 3, Rombel Melati*",
      "Selasa, 24 November 2026",
      "Pojok Internet",
      "",
      "Datang: 1 dari 4 orang, 60 menit seluruhnya.",
      "Belum ditandai: 1 orang.",
      "",
      "Tidak datang: 2 orang",
      "- Budi: Izin (sakit), 2 pertemuan berturut-turut",
      "- Ani: Tidak hadir",
      "",
      "Selesai hari itu: 2 pelajaran, 1 kuis (1 lulus), 2 latihan.",
      "Minta bantuan 3 kali, dijawab 2. Biasanya dalam 1 menit.",
      "",
      "Perlu dikunjungi: 1 orang",
      "- Budi: Sudah 9 hari tidak datang.",
    ]);
  });
});

it("a WhatsApp link holds the text whole, and no number", () => {
  const text = "*Halo* Sari & Budi?\n50% #1 + ✓";
  const link = new URL(whatsAppLink(text));
  expect(link.origin + link.pathname).toBe("https://wa.me/");
  expect(link.searchParams.get("text")).toBe(text);
});
