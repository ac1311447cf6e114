import type { ColumnType, Generated, JSONColumnType } from "kysely";
import type { CurriculumStructure } from "#app/catalog/course.ts";
import type { CertificateContent } from "#app/certificates/certificate.ts";
import type { QuizAnswers, DrawnItem } from "#app/learning/quiz.ts";
import type { Tally, YearTestKind } from "#app/learning/year-test.ts";
import type { ImportLine, LeftOutLine } from "#app/mentoring/intake/import-plan.ts";

/**
 * The tables. Two families, see db/README.md: tables that grow with learners lead every key with
 * `village_code`; regions, programs, curricula and staff are reference tables.
 */
export interface Database {
  region: RegionTable;
  region_change: RegionChangeTable;
  program: ProgramTable;
  program_field: { program_id: string; name: string };
  program_village: { program_id: string; village_code: string; target_learners: number; joined_on: string };
  curriculum: { id: string; title: string; year: number };
  curriculum_version: CurriculumVersionTable;
  staff: StaffTable;
  staff_role: StaffRoleTable;
  staff_role_end: { role_id: string; ended_at: Date; ended_by: string | null; reason: string };
  staff_session: { id: string; staff_id: string; expires_at: Date };
  staff_audit_event: AuditEventColumns;
  internet_center: { village_code: string; id: string; name: string };
  learner: LearnerTable;
  learner_pin: { village_code: string; learner_id: string; hash: string; issued_at: Date; issued_by: string | null };
  learner_session: { village_code: string; id: string; learner_id: string; expires_at: Date };
  cohort: CohortTable;
  cohort_mentor: CohortMentorTable;
  enrollment: EnrollmentTable;
  enrollment_completion: { village_code: string; enrollment_id: string; completed_at: Date };
  lesson_completion: { village_code: string; enrollment_id: string; lesson_id: string; completed_at: Date };
  practice_attempt: PracticeAttemptTable;
  quiz_attempt: QuizAttemptTable;
  holiday: { day: string; name: string; is_decreed: boolean; source: string };
  consent_text: { version: number; body: string; published_at: Date };
  staff_coaching: StaffCoachingTable;
  mentor_level: MentorLevelTable;
  staff_lesson_completion: { staff_id: string; lesson_id: string; completed_at: Date };
  staff_quiz_attempt: StaffQuizAttemptTable;
  cohort_slot: { village_code: string; id: string; cohort_id: string; weekday: number; starts_at: string; minutes: number };
  cohort_session: CohortSessionTable;
  cohort_session_change: CohortSessionChangeTable;
  cohort_waiting: CohortWaitingTable;
  enrollment_move: EnrollmentMoveTable;
  learner_import: LearnerImportTable;
  learner_import_change: LearnerImportChangeTable;
  learner_consent: LearnerConsentTable;
  paired_device: PairedDeviceTable;
  attendance_mark: AttendanceMarkTable;
  practical_tick: PracticalTickTable;
  help_request: HelpRequestTable;
  learner_presence: LearnerPresenceTable;
  learner_note: LearnerNoteTable;
  paper_sheet: PaperSheetTable;
  year_test_attempt: YearTestAttemptTable;
  module_skip: ModuleSkipTable;
  review_attempt: ReviewAttemptTable;
  certificate: CertificateTable;
  certificate_revocation: CertificateRevocationTable;
  certificate_serial: { program_id: string; year: number; last_number: number };
  audit_event: AuditEventColumns & { village_code: string };
  installation: { id: number; secret: string };
  sign_in_limit: { key: string; points: number; expire: string | null };
}

export type RegionKind = "province" | "regency" | "district" | "village";

interface RegionTable {
  code: string;
  kind: RegionKind;
  parent_code: string | null;
  name: string;
}

interface RegionChangeTable {
  id: string;
  old_code: string;
  new_code: string;
  reason: string;
  effective_on: string;
  recorded_at: Generated<Date>;
}

interface ProgramTable {
  id: string;
  name: string;
  owner_name: string;
  region_code: string;
  starts_on: string;
  certificate_prefix: string;
  signatory_name: string;
  signatory_title: string;
}

interface CurriculumVersionTable {
  id: string;
  curriculum_id: string;
  number: number;
  structure: JSONColumnType<CurriculumStructure>;
  structure_hash: string;
  published_at: Date;
}

interface StaffTable {
  id: string;
  username: string;
  name: string;
  password_hash: string;
  created_at: Generated<Date>;
}

interface StaffRoleTable {
  id: string;
  staff_id: string;
  role: "lead" | "admin";
  program_id: string | null;
  region_code: string | null;
  granted_at: Date;
  granted_by: string | null;
}

interface LearnerTable {
  village_code: string;
  id: string;
  center_id: string;
  number: number;
  name: string;
  birth_year: number | null;
  gender: "female" | "male" | null;
  registered_at: Date;
  registered_by: string | null;
  last_seen_at: Date | null;
}

interface CohortTable {
  village_code: string;
  id: string;
  center_id: string;
  program_id: string;
  curriculum_version_id: string;
  name: string;
  starts_on: string;
  ends_on: string;
  /** Null: as many as come. */
  capacity: number | null;
  created_at: Date | null;
  created_by: string | null;
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
  kind: "moved" | "cancelled" | "restored";
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
}

interface CohortMentorTable {
  village_code: string;
  id: string;
  cohort_id: string;
  staff_id: string;
  since: Date;
  granted_by: string | null;
  /** When a substitute's time is over; null for who has the cohort until it is handed on. */
  until: Date | null;
  reason: string | null;
  ended_at: Date | null;
}

interface EnrollmentTable {
  village_code: string;
  id: string;
  learner_id: string;
  cohort_id: string;
  curriculum_version_id: string;
  enrolled_at: Date;
  enrolled_by: string | null;
}

interface PracticeAttemptTable {
  village_code: string;
  id: string;
  enrollment_id: string;
  lesson_id: string;
  simulator: string;
  steps: JSONColumnType<string[]>;
  finished: boolean;
  submitted_at: Date;
}

interface QuizAttemptTable {
  village_code: string;
  id: string;
  enrollment_id: string;
  module_id: string;
  bank_hash: string;
  items: JSONColumnType<DrawnItem[]>;
  answers: JSONColumnType<QuizAnswers>;
  correct_items: number;
  total_items: number;
  pass_mark: number;
  passed: boolean;
  submitted_at: Date;
  /** Who entered it from paper; null when the learner handed it in themselves. */
  entered_by: string | null;
}

interface YearTestAttemptTable {
  village_code: string;
  id: string;
  enrollment_id: string;
  kind: YearTestKind;
  bank_hash: string;
  items: JSONColumnType<DrawnItem[]>;
  answers: JSONColumnType<QuizAnswers>;
  by_pillar: JSONColumnType<Record<string, Tally>>;
  by_module: JSONColumnType<Record<string, Tally>>;
  correct_items: number;
  total_items: number;
  submitted_at: Date;
}

interface ModuleSkipTable {
  village_code: string;
  enrollment_id: string;
  module_id: string;
  granted: boolean;
  decided_at: Date;
  decided_by: string;
}

interface ReviewAttemptTable {
  village_code: string;
  id: string;
  enrollment_id: string;
  module_id: string;
  round: number;
  bank_hash: string;
  items: JSONColumnType<DrawnItem[]>;
  answers: JSONColumnType<QuizAnswers>;
  correct_items: number;
  total_items: number;
  submitted_at: Date;
}

interface CertificateTable {
  village_code: string;
  id: string;
  enrollment_id: string;
  code: string;
  number: string;
  content: JSONColumnType<CertificateContent>;
  issued_at: Date;
}

interface CertificateRevocationTable {
  village_code: string;
  certificate_id: string;
  revoked_at: Date;
  revoked_by: string | null;
  reason: string;
}

interface AuditEventColumns {
  id: string;
  happened_at: Generated<Date>;
  actor_kind: "learner" | "staff" | "system";
  actor_id: string | null;
  action: string;
  subject_id: string;
  details: JSONColumnType<Record<string, string | number | boolean | null>>;
}
