import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { isId, notFound } from "#app/accounts/access.server.ts";
import { catalog } from "#app/catalog/catalog.server.ts";
import { copyOfStrings } from "#app/i18n/copy-of-strings.ts";
import { copyFor, copyGroup } from "#app/i18n/i18n.server.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { useCopy } from "#app/i18n/translate.tsx";
import { AttemptHead } from "#app/mentoring/attempt-head.tsx";
import { requireLearnerOfReader } from "#app/mentoring/learner-of-mentor.server.ts";
import { titleOfLesson } from "#app/mentoring/learner-record.server.ts";
import { StepList } from "#app/mentoring/step-list.tsx";
import { parsePractice } from "#app/practice/parse-practice.ts";
import { type Told, tellSteps } from "#app/practice/replay.server.tsx";
import type { Translate as PracticeTranslate } from "#app/practice/view-props.ts";
import { db } from "#db/client.ts";
import { findPracticeAttempt } from "#db/learner-record.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ""} · Melek Desa` }];

/** More steps than any exercise takes; whoever played on and on is not read to the end. */
const mostShown = 300;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { cohort, learner } = await requireLearnerOfReader(db, request, params);
  const id = params["attempt"];
  const attempt = isId(id) ? await findPracticeAttempt(db, { villageCode: cohort.villageCode, enrollmentId: learner.enrollmentId, id }) : undefined;
  if (!attempt) throw notFound();
  const told = await tellAttempt(attempt, copyFor(request).locale);
  const { submittedAt, finished, lessonId, steps } = attempt;
  const back = `/mentor/rombel/${cohort.cohortId}/peserta/${learner.learnerId}`;
  return { name: learner.name, back, title: titleOfLesson(lessonId), submittedAt, finished, count: steps.length, told };
}

/** Null when the lesson has another practice now, or none. */
async function tellAttempt({ lessonId, simulator, steps }: { lessonId: string; simulator: string; steps: string[] }, locale: Locale): Promise<Told | null> {
  const practice = catalog().lessons[lessonId]?.practice;
  if (practice?.simulator !== simulator) return null;
  const { t } = copyOfStrings(locale, { practice: copyGroup(locale, "practice") });
  return tellSteps(parsePractice(simulator, practice.config), steps, t as PracticeTranslate, mostShown);
}

export default function PracticeReplay() {
  const { name, back, title, submittedAt, finished, count, told } = useLoaderData<typeof loader>();
  const { t } = useCopy();
  const isChanged = told === null || told.hasUnknown || (finished && !told.isFinished);
  return (
    <div className="narrow">
      <AttemptHead
        name={name}
        back={back}
        title={t("mentor.replayTitle", { lesson: title })}
        at={submittedAt}
        about={`. ${t("mentor.steps", { count })}`}
        isGood={finished}
        outcome={finished ? t("mentor.replayFinished") : t("mentor.replayUnfinished")}
      />
      {isChanged ? <p className="notice notice-warn">{told === null ? t("mentor.replayGone") : t("mentor.replayChanged")}</p> : null}
      {told ? <StepList steps={told.steps} leftOut={told.leftOut} /> : null}
    </div>
  );
}
