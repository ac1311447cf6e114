import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireLearner } from "#app/accounts/access.server.ts";
import type { LearnerViewer } from "#app/accounts/role.ts";
import { isServed } from "#app/catalog/catalog.server.ts";
import { type RemainingModule, remainingWork } from "#app/certificates/certificate.ts";
import { Facts } from "#app/certificates/facts.tsx";
import { issueCertificateIfEarned } from "#app/certificates/issue-certificate.server.ts";
import { verificationPath } from "#app/certificates/verification-code.ts";
import { doneIn } from "#app/learning/enrollment.ts";
import { copyFor } from "#app/i18n/i18n.server.ts";
import { dayOf, formatDate } from "#app/i18n/locale.ts";
import { useCopy } from "#app/i18n/translate.tsx";
import { useTextSize } from "#app/root.tsx";
import { Frame } from "#app/ui/frame.tsx";
import learnerUrl from "#app/ui/learner.css?url";
import certificatesUrl from "#app/certificates/certificates.css?url";
import { listCertificatesOf } from "#db/certificates.ts";
import { db } from "#db/client.ts";
import { findPinnedStructure } from "#db/curricula.ts";

export const links: LinksFunction = () => [learnerUrl, certificatesUrl].map((href) => ({ rel: "stylesheet", href }));
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ""} · Melek Desa` }];

export async function loader({ request }: LoaderFunctionArgs) {
  const learner = await requireLearner(request);
  const { t, locale } = copyFor(request);
  const remaining = await listRemaining(learner);
  const certificates = await listCertificatesOf(db, learner.villageCode, learner.learnerId);
  return {
    title: t("certificates.mineTitle"),
    name: learner.name,
    remaining,
    certificates: certificates.map(({ code, number, content, revokedAt }) => ({
      path: verificationPath(code),
      url: new URL(request.url).origin + verificationPath(code),
      curriculum: t("certificates.curriculum", { year: content.year, title: content.curriculumTitle }),
      number,
      finishedOn: formatDate(content.finishedOn, locale),
      revokedOn: revokedAt && formatDate(dayOf(revokedAt), locale),
    })),
  };
}

/**
 * What each enrollment without a certificate still asks for. One that asks for nothing more, because
 * its last open lesson was withdrawn, gets its certificate now.
 */
async function listRemaining({ villageCode, enrollments, learnerId }: LearnerViewer) {
  const held = new Set((await listCertificatesOf(db, villageCode, learnerId)).map(({ enrollmentId }) => enrollmentId));
  const remaining: { title: string; modules: RemainingModule[] }[] = [];
  for (const enrollment of enrollments.filter(({ enrollmentId }) => !held.has(enrollmentId))) {
    const { enrollmentId } = enrollment;
    const structure = await findPinnedStructure(db, villageCode, enrollmentId);
    if (!structure) continue;
    const modules = remainingWork(structure, doneIn(enrollment), isServed);
    if (modules.length > 0) remaining.push({ title: structure.title, modules });
    else await db.transaction().execute((trx) => issueCertificateIfEarned(trx, { villageCode, enrollmentId }, new Date()));
  }
  return remaining;
}

export default function MyCertificates() {
  const { name, certificates, remaining } = useLoaderData<typeof loader>();
  const { t } = useCopy();
  const isEmpty = certificates.length === 0;
  return (
    <Frame who={name} home="/belajar" here="/sertifikat/saya" textSize={useTextSize()}>
      <h1>{t("certificates.mineTitle")}</h1>
      {certificates.map((certificate) => (
        <CertificateCard key={certificate.path} certificate={certificate} />
      ))}
      {isEmpty ? <p className="notice">{remaining.length > 0 ? t("certificates.mineNoneYet") : t("certificates.mineNotEnrolled")}</p> : null}
      {remaining.map(({ title, modules }) => (
        <Remaining key={title} title={title} modules={modules} />
      ))}
      {remaining.length > 0 ? (
        <a className="button button-main" href="/belajar">
          {t("certificates.mineContinue")}
        </a>
      ) : (
        <a className="button button-quiet" href="/belajar">
          {t("layout.back")}
        </a>
      )}
    </Frame>
  );
}

type OwnCertificate = ReturnType<typeof useLoaderData<typeof loader>>["certificates"][number];

function CertificateCard({ certificate: { path, url, curriculum, number, finishedOn, revokedOn } }: { certificate: OwnCertificate }) {
  const { t } = useCopy();
  if (revokedOn) {
    return (
      <section className="card">
        <h2>{curriculum}</h2>
        <p className="notice notice-warn">{t("certificates.mineRevoked", { date: revokedOn })}</p>
      </section>
    );
  }
  return (
    <section className="card">
      <h2>{curriculum}</h2>
      <p className="notice notice-ok">{t("certificates.mineCongratulations")}</p>
      <Facts
        facts={[
          [t("certificates.finishedOn"), finishedOn],
          [t("certificates.numberLabel"), number],
        ]}
      />
      <p>
        <a className="button button-main" href={`${path}/pdf`}>
          {t("certificates.mineDownload")}
        </a>
      </p>
      <p>
        {t("certificates.mineVerify")}
        <br />
        <a href={path}>{url}</a>
      </p>
    </section>
  );
}

function Remaining({ title, modules }: { title: string; modules: RemainingModule[] }) {
  const { t } = useCopy();
  return (
    <section className="card">
      <h2>{title}</h2>
      <p>{t("certificates.mineToDo")}</p>
      <ul>
        {modules.map(({ title, lessons, quiz }) => (
          <li key={title}>
            <strong>{title}</strong>:{" "}
            {[lessons > 0 ? t("certificates.mineLessons", { count: lessons }) : "", quiz ? t("certificates.mineQuiz") : ""].filter(Boolean).join(", ")}
          </li>
        ))}
      </ul>
    </section>
  );
}
