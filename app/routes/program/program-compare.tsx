import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { answerComparison } from "#app/programs/pictures/answer-comparison.server.ts";
import { ComparePage } from "#app/programs/pictures/compare-page.tsx";
import picturesUrl from "#app/programs/pictures/pictures.css?url";
import programUrl from "#app/programs/program.css?url";
import { db } from "#db/client.ts";

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: programUrl },
  { rel: "stylesheet", href: picturesUrl },
];
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.program ? `Bandingkan tempat, ${data.program.name} · Melek Desa` : "Melek Desa" }];

/** Places beside each other, within one program. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  return answerComparison(db, request, params["program"] ?? "", new Date());
}

export default function ProgramCompare() {
  return <ComparePage {...useLoaderData<typeof loader>()} />;
}
