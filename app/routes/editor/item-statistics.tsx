import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { notFound, requireEditor } from "#app/accounts/access.server.ts";
import { catalog } from "#app/catalog/catalog.server.ts";
import { formatNumber } from "#app/i18n/locale.ts";
import { useCopy } from "#app/i18n/translate.tsx";
import { adviceOn, itemStatistics, leastAttempts } from "#app/learning/item-statistics.ts";
import { textOf } from "#app/learning/quiz-view.ts";
import { db } from "#db/client.ts";
import { attemptsForStatistics, listFirstAttempts } from "#db/quiz-attempts.ts";

export const meta: MetaFunction = () => [{ title: "Soal kuis · Melek Desa" }];

/** What first attempts tell of one module's questions; the module is named by `?modul=A1`. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requireEditor(request);
  const modules = catalog().curricula.flatMap(({ courses }) => courses.flatMap((course) => course.modules.map(({ id, title }) => ({ id, title }))));
  const wanted = new URL(request.url).searchParams.get("modul") ?? modules[0]?.id;
  const module = modules.find(({ id }) => id === wanted);
  const quiz = module && catalog().quizzes[module.id];
  if (!module || !quiz) throw notFound();
  const items = itemStatistics(quiz, await listFirstAttempts(db, module.id)).map(({ question, asked, figures }) => ({
    id: question.id,
    ask: question.ask,
    asked,
    difficulty: figures && figures.difficulty,
    discrimination: figures && figures.discrimination,
    trap: figures?.trap ? { text: textOf(question, figures.trap.optionId), share: figures.trap.share } : null,
    advice: figures && adviceOn(figures),
  }));
  return { modules, module, items, most: attemptsForStatistics };
}

type Item = ReturnType<typeof useLoaderData<typeof loader>>["items"][number];

export default function ItemStatistics() {
  const { modules, module, items, most } = useLoaderData<typeof loader>();
  const { t, locale } = useCopy();
  return (
    <>
      <h1>{t("editor.itemsTitle")}</h1>
      <p>{t("editor.itemsIntro", { most: formatNumber(most, locale), least: leastAttempts })}</p>
      <nav className="row no-print" aria-label={t("editor.itemsChoose")}>
        {modules.map(({ id, title }) => (
          <a key={id} className={id === module.id ? "button" : "button button-quiet"} href={`/penyunting/soal?modul=${id}`} aria-current={id === module.id ? "page" : undefined} title={title}>
            {id === module.id ? `${id} ${title}` : id}
          </a>
        ))}
      </nav>
      <div className="wide">
        <table className="folding">
          <caption>{t("editor.itemsCaption", { module: `${module.id} ${module.title}` })}</caption>
          <thead>
            <tr>
              <th scope="col">{t("editor.item")}</th>
              {[t("editor.itemAsked"), t("editor.itemDifficulty"), t("editor.itemDiscrimination")].map((head) => (
                <th key={head} scope="col" className="number">
                  {head}
                </th>
              ))}
              <th scope="col">{t("editor.itemTrap")}</th>
              <th scope="col">{t("editor.itemAdvice")}</th>
            </tr>
          </thead>
          <tbody>
            {items.map((item) => (
              <ItemLine key={item.id} item={item} />
            ))}
          </tbody>
        </table>
      </div>
      <p className="muted narrow">{t("editor.itemsNotes")}</p>
    </>
  );
}

function ItemLine({ item }: { item: Item }) {
  const { t, locale } = useCopy();
  const advice = { easy: t("editor.itemEasy"), hard: t("editor.itemHard"), poor: t("editor.itemPoor") };
  return (
    <tr className={item.advice ? "needs-help" : undefined}>
      <th scope="row">
        <span>
          <span lang="id">{item.ask}</span> <code className="muted">{item.id}</code>
        </span>
      </th>
      <td className="number" data-label={t("editor.itemAsked")}>
        {formatNumber(item.asked, locale)}
      </td>
      <td className="number" data-label={t("editor.itemDifficulty")}>
        {item.difficulty === null ? t("editor.itemTooFew") : `${formatNumber(Math.round(item.difficulty * 100), locale)} %`}
      </td>
      <td className="number" data-label={t("editor.itemDiscrimination")}>
        {item.discrimination === null ? "–" : formatNumber(item.discrimination, locale, 2)}
      </td>
      <td data-label={t("editor.itemTrap")}>
        {item.trap ? t("editor.itemTrapShare", { text: item.trap.text, percent: formatNumber(Math.round(item.trap.share * 100), locale) }) : "–"}
      </td>
      <td data-label={t("editor.itemAdvice")}>{item.advice ? <strong>{advice[item.advice]}</strong> : "–"}</td>
    </tr>
  );
}
