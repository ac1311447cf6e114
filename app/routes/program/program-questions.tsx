import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireProgramReader } from "#app/accounts/access.server.ts";
import anomaliesUrl from "#app/programs/anomalies/anomalies.css?url";
import { AnomalyPage } from "#app/programs/anomalies/anomaly-page.tsx";
import { readAnomalies } from "#app/programs/anomalies/read-anomalies.server.ts";
import programUrl from "#app/programs/program.css?url";
import { db } from "#db/client.ts";

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: programUrl },
  { rel: "stylesheet", href: anomaliesUrl },
];
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data ? `Yang bisa ditanyakan, ${data.program.name} · Melek Desa` : "Melek Desa" }];

/** What there is to ask a program's mentors about, for who answers for it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { program, mayWrite } = await requireProgramReader(request, params["program"]);
  const report = await readAnomalies(db, { regionCode: program.regionCode, programId: program.id, mayWrite }, new URL(request.url).searchParams, new Date());
  return { program: { id: program.id, name: program.name }, report };
}

export default function ProgramQuestions() {
  const { program, report } = useLoaderData<typeof loader>();
  const home = `/program/${program.id}`;
  return <AnomalyPage report={report} name={program.name} home={home} path={`${home}/tanya`} base={`${home}/wilayah`} />;
}
