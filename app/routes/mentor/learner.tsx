import { type ActionFunctionArgs, data, type LinksFunction, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { notFound } from "#app/accounts/access.server.ts";
import { minutesLocked } from "#app/accounts/sign-in-throttle.server.ts";
import { dayOf, formatDate } from "#app/i18n/locale.ts";
import { useCopy } from "#app/i18n/translate.tsx";
import { catalog } from "#app/catalog/catalog.server.ts";
import classUrl from "#app/mentoring/class-board.css?url";
import { needsHelp } from "#app/mentoring/cohort-board.ts";
import { CohortHeading } from "#app/mentoring/cohort-heading.tsx";
import { MissingConsent } from "#app/mentoring/consent/consent-notice.tsx";
import { decideSkip } from "#app/mentoring/decide-skip.server.ts";
import { HelpNotice } from "#app/mentoring/help-notice.tsx";
import { LearnerLinks } from "#app/mentoring/learner-links.tsx";
import { requireLearnerOfMentor, requireLearnerOfReader } from "#app/mentoring/learner-of-mentor.server.ts";
import { readLearnerRecord } from "#app/mentoring/learner-record.server.ts";
import { MoveHistory } from "#app/mentoring/move-targets.tsx";
import { NoteList } from "#app/mentoring/note-list.tsx";
import { PracticalList } from "#app/mentoring/practical-list.tsx";
import { PracticeList } from "#app/mentoring/practice-list.tsx";
import { ProgressTable } from "#app/mentoring/progress-table.tsx";
import { QuizTries } from "#app/mentoring/quiz-tries.tsx";
import { SkipList } from "#app/mentoring/skip-list.tsx";
import { TestsTable } from "#app/mentoring/tests-table.tsx";
import { readTimeline } from "#app/mentoring/timeline.server.ts";
import { Timeline } from "#app/mentoring/timeline.tsx";
import { sentText } from "#app/ui/sent-text.ts";
import { db } from "#db/client.ts";
import { findWithdrawal, hasConsent } from "#db/consents.ts";
import { listMoves } from "#db/enrollment-moves.ts";
import { findCohortLearner } from "#db/enrollments.ts";
import { listNotes } from "#db/learner-notes.ts";
import { listPracticalTasks } from "#db/practical-ticks.ts";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: classUrl }];
export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: `${loaded?.learner.name ?? ""} · Melek Desa` }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { cohort, learner, mayWrite } = await requireLearnerOfReader(db, request, params);
  const record = await readLearnerRecord(db, { villageCode: cohort.villageCode, enrollmentId: learner.enrollmentId });
  const moves = await listMoves(db, cohort.villageCode, learner.enrollmentId);
  const { name, number, enrolledAt, learnerId } = learner;
  const tasks = (await listPracticalTasks(db, { villageCode: cohort.villageCode, enrollmentId: learner.enrollmentId })).map((task) => ({
    ...task,
    title: catalog().lessons[task.lessonId]?.frontmatter.title ?? task.lessonId,
  }));
  // Notes are between mentor and learner: a coach does not read them.
  const notes = mayWrite ? await listNotes(db, { villageCode: cohort.villageCode, learnerId }) : null;
  const now = new Date();
  const standing = await findCohortLearner(db, cohort, learnerId);
  const help = standing ? needsHelp(standing, dayOf(now)) : null;
  const lockedMinutes = mayWrite ? ((await minutesLocked(cohort, now))[learnerId] ?? null) : null;
  const isAll = new URL(request.url).searchParams.has("semua");
  const timeline = await readTimeline(db, { villageCode: cohort.villageCode, enrollmentId: learner.enrollmentId, isAll });
  const mayLearn = await hasConsent(db, { villageCode: cohort.villageCode, learnerId }, "learning");
  const withdrawnAt = mayLearn ? null : await findWithdrawal(db, { villageCode: cohort.villageCode, learnerId });
  const cohortPath = `/mentor/rombel/${cohort.cohortId}`;
  const isCorrected = new URL(request.url).searchParams.has("diperbaiki");
  return { isCorrected, cohortName: cohort.name, cohortPath, path: `${cohortPath}/peserta/${learnerId}`, learner: { name, number, enrolledAt, learnerId }, record, help, lockedMinutes, timeline, mayWrite, mayLearn, withdrawnAt, moves, tasks, notes };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { staff, cohort, learner } = await requireLearnerOfMentor(db, request, params);
  const sent = await request.formData();
  const [moduleId, decision] = [sentText(sent, "moduleId"), sentText(sent, "keputusan")];
  if (decision !== "lewati" && decision !== "pelajari") throw notFound();
  const { villageCode, cohortId } = cohort;
  const { enrollmentId, learnerId } = learner;
  const result = await decideSkip(db, { villageCode, enrollmentId, moduleId, granted: decision === "lewati", staffId: staff.staffId, now: new Date() });
  if (result === "certified" || result === "not-proposed") return data({ refused: result }, { status: 409 });
  return redirect(`/mentor/rombel/${cohortId}/peserta/${learnerId}#lewati`, 303);
}

export default function LearnerPage() {
  const { isCorrected, cohortName, cohortPath, path, learner, record, help, lockedMinutes, timeline, mayWrite, mayLearn, withdrawnAt, moves, tasks, notes } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t, locale } = useCopy();
  const { name, number, enrolledAt, learnerId } = learner;
  return (
    <>
      <CohortHeading title={name} cohortName={cohortName} cohortPath={cohortPath} />
      <p className="muted">{t("mentor.learnerFacts", { number, date: formatDate(enrolledAt, locale) })}</p>
      {isCorrected ? (
        <p className="notice notice-ok narrow" role="status">
          {t("mentor.corrected")}
        </p>
      ) : null}
      <HelpNotice help={help} lockedMinutes={lockedMinutes} />
      {mayWrite ? <LearnerLinks name={name} path={path} /> : null}
      {mayWrite && !mayLearn ? <MissingConsent name={name} path={path} withdrawnAt={withdrawnAt} /> : null}
      {answer ? (
        <p className="notice notice-warn narrow" role="alert">
          {answer.refused === "certified" ? t("mentor.skipCertified") : t("mentor.skipNotProposed")}
        </p>
      ) : null}
      <SkipList name={name} proposals={record.proposals} mayDecide={record.mayDecide} mayWrite={mayWrite} />
      <h2 className="next-part">{t("mentor.progressTitle")}</h2>
      <ProgressTable courses={record.courses} />
      <h2 className="next-part" id="kuis">
        {t("mentor.triesTitle")}
      </h2>
      <QuizTries modules={record.attempts} path={path} />
      <h2 className="next-part">{t("mentor.testsTitle")}</h2>
      <TestsTable tests={record.tests} pillars={record.pillars} />
      <h2 className="next-part">{t("mentor.practicesTitle")}</h2>
      <PracticeList practices={record.practices} hasOlder={record.hasOlderPractices} path={path} />
      <h2 className="next-part" id="tugas">
        {t("classroom.tasksTitle")}
      </h2>
      <PracticalList tasks={tasks} learnerId={learnerId} path={mayWrite && !withdrawnAt ? `${cohortPath}/kelas` : null} />
      {notes ? (
        <>
          <h2 className="next-part">{t("classroom.notesTitle")}</h2>
          <NoteList notes={notes} />
          <p className="no-print">
            <a className="button button-quiet" href={`${path}/catatan`}>
              {t("classroom.notesLink")}
            </a>
          </p>
        </>
      ) : null}
      <h2 className="next-part" id="riwayat">
        {t("mentor.timelineTitle")}
      </h2>
      <Timeline {...timeline} path={path} />
      <MoveHistory moves={moves} />
    </>
  );
}
