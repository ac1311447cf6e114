import type { AnomalyKind } from "#app/programs/anomalies/anomaly.ts";

/** What leads may ask mentors about; migration 011 makes these. */
export interface AnomalyTables {
  /** The device that a quiz was handed in on, under a hash of its day; kept for three days at most. */
  quiz_device: { village_code: string; attempt_id: string; device: string; noted_on: string };
  /** When learners worked on a device that is paired with a centre; kept for three days at most. */
  center_work: { village_code: string; enrollment_id: string; center_id: string; done_at: Date };
  /** Days on which somebody of a cohort worked, until they are looked at. A day begins at 4 in the morning in western Indonesia. */
  work_day: { village_code: string; cohort_id: string; day: string };
  /** How many people a finding is about, as it may be told; never whom. */
  cohort_anomaly: { village_code: string; cohort_id: string; day: string; kind: AnomalyKind; least_people: number; most_people: number };
}
