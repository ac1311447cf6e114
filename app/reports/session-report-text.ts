import { attendedInWords } from "#app/attendance/attendance-words.ts";
import { isThere } from "#app/attendance/attendance.ts";
import type { Translate } from "#app/i18n/translate.tsx";
import { helpSentence } from "#app/mentoring/help-sentence.ts";
import type { ReportLine, SessionReport } from "./session-report.ts";

/** The report as a message: WhatsApp sets what stands between asterisks in bold. `title`, `time` and `place` head it. */
export function sessionReportText(report: SessionReport, head: { title: string; time: string; place: string }, t: Translate): string {
  return [
    `*${head.title}*`,
    head.time,
    head.place,
    "",
    t("reports.textThere", { there: report.there, all: report.lines.length, minutes: report.minutes }),
    ...(report.late > 0 ? [t("reports.textLate", { count: report.late })] : []),
    ...(report.unmarked > 0 ? [t("reports.textUnmarked", { count: report.unmarked })] : []),
    ...awayPart(report.lines, t),
    "",
    t("reports.textDone", { lessons: report.lessons, quizzes: report.quizzes, passed: report.quizzesPassed, practices: report.practices }),
    helpInWords(report.help, t),
    ...visitPart(report.visits, t),
  ].join("\n");
}

function awayPart(lines: readonly ReportLine[], t: Translate): string[] {
  const away = lines.filter(({ status }) => status !== null && !isThere(status));
  return away.length === 0 ? [] : ["", t("reports.textAway", { count: away.length }), ...away.map((line) => `- ${line.name}: ${awayInWords(line, t)}`)];
}

/** Why somebody was away, and how often in a row when it was not the first time. */
export function awayInWords({ status, minutes, reason, timesAway }: ReportLine, t: Translate): string {
  if (status === null) return "";
  const what = attendedInWords({ status, minutes, reason }, t);
  return timesAway > 1 ? t("reports.awayInARow", { what, count: timesAway }) : what;
}

/** How often help was asked for, and how long it took. */
export function helpInWords({ asked, answered, medianMinutes }: SessionReport["help"], t: Translate): string {
  if (asked === 0) return t("reports.helpNone");
  return medianMinutes === null ? t("reports.helpUnanswered", { count: asked }) : t("reports.helpAnswered", { count: asked, answered, minutes: medianMinutes });
}

function visitPart(visits: SessionReport["visits"], t: Translate): string[] {
  return visits.length === 0 ? [] : ["", t("reports.textVisits", { count: visits.length }), ...visits.map(({ name, help }) => `- ${name}: ${helpSentence(help, t)}`)];
}
