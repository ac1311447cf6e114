import type { Guide } from "#app/catalog/guide-file.ts";
import { useCopy } from "#app/i18n/translate.tsx";
import { clockOf } from "./guide-plan.ts";

/** A lesson's guide for the mentor who holds it: one page when printed. Its own words are Indonesian. */
export function GuideSheet({ guide }: { guide: Guide }) {
  const { t } = useCopy();
  return (
    <div className="guide">
      <section>
        <h2>{t("mentor.guidePrepare")}</h2>
        <ul lang="id">
          {guide.prepare.map((thing) => (
            <li key={thing}>{thing}</li>
          ))}
        </ul>
      </section>
      <Plan plan={guide.plan} />
      <section>
        <h2>{t("mentor.guideStumbles")}</h2>
        <dl lang="id">
          {guide.stumbles.map((stumble) => (
            <div key={stumble.when}>
              <dt>{stumble.when}</dt>
              <dd>{stumble.do}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section>
        <h2>{t("mentor.guideAsk")}</h2>
        <ul lang="id">
          {guide.ask.map((question) => (
            <li key={question}>{question}</li>
          ))}
        </ul>
      </section>
      <section>
        <h2>{t("mentor.guideWords")}</h2>
        <dl className="words" lang="id">
          {guide.words.map((word) => (
            <div key={word.term}>
              <dt>{word.term}</dt>
              <dd>{word.say}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section>
        <h2>{t("mentor.guideFallback")}</h2>
        <p lang="id">{guide.fallback}</p>
      </section>
    </div>
  );
}

function Plan({ plan }: Pick<Guide, "plan">) {
  const { t } = useCopy();
  return (
    <section>
      <h2>{t("mentor.guidePlan")}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col" className="number">
              {t("mentor.guideMinute")}
            </th>
            <th scope="col">{t("mentor.guideActivity")}</th>
          </tr>
        </thead>
        <tbody>
          {clockOf(plan).map((part) => (
            <tr key={part.from}>
              <th scope="row" className="number">
                {part.from}–{part.to}
              </th>
              <td lang="id">{part.do}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
