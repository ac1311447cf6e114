import type { ColumnType, Generated, JSONColumnType } from "kysely";
import type { CurriculumStructure } from "#app/catalog/course.ts";
import type { CertificateContent } from "#app/certificates/certificate.ts";
import type { QuizAnswers, DrawnItem } from "#app/learning/quiz.ts";
import type { Typed } from "#app/learning/quiz-answers.ts";
import type { Tally, YearTestKind } from "#app/learning/year-test.ts";
import type { AccountTables } from "./accounts-schema.ts";
import type { AnomalyTables } from "./anomalies-schema.ts";
import type { FiguresTables } from "./figures-schema.ts";
import type { RegionTables } from "./regions-schema.ts";
import type { ProgramTables } from "./programs-schema.ts";
import type { TermTables } from "./term-schema.ts";

/**
 * The tables. Two families, see db/README.md: tables that grow with learners lead every key with
 * `village_code`; regions, programs, curricula and staff are reference tables.
 */
export interface Database extends TermTables, FiguresTables, RegionTables, ProgramTables, AnomalyTables, AccountTables {
  program: ProgramTable;
  program_field: { program_id: string; name: string };
  program_village: { program_id: string; village_code: string; target_learners: number; joined_on: string; wave: number | null };
  curriculum: { id: string; title: string; year: number };
  curriculum_version: CurriculumVersionTable;
  staff: StaffTable;
  staff_role: StaffRoleTable;
  staff_role_end: { role_id: string; ended_at: Date; ended_by: string | null; reason: string };
  staff_session: { id: string; staff_id: string; expires_at: Date };
  staff_audit_event: AuditEventColumns;
  internet_center: { village_code: string; id: string; name: string; address: ColumnType<string | null, string | null | undefined, string | null> };
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
  year_test_attempt: YearTestAttemptTable;
  module_skip: ModuleSkipTable;
  review_attempt: ReviewAttemptTable;
  answer_draft: AnswerDraftTable;
  certificate: CertificateTable;
  certificate_revocation: CertificateRevocationTable;
  certificate_serial: { program_id: string; year: number; last_number: number };
  audit_event: AuditEventColumns & { village_code: string };
  installation: { id: number; secret: string };
  sign_in_limit: { key: string; points: number; expire: string | null };
}

interface ProgramTable {
  id: string;
  name: string;
  owner_name: string;
  region_code: string;
  starts_on: string;
  ends_on: string | null;
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
  role: "lead" | "viewer" | "admin";
  program_id: string | null;
  region_code: string | null;
  granted_at: Date;
  granted_by: string | null;
  reason: string | null;
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

interface AnswerDraftTable {
  village_code: string;
  enrollment_id: string;
  sheet: string;
  form_id: string;
  bank_hash: string;
  typed: JSONColumnType<Typed>;
  saved_at: Date;
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
