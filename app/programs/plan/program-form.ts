import { readTime } from "#app/mentoring/cohort-form.ts";
import { dayIn } from "#app/mentoring/mentor-level.ts";
import { tidyText } from "#app/mentoring/registration.ts";
import { clockAt, momentAt, type Zone } from "#app/mentoring/village-clock.ts";
import type { Affiliation, EventSession, Partner, ProgramDetails } from "#db/program-details.ts";
import { dayOrEmpty, readName, readReason } from "./plan-form.ts";
import { readPeople } from "./target-list.ts";

/** What a program's form sent. Fields, affiliations and sessions stand one a line. */
export interface TypedProgram {
  name: string;
  ownerName: string;
  startsOn: string;
  endsOn: string;
  partners: Partner[];
  curriculumIds: string[];
  fields: string;
  affiliations: string;
  eventName: string;
  eventPeople: string;
  eventSessions: string;
  reason: string;
}

export type ProgramFault =
  | "name" | "ownerName" | "startsOn" | "endsOn" | "upsideDown" | "partners" | "curricula" | "fields" | "affiliations"
  | "eventName" | "eventPeople" | "eventSessions" | "reason" | "stale" | "nothing";

const mostLines = 20;
const longest = 200;

/** Reads a program as it was typed; `curricula` are those that are published, `zone` is the clock of its sessions. */
export function readProgram(typed: TypedProgram, { curricula, zone }: { curricula: readonly string[]; zone: Zone }): { details: ProgramDetails; reason: string } | { faults: ProgramFault[] } {
  const [name, ownerName, reason] = [readName(typed.name, 120), readName(typed.ownerName, 120), readReason(typed.reason)];
  const [startsOn, endsOn] = [dayIn(typed.startsOn), dayOrEmpty(typed.endsOn)];
  const [partners, fields, affiliations] = [readPartners(typed.partners), readNames(typed.fields), readAffiliations(typed.affiliations)];
  const event = readEvent(typed, zone);
  const curriculumIds = curricula.filter((id) => typed.curriculumIds.includes(id));
  const faults: ProgramFault[] = [
    ...(name ? [] : ["name" as const]),
    ...(ownerName ? [] : ["ownerName" as const]),
    ...(startsOn ? [] : ["startsOn" as const]),
    ...(endsOn === undefined ? ["endsOn" as const] : []),
    ...(startsOn && endsOn && endsOn < startsOn ? ["upsideDown" as const] : []),
    ...(partners ? [] : ["partners" as const]),
    ...(curriculumIds.length > 0 ? [] : ["curricula" as const]),
    ...(fields ? [] : ["fields" as const]),
    ...(affiliations ? [] : ["affiliations" as const]),
    ...("faults" in event ? event.faults : []),
    ...(reason ? [] : ["reason" as const]),
  ];
  if (faults.length > 0 || !name || !ownerName || !startsOn || endsOn === undefined || !partners || !fields || !affiliations || "faults" in event || !reason) return { faults };
  return { details: { name, ownerName, startsOn, endsOn, partners, curriculumIds, fields, affiliations, event: event.event }, reason };
}

function readPartners(typed: readonly Partner[]): Partner[] | null {
  const rows = typed.map(({ name, gives }) => ({ name: tidyText(name), gives: tidyText(gives) })).filter(({ name, gives }) => name + gives !== "");
  return rows.every(({ name, gives }) => readName(name, 120) !== null && readName(gives, longest) !== null) ? rows : null;
}

function linesOf(text: string): string[] {
  return text.split(/\r?\n/).map(tidyText).filter(Boolean);
}

function readNames(text: string): string[] | null {
  const names = [...new Set(linesOf(text))].sort((a, b) => a.localeCompare(b, "id"));
  return names.length <= mostLines && names.every((name) => readName(name) !== null) ? names : null;
}

/** One a line, with how many are meant to come behind a colon: `Karang taruna: 40`. */
function readAffiliations(text: string): Affiliation[] | null {
  const read = linesOf(text).map((line) => {
    const [, name = line, people] = /^(.*?)\s*:\s*([\d.]+)$/.exec(line) ?? [];
    return { name: readName(name), people: people === undefined ? null : readPeople(people), isWrong: people !== undefined && readPeople(people) === null };
  });
  const isRight = read.length <= mostLines && read.every(({ name, isWrong }) => name !== null && !isWrong) && new Set(read.map(({ name }) => name)).size === read.length;
  return isRight ? read.map(({ name, people }) => ({ name: name ?? "", people })).sort((a, b) => a.name.localeCompare(b.name, "id")) : null;
}

type EventFault = "eventName" | "eventPeople" | "eventSessions";

function readEvent({ eventName, eventPeople, eventSessions }: TypedProgram, zone: Zone): { event: ProgramDetails["event"] } | { faults: EventFault[] } {
  if (tidyText(eventName + eventPeople + eventSessions) === "") return { event: null };
  const [name, people, sessions] = [readName(eventName), tidyText(eventPeople) === "" ? null : readPeople(eventPeople), linesOf(eventSessions).map((line) => readSession(line, zone))];
  const faults: EventFault[] = [];
  if (!name) faults.push("eventName");
  if (people === null && tidyText(eventPeople) !== "") faults.push("eventPeople");
  if (sessions.length === 0 || sessions.length > mostLines || sessions.some((session) => session === null)) faults.push("eventSessions");
  return faults.length > 0 || !name ? { faults } : { event: { name, people, sessions: sessions.flatMap((session) => session ?? []) } };
}

/** `24-11-2026 08.00-15.00`: a day, and from when to when. */
function readSession(line: string, zone: Zone): EventSession | null {
  const [, dayText = "", fromText = "", untilText = ""] = /^(\S+)\s+(?:pukul\s+)?(\d{1,2}[.:]\d{2})\s*(?:-|–|sampai)\s*(\d{1,2}[.:]\d{2})$/i.exec(line) ?? [];
  const [day, from, until] = [dayIn(dayText), readTime(fromText), readTime(untilText)];
  if (!day || !from || !until) return null;
  const startsAt = momentAt(day, from, zone);
  const minutes = (momentAt(day, until, zone).getTime() - startsAt.getTime()) / 60_000;
  return minutes >= 15 && minutes <= 720 ? { startsAt, minutes } : null;
}

/** What a form about a program shows, in one text: two forms that show the same have the same stamp. */
export function programStamp(details: ProgramDetails): string {
  return JSON.stringify(shownValues(details));
}

/** What is kept of a program's details in its history, as text and days. */
export function shownValues({ name, ownerName, startsOn, endsOn, partners, curriculumIds, fields, affiliations, event }: ProgramDetails): Record<string, string | null> {
  return {
    name,
    ownerName,
    startsOn,
    endsOn,
    partners: partners.map((partner) => `${partner.name}: ${partner.gives}`).sort().join("; "),
    curricula: curriculumIds.join(", "),
    fields: [...fields].sort().join("; "),
    affiliations: affiliations.map((one) => (one.people === null ? one.name : `${one.name}: ${one.people}`)).sort().join("; "),
    event: event ? [event.name, event.people ?? "", ...event.sessions.map(({ startsAt, minutes }) => `${startsAt.toISOString()} ${minutes}`)].join(" ") : null,
  };
}

/** A program's details as its form shows them. */
export function typedProgram({ name, ownerName, startsOn, endsOn, partners, curriculumIds, fields, affiliations, event }: ProgramDetails, zone: Zone): TypedProgram {
  const sessionLine = ({ startsAt, minutes }: EventSession) => {
    const [from, until] = [clockAt(startsAt, zone), clockAt(new Date(startsAt.getTime() + minutes * 60_000), zone)];
    return `${from.day.split("-").reverse().join("-")} ${from.time.replace(":", ".")}-${until.time.replace(":", ".")}`;
  };
  return {
    name,
    ownerName,
    startsOn,
    endsOn: endsOn ?? "",
    partners,
    curriculumIds,
    fields: fields.join("\n"),
    affiliations: affiliations.map((one) => (one.people === null ? one.name : `${one.name}: ${one.people}`)).join("\n"),
    eventName: event?.name ?? "",
    eventPeople: event?.people ? String(event.people) : "",
    eventSessions: event?.sessions.map(sessionLine).join("\n") ?? "",
    reason: "",
  };
}
