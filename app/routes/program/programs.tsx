import { type LinksFunction, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireStaff } from "#app/accounts/access.server.ts";
import { isAdmin } from "#app/accounts/role.ts";
import { formatDate } from "#app/i18n/locale.ts";
import { useCopy } from "#app/i18n/translate.tsx";
import staffUrl from "#app/ui/staff.css?url";
import { db } from "#db/client.ts";
import { listProgramsFor } from "#db/programs.ts";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: staffUrl }];
export const meta: MetaFunction = () => [{ title: "Program · Melek Desa" }];

/** The programs that someone answers for; with only one, straight to it. */
export async function loader({ request }: LoaderFunctionArgs) {
  const staff = await requireStaff(request);
  const programs = await listProgramsFor(db, staff.roles);
  if (programs.length === 1 && !isAdmin(staff.roles)) throw redirect(`/program/${programs[0]?.id}`);
  return { programs, mayCreate: isAdmin(staff.roles) };
}

export default function Programs() {
  const { programs, mayCreate } = useLoaderData<typeof loader>();
  const { t, locale } = useCopy();
  if (programs.length === 0 && !mayCreate) {
    return (
      <section className="card">
        <h1>{t("program.noProgramsTitle")}</h1>
        <p>{t("program.noProgramsText")}</p>
      </section>
    );
  }
  return (
    <>
      <h1>{t("program.programsTitle")}</h1>
      {mayCreate ? (
        <p>
          <a className="button button-quiet" href="/program/baru">
            {t("plan.newTitle")}
          </a>
        </p>
      ) : null}
      <ul className="plain columns">
        {programs.map((program) => (
          <li key={program.id} className="card">
            <h2>
              <a href={`/program/${program.id}`}>{program.name}</a>
            </h2>
            <p>{t("program.runBy", { owner: program.ownerName, region: program.regionName })}</p>
            <p className="muted">{t("program.startsOn", { date: formatDate(program.startsOn, locale) })}</p>
          </li>
        ))}
      </ul>
    </>
  );
}
