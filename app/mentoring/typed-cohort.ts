import { sentText } from "#app/ui/sent-text.ts";
import { slotLines, type TypedCohort } from "./cohort-form.ts";

/** A cohort's form as it was sent. */
export function typedCohort(sent: FormData): TypedCohort {
  const lines = { weekday: sentTexts(sent, "weekday"), startsAt: sentTexts(sent, "slotTime"), minutes: sentTexts(sent, "slotMinutes") };
  return {
    name: sentText(sent, "name"),
    curriculum: sentText(sent, "curriculum"),
    startsOn: sentText(sent, "startsOn"),
    endsOn: sentText(sent, "endsOn"),
    capacity: sentText(sent, "capacity"),
    mentor: sentText(sent, "mentor"),
    slots: Array.from({ length: Math.max(slotLines, Math.min(lines.weekday.length, 20)) }, (_line, index) => ({
      weekday: lines.weekday[index] ?? "",
      startsAt: lines.startsAt[index] ?? "",
      minutes: lines.minutes[index] ?? "",
    })),
  };
}

function sentTexts(sent: FormData, name: string): string[] {
  return sent.getAll(name).map((value) => (typeof value === "string" ? value.slice(0, 20) : ""));
}
