import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireProgramReader } from "#app/accounts/access.server.ts";
import { formatNumber } from "#app/i18n/locale.ts";
import { useCopy } from "#app/i18n/translate.tsx";
import { freshenFigures } from "#app/programs/fold-figures.server.ts";
import planUrl from "#app/programs/plan/plan.css?url";
import { PlanHeading } from "#app/programs/plan/plan-parts.tsx";
import { countWords } from "#app/programs/figures.ts";
import { spreadOf, type SpreadNode } from "#app/programs/spread.ts";
import { db } from "#db/client.ts";
import { listCoaching } from "#db/coaching.ts";
import { listTeaching } from "#db/spread.ts";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: planUrl }];
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data ? `Sebaran ${data.program.name} · Melek Desa` : "Melek Desa" }];

/** How far a program has spread from who coaches to the people of each village. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { program } = await requireProgramReader(request, params["program"]);
  await freshenFigures(db, new Date());
  const [coaching, teaching] = await Promise.all([listCoaching(db, program.id), listTeaching(db, program.id)]);
  return { program: { id: program.id, name: program.name }, spread: spreadOf(coaching, teaching) };
}

export default function Spread() {
  const { program, spread } = useLoaderData<typeof loader>();
  const copy = useCopy();
  const { t, locale } = copy;
  const { roots, levels, people, villages } = spread;
  return (
    <>
      <PlanHeading back={`/program/${program.id}`} backTo={program.name} title={t("spread.title")} />
      {roots.length === 0 ? (
        <p className="notice narrow">{t("spread.nobody")}</p>
      ) : (
        <>
          <p className="headline">{t("spread.depth", { levels: levels.length + 1, people: countWords(people, copy), villages: formatNumber(villages, locale) })}</p>
          {levels.length > 1 ? <p className="narrow">{t("spread.levelsNote")}</p> : null}
          <table className="folding narrow">
            <caption>{t("spread.levelsCaption")}</caption>
            <thead>
              <tr>
                <th scope="col">{t("spread.level")}</th>
                <th scope="col" className="number">
                  {t("spread.staff")}
                </th>
                <th scope="col" className="number">
                  {t("spread.taught")}
                </th>
              </tr>
            </thead>
            <tbody>
              {levels.map(({ level, staff, people: taught }) => (
                <tr key={level}>
                  <th scope="row">{t("spread.levelOf", { level })}</th>
                  <td className="number" data-label={t("spread.staff")}>
                    {formatNumber(staff, locale)}
                  </td>
                  <td className="number" data-label={t("spread.taught")}>
                    {countWords(taught, copy)}
                  </td>
                </tr>
              ))}
              <tr>
                <th scope="row">{t("spread.levelPeople", { level: levels.length + 1 })}</th>
                <td className="number" data-label={t("spread.staff")}>
                  {countWords(people, copy)}
                </td>
                <td className="number" data-label={t("spread.taught")}>
                  {t("spread.none")}
                </td>
              </tr>
            </tbody>
          </table>
          <h2 className="next-part">{t("spread.treeTitle")}</h2>
          <ul className="tree">
            {roots.map((node) => (
              <Node key={node.staffId} node={node} />
            ))}
          </ul>
          <p className="muted narrow">{t("spread.note")}</p>
        </>
      )}
    </>
  );
}

function Node({ node }: { node: SpreadNode }) {
  const copy = useCopy();
  const { t } = copy;
  const { name, villages, people, reach, coached } = node;
  return (
    <li>
      <strong>{name}</strong>{" "}
      {coached.length > 0 ? <span>{t("spread.coaches", { count: coached.length, people: countWords(reach, copy) })}</span> : null}{" "}
      {villages.length > 0 ? <span className="muted">{t("spread.teaches", { people: countWords(people, copy), villages: villages.join(", ") })}</span> : coached.length === 0 ? <span className="muted">{t("spread.teachesNobody")}</span> : null}
      {coached.length > 0 ? (
        <ul>
          {coached.map((below) => (
            <Node key={below.staffId} node={below} />
          ))}
        </ul>
      ) : null}
    </li>
  );
}
