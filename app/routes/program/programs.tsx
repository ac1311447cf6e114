import { type LinksFunction, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireStaff } from "#app/accounts/access.server.ts";
import { areasOf, isAdmin } from "#app/accounts/role.ts";
import { ProgramsPage } from "#app/programs/programs-page.tsx";
import staffUrl from "#app/ui/staff.css?url";
import { db } from "#db/client.ts";
import { listProgramsFor } from "#db/programs.ts";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: staffUrl }];
export const meta: MetaFunction = () => [{ title: "Program · Melek Desa" }];

/** The programs that someone answers for; with only one, straight to it. Who answers for places where no program is yet: to their places. */
export async function loader({ request }: LoaderFunctionArgs) {
  const staff = await requireStaff(request);
  const programs = await listProgramsFor(db, staff.roles);
  if (programs.length === 1 && !isAdmin(staff.roles)) throw redirect(`/program/${programs[0]?.id}`);
  if (programs.length === 0 && !isAdmin(staff.roles) && areasOf(staff.roles).length > 0) throw redirect("/wilayah");
  return { programs, mayCreate: isAdmin(staff.roles) };
}

export default function Programs() {
  return <ProgramsPage {...useLoaderData<typeof loader>()} />;
}
