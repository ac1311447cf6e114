import { type ActionFunctionArgs, type LinksFunction, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData, useRouteError } from "@remix-run/react";
import { notFound, requireStaff } from "#app/accounts/access.server.ts";
import { findMentorQuiz, type QuizPlace } from "#app/catalog/catalog.server.ts";
import { copyFor } from "#app/i18n/i18n.server.ts";
import { drawQuizFor } from "#app/learning/draw-quiz.server.ts";
import { QuizPage, SheetError, titleOfSheet } from "#app/learning/quiz-page.tsx";
import { openStaffSheet, receiveStaffSheet, type StaffSheet } from "#app/learning/staff-sheet.server.ts";
import { submitStaffQuiz } from "#app/learning/submit-staff-quiz.server.ts";
import { useTextSize } from "#app/root.tsx";
import learnerUrl from "#app/ui/learner.css?url";
import { db } from "#db/client.ts";
import { newId } from "#db/ids.ts";

export const handle = { script: true };
export const links: LinksFunction = () => [{ rel: "stylesheet", href: learnerUrl }];
export const meta: MetaFunction<typeof loader> = ({ data: loaded, error }) => [{ title: titleOfSheet(loaded?.heading, error) }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const staff = await requireStaff(request);
  return openStaffSheet(db, sheetOf(requireQuiz(params), request), staff, request, newId());
}

export async function action({ request, params }: ActionFunctionArgs) {
  const place = requireQuiz(params);
  const sheet = sheetOf(place, request);
  const received = await receiveStaffSheet(db, request, await request.formData(), sheet);
  if (!received.handedIn) return received.again;
  const { staff, ...handedIn } = received.handedIn;
  await submitStaffQuiz(db, { staffId: staff.staffId, quiz: place.quiz, ...handedIn }, new Date());
  return redirect(`${sheet.path}/${handedIn.formId}`, 303);
}

function requireQuiz(params: LoaderFunctionArgs["params"]): QuizPlace {
  const place = findMentorQuiz(params["module"] ?? "");
  if (!place) throw notFound();
  return place;
}

function sheetOf({ module, quiz }: QuizPlace, request: Request): StaffSheet {
  return {
    name: `kuis:${module.id}`,
    quiz,
    path: `/mentor/belajar/${module.slug}/kuis`,
    words: () => {
      const { t } = copyFor(request);
      return { heading: t("quiz.title", { module: module.title }), intro: t("quiz.intro") };
    },
    draw: (formId) => drawQuizFor(db, quiz, formId),
  };
}

export default function OwnQuiz() {
  const { form, ...page } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  // What was typed belongs to the form it was typed into, not to the one that the loader opened.
  return <QuizPage {...page} form={sent?.form ?? form} sent={sent ?? page.sent} textSize={useTextSize()} />;
}

/** The session ended while the quiz was open: the mentor signs in again in another tab, with every answer kept. */
export function ErrorBoundary() {
  return <SheetError error={useRouteError()} textSize={useTextSize()} />;
}
