import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireProgramReader } from "#app/accounts/access.server.ts";
import { dayOf } from "#app/i18n/locale.ts";
import { useCopy } from "#app/i18n/translate.tsx";
import { areaAddress } from "#app/programs/area-address.ts";
import { isLongReport, reportCompletion, selectionOf } from "#app/programs/completion.ts";
import { freshenFigures } from "#app/programs/fold-figures.server.ts";
import { reportGain } from "#app/programs/gain.ts";
import { headlineOf } from "#app/programs/headline.ts";
import { readTold } from "#app/programs/read-told.server.ts";
import { ProgramHeadline } from "#app/programs/program-headline.tsx";
import { CompletionPage } from "#app/programs/completion-page.tsx";
import { Pictures, sharesOfGain } from "#app/programs/pictures/area-pictures.tsx";
import { CurriculumChoice } from "#app/programs/pictures/curriculum-choice.tsx";
import { PictureLinks } from "#app/programs/pictures/picture-links.tsx";
import picturesUrl from "#app/programs/pictures/pictures.css?url";
import { readMonths } from "#app/programs/pictures/read-months.server.ts";
import programUrl from "#app/programs/program.css?url";
import staffUrl from "#app/ui/staff.css?url";
import { db } from "#db/client.ts";
import { countVillageKinds, listPlaceCounts, listVillageCounts } from "#db/completion.ts";
import { listCurricula } from "#db/curricula.ts";
import { listTestResults } from "#db/measures.ts";
import { getProgramDetails } from "#db/program-details.ts";
import { getProgramFacts } from "#db/program-facts.ts";

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: staffUrl },
  { rel: "stylesheet", href: programUrl },
  { rel: "stylesheet", href: picturesUrl },
];
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data ? `${data.program.name} · Melek Desa` : "Melek Desa" }];

/** How far a program has come in each village, for who answers for it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { program, mayWrite } = await requireProgramReader(request, params["program"]);
  const now = new Date();
  const asOf = await freshenFigures(db, now);
  const selection = selectionOf(new URL(request.url).searchParams.get("tampil"), "mulai");
  const [places, region, results] = await Promise.all([listPlaceCounts(db, program.id), countVillageKinds(db, program.regionCode), listTestResults(db, program.id)]);
  const villages = isLongReport(places, selection) ? [] : await listVillageCounts(db, program.id, selection);
  const told = await readTold(db, program.id, ["", ...places.map(({ code }) => code), ...villages.map(({ villageCode }) => villageCode)]);
  const report = reportCompletion(places, villages, { told, selection, now });
  const headline = headlineOf(await getProgramFacts(db, program, report.totals.counts.registered, dayOf(now)));
  const months = await readMonths(db, { regionCode: program.regionCode, programId: program.id, curriculumId: "" }, report.totals.counts, now);
  const { ownerName, regionName, startsOn, endsOn } = program;
  const { partners, curriculumIds, fields, affiliations, event } = await getProgramDetails(db, program.id);
  const curricula = await listCurricula(db);
  const particulars = { ownerName, regionName, partners, startsOn, endsOn, curricula: curricula.filter(({ id }) => curriculumIds.includes(id)), fields, affiliations, event: event && { name: event.name, days: [...new Set(event.sessions.map(({ startsAt }) => dayOf(startsAt)))] } };
  return { program, mayWrite, particulars, headline, region, report, months, curricula, gain: reportGain(results, report.totals.counts.finished), selection, now, asOf };
}

export default function Completion() {
  const loaded = useLoaderData<typeof loader>();
  const { program, report, months, gain, headline, curricula } = loaded;
  const addressOf = (curriculumId: string | null) => (curriculumId === null ? `/program/${program.id}` : areaAddress(`/program/${program.id}/wilayah`, program.regionCode, curriculumId));
  const pictures = (
    <>
      <PictureLinks programId={program.id} area={{ code: program.regionCode, kind: "regency" }} curriculumId={null} />
      <CurriculumChoice curricula={curricula} chosen={null} addressOf={addressOf} />
      <Pictures counts={report.totals.counts} months={months} shares={sharesOfGain(gain)} />
    </>
  );
  return <CompletionPage {...loaded} first={<ProgramHeadline headline={headline} />} links={<Links {...loaded} />} pictures={pictures} />;
}

/** The other pages of a program. */
function Links({ program, mayWrite }: { program: { id: string; regionCode: string }; mayWrite: boolean }) {
  const { t } = useCopy();
  const pages = [
    [areaAddress(`/program/${program.id}/wilayah`, program.regionCode), t("area.link")],
    [`/program/${program.id}/rencana`, t("spread.planLink")],
    [`/program/${program.id}/sebaran`, t("spread.link")],
    [`/program/${program.id}/tanya`, t("anomalies.title")],
    ...(mayWrite
      ? [
          [`/program/${program.id}/pendamping`, t("training.mentorsTitle")],
          [`/program/${program.id}/pembina`, t("cohort.coachingLink")],
        ]
      : []),
  ];
  return (
    <nav className="row pages no-print" aria-label={t("program.pages")}>
      {pages.map(([address, label]) => (
        <a key={address} className="button button-quiet" href={address}>
          {label}
        </a>
      ))}
    </nav>
  );
}
