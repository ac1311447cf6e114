import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findViewer } from "#app/accounts/session.server.ts";
import { useCopy } from "#app/i18n/translate.tsx";
import { useTextSize } from "#app/root.tsx";
import { Frame } from "#app/ui/frame.tsx";
import learnerUrl from "#app/ui/learner.css?url";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: learnerUrl }];
export const meta: MetaFunction = () => [{ title: "Tentang · Melek Desa" }];

export async function loader({ request }: LoaderFunctionArgs) {
  return { who: (await findViewer(request))?.name ?? null };
}

export default function About() {
  const { t } = useCopy();
  const { who } = useLoaderData<typeof loader>();
  return (
    <Frame who={who} home="/" here="/tentang" textSize={useTextSize()}>
      <h1>{t("layout.about")}</h1>
      <p>{t("layout.tagline")}</p>
      <h2>{t("layout.aboutDataTitle")}</h2>
      <p>{t("layout.aboutData")}</p>
      <p>
        <a className="touch" href="/sertifikat">
          {t("certificates.checkTitle")}
        </a>
      </p>
      <h2>{t("layout.aboutSourcesTitle")}</h2>
      <p>{t("layout.aboutRegions")}</p>
      <p>{t("layout.aboutDigcomp")}</p>
    </Frame>
  );
}
