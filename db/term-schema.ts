import type { Generated, ColumnType, JSONColumnType } from "kysely";
import type { DrawnItem, QuizAnswers } from "#app/learning/quiz.ts";
import type { Typed } from "#app/learning/quiz-answers.ts";
import type { ImportLine, LeftOutLine } from "#app/mentoring/intake/import-plan.ts";

/** What a mentor runs a cohort through a term with; migrations 004 to 006 make them. */
export interface TermTables {
  holiday: { day: string; name: string; is_decreed: boolean; source: string };
  consent_text: { version: number; body: string; published_at: Date };
  staff_coaching: StaffCoachingTable;
  mentor_level: MentorLevelTable;
  staff_lesson_completion: { staff_id: string; lesson_id: string; completed_at: Date };
  staff_quiz_attempt: StaffQuizAttemptTable;
  staff_answer_draft: StaffAnswerDraftTable;
  cohort_slot: { village_code: string; id: string; cohort_id: string; weekday: number; starts_at: string; minutes: number };
  cohort_session: CohortSessionTable;
  cohort_session_change: CohortSessionChangeTable;
  cohort_waiting: CohortWaitingTable;
  enrollment_move: EnrollmentMoveTable;
  learner_import: LearnerImportTable;
  learner_import_change: LearnerImportChangeTable;
  learner_consent: LearnerConsentTable;
  learner_erasure: LearnerErasureTable;
  paired_device: PairedDeviceTable;
  attendance_mark: AttendanceMarkTable;
  cleared_mark: ClearedMarkTable;
  practical_tick: PracticalTickTable;
  help_request: HelpRequestTable;
  learner_presence: LearnerPresenceTable;
  learner_note: LearnerNoteTable;
  paper_sheet: PaperSheetTable;
}

interface StaffCoachingTable {
  id: string;
  /** Coaching opens the mentor's cohorts of this program alone. */
  program_id: string;
  coach_id: string;
  mentor_id: string;
  since: Date;
  granted_by: string | null;
  ended_at: Date | null;
}

interface MentorLevelTable {
  id: string;
  staff_id: string;
  programme: string;
  level: string;
  number: string | null;
  issued_on: string;
  expires_on: string | null;
  recorded_at: Date;
  recorded_by: string | null;
  /** When it was taken back because it was entered wrongly. */
  withdrawn_at: Date | null;
  withdrawn_by: string | null;
}

interface StaffQuizAttemptTable {
  id: string;
  staff_id: string;
  module_id: string;
  bank_hash: string;
  items: JSONColumnType<DrawnItem[]>;
  answers: JSONColumnType<QuizAnswers>;
  correct_items: number;
  total_items: number;
  passed: boolean;
  submitted_at: Date;
}

interface StaffAnswerDraftTable {
  staff_id: string;
  sheet: string;
  form_id: string;
  bank_hash: string;
  typed: JSONColumnType<Typed>;
  saved_at: Date;
}

interface CohortSessionTable {
  village_code: string;
  id: string;
  cohort_id: string;
  starts_at: Date;
  minutes: number;
  cancelled_at: Date | null;
}

interface CohortSessionChangeTable {
  village_code: string;
  id: string;
  session_id: string;
  kind: "added" | "moved" | "cancelled" | "restored" | "cleared";
  old_starts_at: Date;
  new_starts_at: Date | null;
  reason: string;
  changed_at: Date;
  changed_by: string;
}

interface CohortWaitingTable {
  village_code: string;
  id: string;
  cohort_id: string;
  learner_id: string;
  since: Date;
  added_by: string;
  ended_at: Date | null;
}

interface EnrollmentMoveTable {
  village_code: string;
  id: string;
  enrollment_id: string;
  old_cohort_id: string;
  new_cohort_id: string;
  reason: string;
  moved_at: Date;
  moved_by: string;
}

interface LearnerImportTable {
  village_code: string;
  id: string;
  cohort_id: string;
  file_name: string;
  /** What was read of the file; once it is applied, only what it left out. */
  lines: JSONColumnType<ImportLine[] | LeftOutLine[]>;
  /** The titles of the columns that were not read. */
  unread_columns: Generated<string[]>;
  uploaded_at: Date;
  uploaded_by: string;
  applied_at: Date | null;
  undone_at: Date | null;
}

interface LearnerImportChangeTable {
  village_code: string;
  import_id: string;
  learner_id: string;
  kind: "added" | "changed" | "enrolled" | "waiting";
  /** The old values of what was changed. */
  before: JSONColumnType<Record<string, string | number | null>> | null;
  /** What the import wrote: the new values, the number that was given, the id of the row that was made. */
  after: ColumnType<Record<string, string | number | null>, string | undefined, string>;
  /** Why undoing left it: the person has been active since, or somebody changed it since. */
  kept: "active" | "edited" | null;
}

export type ConsentPurpose = "learning" | "certificate" | "photo" | "statistics";
export type ConsentChannel = "read-aloud" | "paper" | "screen";

interface LearnerConsentTable {
  village_code: string;
  id: string;
  learner_id: string;
  text_version: number;
  purpose: ConsentPurpose;
  given: boolean;
  channel: ConsentChannel;
  guardian_name: string | null;
  recorded_at: Date;
  witness_id: string | null;
}

/** Who asked that a learner's data be deleted: they themselves, who decides for them, or the family of who died. */
export type ErasureAsker = "learner" | "guardian" | "family";

interface LearnerErasureTable {
  village_code: string;
  learner_id: string;
  asked_by: ErasureAsker;
  erased_at: Date;
  erased_by: string;
}

interface PairedDeviceTable {
  village_code: string;
  id: string;
  center_id: string;
  name: string;
  paired_at: Date;
  paired_by: string;
  ended_at: Date | null;
}

export type AttendanceStatus = "present" | "late" | "excused" | "absent";

interface AttendanceMarkTable {
  village_code: string;
  id: string;
  session_id: string;
  learner_id: string;
  status: AttendanceStatus;
  minutes: number;
  reason: string | null;
  marked_at: Date;
  marked_by: string;
}

/** A mark that was taken back by a change of its session. */
interface ClearedMarkTable extends Omit<AttendanceMarkTable, "session_id"> {
  change_id: string;
}

interface PracticalTickTable {
  village_code: string;
  id: string;
  enrollment_id: string;
  lesson_id: string;
  by: "learner" | "mentor";
  ticked_at: Date;
  ticked_by: string | null;
  withdrawn_at: Date | null;
}

interface HelpRequestTable {
  village_code: string;
  id: string;
  learner_id: string;
  place: string;
  asked_at: Date;
  answered_at: Date | null;
  answered_by: string | null;
}

interface LearnerPresenceTable {
  village_code: string;
  learner_id: string;
  lesson_id: string | null;
  screen: string | null;
  since: Date;
  seen_at: Date;
}

interface LearnerNoteTable {
  village_code: string;
  id: string;
  learner_id: string;
  body: string;
  is_for_learner: boolean;
  written_at: Date;
  written_by: string;
}

interface PaperSheetTable {
  village_code: string;
  /** The form's own id: the attempt that is entered from the sheet takes it. */
  id: string;
  /** Sheets that were printed together. */
  batch_id: string;
  /** Short, on the sheet itself. */
  code: string;
  enrollment_id: string;
  module_id: string;
  items: JSONColumnType<DrawnItem[]>;
  printed_at: Date;
  printed_by: string;
  /** When the session at which it was filled in began, as told when it was entered. */
  taken_at: Date | null;
}
