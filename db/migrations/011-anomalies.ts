import { type Kysely, sql } from "kysely";

/** What a lead may ask a mentor about: days of work that are still to be looked at, what was found, and, for three days at most, on which device a quiz was handed in and when somebody worked on a device of a center. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table quiz_device (
      village_code text not null,
      attempt_id uuid not null,
      device text not null,
      noted_on date not null,
      primary key (village_code, attempt_id)
    );
    create index quiz_device_noted on quiz_device (noted_on);
    create table center_work (
      village_code text not null,
      enrollment_id uuid not null,
      center_id uuid not null,
      done_at timestamptz not null,
      primary key (village_code, enrollment_id, done_at),
      foreign key (village_code, enrollment_id) references enrollment (village_code, id),
      foreign key (village_code, center_id) references internet_center (village_code, id)
    );
    create index center_work_done on center_work (done_at);
    create table work_day (
      village_code text not null,
      cohort_id uuid not null,
      day date not null,
      primary key (village_code, cohort_id, day)
    );
    create index work_day_day on work_day (day);
    create table cohort_anomaly (
      village_code text not null,
      cohort_id uuid not null,
      day date not null,
      kind text not null check (kind in ('device', 'answers', 'speed', 'night', 'hours')),
      least_people int not null check (least_people >= 5),
      most_people int not null check (most_people >= least_people),
      primary key (village_code, cohort_id, day, kind),
      foreign key (village_code, cohort_id) references cohort (village_code, id)
    );
    create index cohort_anomaly_day on cohort_anomaly (day);
    create index cohort_anomaly_place on cohort_anomaly ((village_code collate "C"), day);

    -- A day of work begins at 4 in the morning in western Indonesia, so that a night is never cut in two.
    create function note_lesson_day() returns trigger language plpgsql as $$
    begin
      insert into work_day (village_code, cohort_id, day)
      select e.village_code, e.cohort_id, (new.completed_at at time zone 'Asia/Jakarta' - interval '4 hours')::date
      from enrollment e where e.village_code = new.village_code and e.id = new.enrollment_id
      on conflict do nothing;
      return null;
    end $$;
    create function note_quiz_day() returns trigger language plpgsql as $$
    begin
      insert into work_day (village_code, cohort_id, day)
      select e.village_code, e.cohort_id, (new.submitted_at at time zone 'Asia/Jakarta' - interval '4 hours')::date
      from enrollment e where e.village_code = new.village_code and e.id = new.enrollment_id
      on conflict do nothing;
      return null;
    end $$;
    create trigger day_noted after insert on lesson_completion for each row execute function note_lesson_day();
    create trigger day_noted after insert on quiz_attempt for each row when (new.entered_by is null) execute function note_quiz_day();

    -- The villages behind a number, in the order of their codes.
    create index area_people_village on area_people (program_id, curriculum_id, (region_code collate "C")) where length(region_code) = 13;`.execute(db);
}
