import { data, type LinksFunction, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { CodeForm } from "#app/certificates/code-form.tsx";
import { readCode, verificationPath } from "#app/certificates/verification-code.ts";
import { copyFor } from "#app/i18n/i18n.server.ts";
import { useCopy } from "#app/i18n/translate.tsx";
import { useTextSize } from "#app/root.tsx";
import { Frame } from "#app/ui/frame.tsx";
import learnerUrl from "#app/ui/learner.css?url";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: learnerUrl }];
export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: `${loaded?.title ?? ""} · Melek Desa` }];

/** Whoever holds a certificate types its code; a code as ours are leads to what is known of it. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { t } = copyFor(request);
  const title = t("certificates.checkTitle");
  const asked = new URL(request.url).searchParams.get("kode");
  if (asked === null) return data({ title, typed: "", error: undefined });
  const code = readCode(asked);
  if (code) throw redirect(verificationPath(code));
  const typed = asked.replaceAll(/\p{Cc}/gu, " ").trim().slice(0, 40);
  return data({ title, typed, error: typed ? t("certificates.checkMalformed") : t("certificates.checkMissing") }, { status: 400 });
}

export default function Check() {
  const { title, typed, error } = useLoaderData<typeof loader>();
  const { t } = useCopy();
  return (
    <Frame who={null} home="/" here="/sertifikat" textSize={useTextSize()}>
      <h1>{title}</h1>
      <p>{t("certificates.checkText")}</p>
      <CodeForm typed={typed} error={error} />
    </Frame>
  );
}
