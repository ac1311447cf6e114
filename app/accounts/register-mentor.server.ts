import type { Kysely, Transaction } from "kysely";
import { recordStaffAudit } from "#db/audit.ts";
import type { CohortPlace } from "#db/cohort-places.ts";
import { newId } from "#db/ids.ts";
import { endCenterMentor, endProgramMentor, findRegistration, insertCenterMentor, insertProgramMentor, listOtherProgramsOf, type NewNaming } from "#db/program-mentors.ts";
import { findProgram, type Program } from "#db/programs.ts";
import type { Database } from "#db/schema.ts";
import { hasRole, listUsernamesFrom } from "#db/staff-accounts.ts";
import { lockRoles } from "#db/staff-roles.ts";
import { addStaff, giveNewPassword, newOneTimePassword, type NewPasswordResult } from "./one-time-password.server.ts";
import { mayLead, type StaffViewer } from "./role.ts";
import { proposeUsername, stemOfUsername } from "./username.ts";

export interface ByLead {
  formId: string;
  program: Program;
  staff: StaffViewer;
  now: Date;
}

export type RegisterResult =
  /** `password` is told this once; null: the form was taken before. */
  | { kind: "registered"; staffId: string; username: string; password: string | null }
  /** `proposed` is a user name from the same person's name that is free. */
  | { kind: "usernameTaken"; proposed: string };

/** Makes an account for a mentor of the program, and names them for a centre where one was chosen. An empty user name is made from the name. */
export async function registerMentor(db: Kysely<Database>, { formId, program, staff, now, name, username, place }: ByLead & { name: string; username: string; place: CohortPlace | null }): Promise<RegisterResult> {
  const { password, hash } = await newOneTimePassword();
  const by = { actor: { kind: "staff", id: staff.staffId }, now } as const;
  return db.transaction().execute(async (trx) => {
    // One account at a time, so that two of the same name get different user names.
    await lockRoles(trx);
    const before = await findRegistration(trx, formId);
    if (before) return { kind: "registered", staffId: before.staffId, username, password: null };
    const proposed = proposeUsername(name, await listUsernamesFrom(trx, stemOfUsername(name)));
    const person = { staffId: newId(), username: username || proposed, name };
    if (!(await addStaff(trx, { ...person, hash }, by))) return { kind: "usernameTaken", proposed };
    const granted = { programId: program.id, staffId: person.staffId, since: now, grantedBy: staff.staffId };
    await insertProgramMentor(trx, { id: formId, ...granted });
    await recordStaffAudit(trx, { actor: by.actor, action: "mentor.register", subjectId: person.staffId, details: { programId: program.id } });
    if (place) await insertNaming(trx, { id: newId(), ...granted, villageCode: place.villageCode, centerId: place.centerId });
    return { kind: "registered", staffId: person.staffId, username: person.username, password };
  });
}

/** Lets a mentor create cohorts at a centre. A second time changes nothing. */
export async function nameForCenter(db: Kysely<Database>, { formId, program, staff, now, mentorId, place }: ByLead & { mentorId: string; place: CohortPlace }): Promise<void> {
  const naming = { id: formId, programId: program.id, staffId: mentorId, since: now, grantedBy: staff.staffId, villageCode: place.villageCode, centerId: place.centerId };
  await db.transaction().execute((trx) => insertNaming(trx, naming));
}

async function insertNaming(trx: Transaction<Database>, naming: NewNaming): Promise<void> {
  const { programId, staffId, grantedBy, villageCode, centerId } = naming;
  if (!(await insertCenterMentor(trx, naming))) return;
  await recordStaffAudit(trx, { actor: { kind: "staff", id: grantedBy }, action: "mentor.name", subjectId: staffId, details: { programId, villageCode, centerId } });
}

/** Takes that back; cohorts that they have there stay theirs. A second time changes nothing. */
export async function endNaming(db: Kysely<Database>, { program, staff, now, mentorId, rowId }: Omit<ByLead, "formId"> & { mentorId: string; rowId: string }): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const centerId = await endCenterMentor(trx, { rowId, programId: program.id, staffId: mentorId, by: staff.staffId, at: now });
    if (centerId) await recordStaffAudit(trx, { actor: { kind: "staff", id: staff.staffId }, action: "mentor.unname", subjectId: mentorId, details: { programId: program.id, centerId } });
  });
}

/** Ends somebody's registration as a mentor of the program; cohorts that they have stay theirs until they are handed over. */
export async function endRegistration(db: Kysely<Database>, { program, staff, now, mentorId, reason }: Omit<ByLead, "formId"> & { mentorId: string; reason: string }): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const hasEnded = await endProgramMentor(trx, { programId: program.id, staffId: mentorId, by: staff.staffId, at: now });
    if (hasEnded) await recordStaffAudit(trx, { actor: { kind: "staff", id: staff.staffId }, action: "mentor.end", subjectId: mentorId, details: { programId: program.id, reason } });
  });
}

/** Why a lead gives a mentor no new password: `role`, they lead, look or keep something; `elsewhere`, they serve a program that the lead does not lead. */
export type ResetBar = "role" | "elsewhere";

/** What stands in the way of a new password from this lead: a password opens all that its owner may, so it is given only within what the lead may see anyway. */
export async function barToReset(db: Kysely<Database>, { program, staff, mentorId }: { program: Program; staff: StaffViewer; mentorId: string }): Promise<ResetBar | null> {
  if (await hasRole(db, mentorId)) return "role";
  for (const programId of await listOtherProgramsOf(db, mentorId, program.id)) {
    const other = await findProgram(db, programId);
    if (!other || !mayLead(staff.roles, other)) return "elsewhere";
  }
  return null;
}

/** Gives a mentor a new password, as `giveNewPassword` does, unless something stands in the way. */
export async function resetPassword(db: Kysely<Database>, { formId, program, staff, now, mentorId }: ByLead & { mentorId: string }): Promise<NewPasswordResult<ResetBar>> {
  const by = { actor: { kind: "staff", id: staff.staffId }, now } as const;
  return giveNewPassword(db, { formId, staffId: mentorId, reason: null }, { ...by, findBar: (trx) => barToReset(trx, { program, staff, mentorId }) });
}
