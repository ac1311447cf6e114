import type { ColumnType } from "kysely";

type MomentOrNone = ColumnType<Date | null, Date | null | undefined, Date | null>;
type IdOrNone = ColumnType<string | null, string | null | undefined, string | null>;

/** How accounts are given out and centres come and go; migration 013 makes them. */
export interface AccountTables {
  /** A password that somebody else made, until its owner changes it: a row without `replaced_at` is one to be changed. */
  staff_password_issue: { id: string; staff_id: string; issued_at: Date; issued_by: string | null; reason: ColumnType<string | null, string | null | undefined, never>; replaced_at: MomentOrNone };
  /** Who mentors in a program, whether or not they have a cohort yet. */
  program_mentor: { id: string; program_id: string; staff_id: string; since: Date; granted_by: string | null; ended_at: MomentOrNone; ended_by: IdOrNone };
  /** When a centre is open on a day of the week, on its village's clock; Monday is 1. A centre has none on days on which it is closed, and none at all while its hours are not recorded. */
  center_hours: { village_code: string; center_id: string; weekday: number; opens: string; closes: string };
  /** A row without `reopened_at`: the centre is closed. */
  internet_center_closing: { village_code: string; id: string; center_id: string; closed_at: Date; closed_by: string | null; reason: string; reopened_at: MomentOrNone; reopened_by: IdOrNone };
  /** At which centres a lead has named a mentor of the program, who may create cohorts there. */
  center_mentor: { village_code: string; id: string; center_id: string; program_id: string; staff_id: string; since: Date; granted_by: string | null; ended_at: MomentOrNone; ended_by: IdOrNone };
}
