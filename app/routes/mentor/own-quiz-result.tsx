import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { isId, notFound, requireStaff } from "#app/accounts/access.server.ts";
import { findMentorQuiz } from "#app/catalog/catalog.server.ts";
import { copyFor } from "#app/i18n/i18n.server.ts";
import { useCopy } from "#app/i18n/translate.tsx";
import { outcomesOf } from "#app/learning/outcomes.server.ts";
import { passMark, scoreQuiz } from "#app/learning/quiz.ts";
import { QuizResultView } from "#app/learning/quiz-result-view.tsx";
import { useTextSize } from "#app/root.tsx";
import { Frame } from "#app/ui/frame.tsx";
import learnerUrl from "#app/ui/learner.css?url";
import { db } from "#db/client.ts";
import { findBestStaffAttempt, findStaffQuizAttempt } from "#db/staff-learning.ts";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: learnerUrl }];
export const meta: MetaFunction = () => [{ title: "Hasil kuis pendamping · Melek Desa" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const staff = await requireStaff(request);
  const place = findMentorQuiz(params["module"] ?? "");
  const id = params["attempt"];
  if (!place || !isId(id)) throw notFound();
  const key = { staffId: staff.staffId, moduleId: place.module.id };
  const attempt = await findStaffQuizAttempt(db, { ...key, id });
  if (!attempt) throw notFound();
  const { items, answers, ...score } = attempt;
  return {
    name: staff.name,
    here: `/mentor/belajar/${place.module.slug}/kuis/${id}`,
    moduleTitle: place.module.title,
    path: `/mentor/belajar/${place.module.slug}/kuis`,
    attempt: score,
    needed: Math.ceil(score.total * passMark),
    best: (await findBestStaffAttempt(db, key)) ?? null,
    outcomes: outcomesOf(scoreQuiz(place.quiz, items, answers).results, copyFor(request)),
  };
}

export default function OwnQuizResult() {
  const { name, here, ...result } = useLoaderData<typeof loader>();
  const { t } = useCopy();
  return (
    <Frame who={name} home="/mentor/belajar" here={here} textSize={useTextSize()} forStaff>
      <QuizResultView {...result} enteredBy={null} onward={{ href: "/mentor/belajar", text: t("training.back") }} />
    </Frame>
  );
}
