import { type ActionFunctionArgs, data, type LinksFunction, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { isId, notFound, requireMentorOf } from "#app/accounts/access.server.ts";
import { useCopy } from "#app/i18n/translate.tsx";
import { CardChoice } from "#app/login-cards/card-choice.tsx";
import { type CardFault, faultsOf, planCards, planFault, readCardForm } from "#app/login-cards/card-form.ts";
import { CardReview } from "#app/login-cards/card-review.tsx";
import cardsUrl from "#app/login-cards/login-cards.css?url";
import { CohortHeading } from "#app/mentoring/cohort-heading.tsx";
import { db } from "#db/client.ts";
import { type CardLearner, listCardLearners, listImportedLearnerIds } from "#db/login-cards.ts";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: cardsUrl }];
export const meta: MetaFunction = () => [{ title: "Kartu masuk · Melek Desa" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { cohort } = await requireMentorOf(request, params["cohort"]);
  const asked = new URL(request.url).searchParams;
  const learners = await listCardLearners(db, cohort);
  const importId = asked.get("impor") ?? undefined;
  const importedIds = isId(importId) ? await listImportedLearnerIds(db, cohort, importId) : [];
  const imported = learners.filter(({ learnerId }) => importedIds.includes(learnerId));
  return {
    cohortName: cohort.name,
    path: `/mentor/rombel/${cohort.cohortId}`,
    learners,
    chosenIds: preset(learners, imported, asked).map(({ learnerId }) => learnerId),
    imported: isId(importId) && imported.length > 0 ? { id: importId, count: imported.length } : null,
    openedAt: new Date().toISOString(),
    isDoneBefore: asked.has("sudah"),
  };
}

function preset(learners: CardLearner[], imported: CardLearner[], asked: URLSearchParams): CardLearner[] {
  const open = (asked.has("impor") ? imported : learners).filter(({ isWithdrawn, isUnasked, pinIssuedAt }) => !isWithdrawn && !(isUnasked && pinIssuedAt === null));
  return asked.get("pilih") === "tanpa-pin" ? open.filter(({ pinIssuedAt }) => pinIssuedAt === null) : open;
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { cohort } = await requireMentorOf(request, params["cohort"]);
  const form = readCardForm(await request.formData(), new Date());
  const learners = await listCardLearners(db, cohort);
  const chosen = learners.filter(({ learnerId }) => form.learnerIds.includes(learnerId));
  if (chosen.length < form.learnerIds.length) throw notFound();
  const plan = planCards(chosen, form);
  const fault = chosen.length > 0 ? planFault(plan) : null;
  const faults: CardFault[] = fault ? [fault] : faultsOf(form);
  const status = faults.length > 0 ? 400 : 200;
  return data({ form: { ...form, openedAt: form.openedAt.toISOString() }, faults, plan: faults.length > 0 ? null : plan }, { status });
}

export default function LoginCards() {
  const { cohortName, path, learners, chosenIds, imported, openedAt, isDoneBefore } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useCopy();
  const heading = <CohortHeading title={t("cards.title")} cohortName={cohortName} cohortPath={path} />;
  if (answer?.plan) {
    return (
      <div className="narrow">
        {heading}
        <CardReview path={path} plan={answer.plan} pins={answer.form.pins ?? ""} openedAt={answer.form.openedAt} />
      </div>
    );
  }
  return (
    <>
      {heading}
      {isDoneBefore ? (
        <p className="notice notice-warn narrow" role="alert">
          {t("cards.already")}
        </p>
      ) : null}
      <p className="narrow">{t("cards.intro")}</p>
      {learners.length === 0 ? (
        <p className="notice narrow">{t("cards.nobody")}</p>
      ) : (
        <CardChoice
          path={path}
          learners={learners}
          chosenIds={answer ? answer.form.learnerIds : chosenIds}
          pins={answer ? answer.form.pins : "missing"}
          openedAt={answer ? answer.form.openedAt : openedAt}
          imported={imported}
          faults={answer?.faults ?? []}
        />
      )}
    </>
  );
}
