import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { isRouteErrorResponse, Outlet, useLoaderData, useLocation, useMatches, useRouteError, useRouteLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { requireStaff } from "#app/accounts/access.server.ts";
import { areasOf, homeOf, isEditor } from "#app/accounts/role.ts";
import { useCopy } from "#app/i18n/translate.tsx";
import mentoringUrl from "#app/mentoring/mentoring.css?url";
import { ErrorBoundary as RootErrorBoundary, useTextSize } from "#app/root.tsx";
import { Frame } from "#app/ui/frame.tsx";
import { titleOfError } from "#app/ui/error-page.tsx";
import staffUrl from "#app/ui/staff.css?url";

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: staffUrl },
  { rel: "stylesheet", href: mentoringUrl },
];

export const meta: MetaFunction = ({ error }) => [{ title: titleOfError(error) }];

export async function loader({ request }: LoaderFunctionArgs) {
  const staff = await requireStaff(request);
  return { name: staff.name, home: homeOf(staff), isMentor: staff.isMentor, isLead: staff.roles.length > 0, hasAreas: areasOf(staff.roles).length > 0, isEditor: isEditor(staff.roles) };
}

/** What all pages of mentors and program staff stand in. */
export default function Staff() {
  const ownForm = useMatches().map(({ handle }) => (handle as { ownForm?: string } | undefined)?.ownForm).find((id) => id !== undefined);
  return (
    <StaffFrame staff={useLoaderData<typeof loader>()} ownForm={ownForm}>
      <Outlet />
    </StaffFrame>
  );
}

/** A page that does not exist keeps the menu of who is signed in; anything else that broke is told as everywhere. */
export function ErrorBoundary() {
  const staff = useRouteLoaderData<typeof loader>("routes/staff");
  const error = useRouteError();
  const { t } = useCopy();
  if (!staff || !isRouteErrorResponse(error) || error.status !== 404) return <RootErrorBoundary />;
  return (
    <StaffFrame staff={staff}>
      <h1>{t("layout.notFoundTitle")}</h1>
      <p>{t("mentor.notFoundText")}</p>
      <a className="button" href={staff.home}>
        {t("layout.toStart")}
      </a>
    </StaffFrame>
  );
}

function StaffFrame({ staff: { name, home, isMentor, isLead, hasAreas, isEditor }, ownForm, children }: { staff: ReturnType<typeof useLoaderData<typeof loader>>; ownForm?: string | undefined; children: ReactNode }) {
  const { t } = useCopy();
  const { pathname: here, search } = useLocation();
  return (
    <Frame who={name} home={home} here={here + search} textSize={useTextSize()} forStaff ownForm={ownForm ? { id: ownForm } : undefined}>
      <nav className="row staff-nav no-print" aria-label={t("mentor.navLabel")}>
        {isMentor ? <NavLink href="/mentor" here={here.startsWith(guides) || here.startsWith(own) ? "" : here} label={t("mentor.navCohorts")} /> : null}
        {isLead ? <NavLink href="/program" here={here} label={t("mentor.navPrograms")} /> : null}
        {hasAreas ? <NavLink href="/wilayah" here={here} label={t("area.title")} /> : null}
        <NavLink href={guides} here={here} label={t("mentor.navGuides")} />
        {isMentor ? <NavLink href={own} here={here} label={t("mentor.navOwn")} /> : null}
        {isEditor ? <NavLink href="/peran" here={here} label={t("roles.title")} /> : null}
        {isEditor ? <NavLink href="/penyunting/fakta" here={here} label={t("editor.navFacts")} /> : null}
        {isEditor ? <NavLink href="/penyunting/soal" here={here} label={t("editor.navItems")} /> : null}
      </nav>
      {children}
    </Frame>
  );
}

const guides = "/mentor/panduan";
const own = "/mentor/belajar";

function NavLink({ href, here, label }: { href: string; here: string; label: string }) {
  const isCurrent = here === href || here.startsWith(`${href}/`);
  return (
    <a className={isCurrent ? "button button-quiet" : "button button-plain"} href={href} aria-current={here === href ? "page" : isCurrent || undefined}>
      {label}
    </a>
  );
}
