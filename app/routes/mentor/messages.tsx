import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireMentorOf } from "#app/accounts/access.server.ts";
import { copyIn } from "#app/i18n/i18n.server.ts";
import { useCopy } from "#app/i18n/translate.tsx";
import { CohortHeading } from "#app/mentoring/cohort-heading.tsx";
import { sessionTime } from "#app/mentoring/session-words.ts";
import { type LearnerMessages, messagesFor, messagesForGroup } from "#app/reports/messages.ts";
import reportsUrl from "#app/reports/reports.css?url";
import { ShareText } from "#app/reports/share-text.tsx";
import { listSessions } from "#db/attendance.ts";
import { db } from "#db/client.ts";
import { listWithoutConsent } from "#db/consents.ts";
import { listCohortLearners } from "#db/enrollments.ts";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: reportsUrl }];
export const meta: MetaFunction = () => [{ title: "Pesan WhatsApp · Melek Desa" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { cohort } = await requireMentorOf(request, params["cohort"]);
  const now = new Date();
  const next = (await listSessions(db, cohort)).find(({ startsAt, cancelledAt }) => startsAt > now && cancelledAt === null);
  // Learners read Indonesian, whatever the mentor's screen speaks.
  const copy = copyIn("id");
  const place = {
    cohort: cohort.name,
    center: `${cohort.centerName}, ${cohort.village}`,
    nextTime: next ? sessionTime(next, cohort.villageCode, copy) : null,
    site: new URL(request.url).origin,
  };
  const withdrawn = new Set((await listWithoutConsent(db, cohort)).flatMap(({ learnerId, withdrawnAt }) => (withdrawnAt ? [learnerId] : [])));
  const learners = ((await listCohortLearners(db, [cohort])).get(cohort.cohortId) ?? []).filter(({ learnerId }) => !withdrawn.has(learnerId));
  return {
    cohortName: cohort.name,
    path: `/mentor/rombel/${cohort.cohortId}`,
    group: messagesForGroup(learners, place, copy.t),
    learners: learners.map((learner) => messagesFor(learner, place, copy.t)),
  };
}

export default function Messages() {
  const { cohortName, path, group, learners } = useLoaderData<typeof loader>();
  const { t } = useCopy();
  return (
    <div className="messages">
      <CohortHeading title={t("messages.title")} cohortName={cohortName} cohortPath={path} />
      <p className="narrow">
        {t("messages.intro")} {t("messages.copyHint")}
      </p>
      <h2>{t("messages.groupTitle")}</h2>
      {group.reminder ? <ShareText id="grup-pengingat" label={t("messages.groupReminder")} text={group.reminder} /> : <p className="notice narrow">{t("messages.noSession")}</p>}
      {learners.length > 0 ? <ShareText id="grup-hasil" label={t("messages.groupResults")} text={group.results} /> : null}
      {group.certificates ? <ShareText id="grup-sertifikat" label={t("messages.groupCertificates")} text={group.certificates} /> : null}
      <h2 className="next-part">{t("messages.eachTitle")}</h2>
      {learners.length === 0 ? <p className="notice narrow">{t("messages.noLearners")}</p> : null}
      {learners.map((learner) => (
        <Person key={learner.learnerId} learner={learner} />
      ))}
    </div>
  );
}

function Person({ learner: { learnerId, number, name, reminder, result, certificate } }: { learner: LearnerMessages }) {
  const { t } = useCopy();
  const texts = [
    { id: "pengingat", kind: t("messages.personReminder"), text: reminder },
    { id: "hasil", kind: t("messages.personResult"), text: result },
    { id: "sertifikat", kind: t("messages.personCertificate"), text: certificate },
  ];
  return (
    <details name="peserta">
      <summary>
        {number}. {name}
      </summary>
      {texts.map(({ id, kind, text }) => (text === null ? null : <ShareText key={id} id={`${id}-${learnerId}`} label={t("messages.personLabel", { kind, name })} text={text} />))}
    </details>
  );
}
