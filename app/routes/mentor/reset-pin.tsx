import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useCopy } from "#app/i18n/translate.tsx";
import { CohortHeading } from "#app/mentoring/cohort-heading.tsx";
import { requireLearnerOfMentor } from "#app/mentoring/learner-of-mentor.server.ts";
import { PinCard } from "#app/mentoring/pin-card.tsx";
import { resetPin } from "#app/mentoring/reset-pin.server.ts";
import { sentText } from "#app/ui/sent-text.ts";
import { db } from "#db/client.ts";
import { hasConsent, hasWithdrawnLearning } from "#db/consents.ts";
import { findPinIssuedAt } from "#db/learners.ts";

export const meta: MetaFunction = () => [{ title: "PIN baru · Melek Desa" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { cohort, learner } = await requireLearnerOfMentor(db, request, params);
  const key = { villageCode: cohort.villageCode, learnerId: learner.learnerId };
  const issuedAt = await findPinIssuedAt(db, key);
  const obstacle = (await hasWithdrawnLearning(db, key)) ? "withdrawn" : (await hasConsent(db, key, "learning")) ? null : "unasked";
  const path = `/mentor/rombel/${cohort.cohortId}`;
  return { cohortName: cohort.name, path, learner, obstacle, replaced: issuedAt?.toISOString() ?? "" };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { staff, cohort, learner } = await requireLearnerOfMentor(db, request, params);
  const replaced = momentIn(sentText(await request.formData(), "replaced"));
  const result = await resetPin(db, { learner, replaced, cohort, staffId: staff.staffId, now: new Date() });
  if (result.kind !== "reset") return { kind: result.kind } as const;
  const { village, centerName } = cohort;
  return { kind: "reset", card: { name: learner.name, number: learner.number, pin: result.pin, village, centerName, site: new URL(request.url).host } } as const;
}

// Empty where the learner had no PIN. Anything else that is no moment replaces nothing, as for a form sent twice.
function momentIn(text: string): Date | null {
  if (text === "") return null;
  return new Date(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(text) && !Number.isNaN(Date.parse(text)) ? text : 0);
}

export default function ResetPin() {
  const { cohortName, path, learner, obstacle: seen, replaced } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useCopy();
  const { name, number } = learner;
  const heading = { cohortName, cohortPath: path };
  if (answer?.kind === "reset") {
    return (
      <>
        <CohortHeading title={t("mentor.resetDone", { name })} {...heading} />
        <PinCard content={answer.card} />
        <p className="no-print">
          <a className="button" href={path}>
            {t("mentor.backToBoard")}
          </a>
        </p>
      </>
    );
  }
  const obstacle = answer?.kind === "withdrawn" || answer?.kind === "unasked" ? answer.kind : seen;
  if (obstacle) {
    return (
      <div className="narrow">
        <CohortHeading title={t("mentor.resetTitle", { name })} {...heading} />
        <p className="notice notice-warn" role={answer ? "alert" : undefined}>
          {obstacle === "withdrawn" ? t("consent.noPin", { name }) : t("consent.noPinYet", { name })}
        </p>
        <p>
          <a className="button" href={`${path}/peserta/${learner.learnerId}/persetujuan`}>
            {t("consent.title", { name })}
          </a>
        </p>
      </div>
    );
  }
  return (
    <div className="narrow">
      <CohortHeading title={answer ? t("mentor.resetStaleTitle", { name }) : t("mentor.resetTitle", { name })} {...heading} />
      {answer ? <p className="notice notice-warn">{t("mentor.resetStaleText")}</p> : null}
      <p>{t("mentor.resetText", { number })}</p>
      <form method="post" action={`${path}/peserta/${learner.learnerId}/pin`} className="row">
        <input type="hidden" name="replaced" value={replaced} />
        <button type="submit">{t("mentor.resetSubmit")}</button>
        <a className="button button-quiet" href={path}>
          {t("mentor.resetCancel")}
        </a>
      </form>
    </div>
  );
}
