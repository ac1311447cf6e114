import { data, type HeadersFunction, type LinksFunction, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { CodeForm } from "#app/certificates/code-form.tsx";
import { Facts } from "#app/certificates/facts.tsx";
import { placeLine } from "#app/certificates/place.ts";
import { readCode, verificationPath } from "#app/certificates/verification-code.ts";
import { copyFor } from "#app/i18n/i18n.server.ts";
import { dayOf, formatDate } from "#app/i18n/locale.ts";
import { useCopy } from "#app/i18n/translate.tsx";
import { useTextSize } from "#app/root.tsx";
import { Frame } from "#app/ui/frame.tsx";
import learnerUrl from "#app/ui/learner.css?url";
import certificatesUrl from "#app/certificates/certificates.css?url";
import { initialsOf } from "#app/certificates/initials.ts";
import { findCertificateByCode } from "#db/certificates.ts";
import { db } from "#db/client.ts";
import { mayShowName } from "#db/consents.ts";

export const links: LinksFunction = () => [learnerUrl, certificatesUrl].map((href) => ({ rel: "stylesheet", href }));
export const headers: HeadersFunction = () => ({ "X-Robots-Tag": "noindex" });
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.title ?? ""} · Melek Desa` },
  { name: "robots", content: "noindex" },
];

/**
 * Anyone may check a certificate whose code they hold. Of the certificate only what is shown leaves the server; of the
 * name only initials, unless its owner lets it be shown: enough to compare with the paper, too little to look people up.
 */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { t, locale } = copyFor(request);
  const title = t("certificates.verifyTitle");
  const typed = params["code"] ?? "";
  const code = readCode(typed);
  const certificate = code === null ? undefined : await findCertificateByCode(db, code);
  if (!certificate) return data({ title, typed: typed.slice(0, 40), certificate: null, here: "/" }, { status: 404 });
  const { content, number, villageCode, learnerId, revokedAt } = certificate;
  const isNameShown = await mayShowName(db, { villageCode, learnerId }, certificate.issuedAt);
  return data({
    title,
    typed,
    here: verificationPath(certificate.code),
    certificate: {
      revokedOn: revokedAt && formatDate(dayOf(revokedAt), locale),
      name: content.learnerName === "" ? t("certificates.nameErased") : isNameShown ? content.learnerName : initialsOf(content.learnerName),
      home: placeLine(t, villageCode, content),
      learned: t("certificates.curriculum", { year: content.year, title: content.curriculumTitle }),
      program: content.programName,
      finishedOn: formatDate(content.finishedOn, locale),
      number,
    },
  });
}

export default function Verify() {
  const { typed, certificate, here } = useLoaderData<typeof loader>();
  return (
    <Frame who={null} home="/" here={here} textSize={useTextSize()}>
      {certificate ? <Checked certificate={certificate} /> : <Unknown typed={typed} />}
    </Frame>
  );
}

type ShownCertificate = NonNullable<ReturnType<typeof useLoaderData<typeof loader>>["certificate"]>;

function Checked({ certificate }: { certificate: ShownCertificate }) {
  const { t } = useCopy();
  const { revokedOn } = certificate;
  const facts = [
    [t("certificates.name"), certificate.name],
    [t("certificates.home"), certificate.home],
    [t("certificates.learned"), certificate.learned],
    [t("certificates.program"), certificate.program],
    [t("certificates.finishedOn"), certificate.finishedOn],
    [t("certificates.numberLabel"), certificate.number],
  ] as const;
  return (
    <>
      <div className={revokedOn ? "notice notice-error" : "notice notice-ok"}>
        <h1>
          <span aria-hidden="true">{revokedOn ? "✕" : "✓"}</span> {revokedOn ? t("certificates.revokedTitle") : t("certificates.validTitle")}
        </h1>
        <p>{revokedOn ? t("certificates.revokedText", { date: revokedOn }) : t("certificates.validText")}</p>
      </div>
      <div className="card">
        <Facts facts={facts} />
      </div>
    </>
  );
}

function Unknown({ typed }: { typed: string }) {
  const { t } = useCopy();
  return (
    <>
      <h1>{t("certificates.unknownTitle")}</h1>
      <p className="notice">
        {t("certificates.unknownTyped")}
        <br />
        <strong>{typed}</strong>
      </p>
      <p>{t("certificates.unknownText")}</p>
      <CodeForm typed={typed} />
      <a className="touch" href="/">
        {t("layout.toStart")}
      </a>
    </>
  );
}
