import { isBetween, isWithinHours } from "#app/mentoring/opening-hours.ts";
import type { Zone } from "#app/mentoring/village-clock.ts";
import type { HandedIn, WorkOfDay } from "./anomaly.ts";

/** Somebody comes early, and somebody stays until they are done. */
const marginMinutes = 60;
/** On a device that so many of a cohort hand in quizzes on within a day nobody learns at home: it is no one's own phone. */
const leastSharing = 3;

/**
 * Who worked outside the center's hours, by more than an hour, on a device that is known not to be their own: one that
 * is paired with the center, or one that three or more shared that day. What was planned at the center counts as open.
 */
export function outsideHours({ quizzes, atCenter, center }: WorkOfDay, zone: Zone): Set<string> {
  const work = [...atCenter.map(({ enrollmentId, doneAt }) => ({ enrollmentId, at: doneAt })), ...onSharedDevices(quizzes).map(({ enrollmentId, submittedAt }) => ({ enrollmentId, at: submittedAt }))];
  const isOpen = (at: Date) =>
    isWithinHours(at, center.hours, { zone, marginMinutes }) ||
    center.sessions.some(({ startsAt, minutes }) => isBetween(at, startsAt, new Date(startsAt.getTime() + minutes * 60_000), marginMinutes));
  return new Set(work.filter(({ at }) => !isOpen(at)).map(({ enrollmentId }) => enrollmentId));
}

function onSharedDevices(quizzes: readonly HandedIn[]): HandedIn[] {
  const byDevice = Map.groupBy(quizzes.filter(({ device }) => device !== null), ({ device }) => device);
  return [...byDevice.values()].filter((ofDevice) => new Set(ofDevice.map(({ enrollmentId }) => enrollmentId)).size >= leastSharing).flat();
}
