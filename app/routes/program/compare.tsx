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
export const meta: MetaFunction = () => [{ title: "Bandingkan tempat · Melek Desa" }];

/** Places beside each other, for who answers for them: all programs together. */
export async function loader({ request }: LoaderFunctionArgs) {
  return answerComparison(db, request, undefined, new Date());
}

export default function Compare() {
  return <ComparePage {...useLoaderData<typeof loader>()} />;
}
