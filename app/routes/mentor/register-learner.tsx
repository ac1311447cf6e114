import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { isId, notFound, requireMentorOf } from "#app/accounts/access.server.ts";
import { dayOf } from "#app/i18n/locale.ts";
import { useCopy } from "#app/i18n/translate.tsx";
import { CohortHeading } from "#app/mentoring/cohort-heading.tsx";
import { PinCard } from "#app/mentoring/pin-card.tsx";
import { registerLearner } from "#app/mentoring/register-learner.server.ts";
import { readRegistration, type TypedRegistration } from "#app/mentoring/registration.ts";
import { RegistrationForm } from "#app/mentoring/registration-form.tsx";
import { sentText } from "#app/ui/sent-text.ts";
import { db } from "#db/client.ts";
import { newId } from "#db/ids.ts";

export const meta: MetaFunction = () => [{ title: "Peserta baru · Melek Desa" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { cohort } = await requireMentorOf(request, params["cohort"]);
  return { cohortName: cohort.name, path: `/mentor/rombel/${cohort.cohortId}`, formId: newId() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { staff, cohort } = await requireMentorOf(request, params["cohort"]);
  const sent = await request.formData();
  const formId = sentText(sent, "formId");
  if (!isId(formId)) throw notFound();
  const form = { formId, typed: typedIn(sent) };
  const now = new Date();
  const read = readRegistration(form.typed, Number(dayOf(now).slice(0, 4)));
  if ("faults" in read) return data({ kind: "form", ...form, faults: read.faults, namesakes: [] } as const, { status: 400 });
  const result = await registerLearner(db, { learnerId: formId, registration: read.registration, cohort, staffId: staff.staffId, now });
  if (result.kind === "id-taken") throw notFound();
  if (result.kind === "namesakes") return data({ kind: "form", ...form, faults: [], namesakes: result.namesakes } as const, { status: 409 });
  if (result.kind === "already") return data(result, { status: 200 });
  const { village, centerName } = cohort;
  const { name, number, pin } = result;
  return data({ kind: "registered", card: { name, number, pin, village, centerName, site: new URL(request.url).host } } as const, { status: 201 });
}

function typedIn(sent: FormData): TypedRegistration {
  const text = (name: string) => sentText(sent, name);
  return { name: text("name"), birthYear: text("birthYear"), gender: text("gender"), confirmedName: text("confirmedName") };
}

const nothingTyped: TypedRegistration = { name: "", birthYear: "", gender: "", confirmedName: "" };

export default function RegisterLearner() {
  const { cohortName, path, formId } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useCopy();
  const heading = { cohortName, cohortPath: path };
  if (answer?.kind === "registered") {
    return (
      <>
        <CohortHeading title={t("mentor.registeredTitle", { name: answer.card.name })} {...heading} />
        <PinCard content={answer.card} />
        <NextSteps path={path} />
      </>
    );
  }
  if (answer?.kind === "already") {
    return (
      <>
        <CohortHeading title={t("mentor.alreadyTitle", { name: answer.name, number: answer.number })} {...heading} />
        <p className="notice narrow">{t("mentor.alreadyText")}</p>
        <NextSteps path={path} pinPath={`${path}/peserta/${answer.learnerId}/pin`} />
      </>
    );
  }
  const form = answer ?? { formId, typed: nothingTyped, faults: [], namesakes: [] };
  return (
    <div className="narrow">
      <CohortHeading title={t("mentor.registerTitle")} {...heading} />
      <p>{t("mentor.registerIntro")}</p>
      <RegistrationForm formId={form.formId} typed={form.typed} faults={form.faults} namesakes={form.namesakes} cohortPath={path} />
    </div>
  );
}

function NextSteps({ path, pinPath }: { path: string; pinPath?: string }) {
  const { t } = useCopy();
  return (
    <p className="row no-print">
      {pinPath ? (
        <a className="button" href={pinPath}>
          {t("mentor.newPin")}
        </a>
      ) : null}
      <a className={pinPath ? "button button-quiet" : "button"} href={`${path}/peserta-baru`}>
        {t("mentor.registerNext")}
      </a>
      <a className="button button-quiet" href={path}>
        {t("mentor.backToBoard")}
      </a>
    </p>
  );
}
