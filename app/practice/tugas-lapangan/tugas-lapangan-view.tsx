import { entryOf } from "../simulator-entry.ts";
import type { ViewProps } from "../view-props.ts";
import { type PlanQuestion, type TugasLapanganConfig, type TugasLapanganState, questionLeft, tugasLapangan } from "./tugas-lapangan.ts";

type Props = ViewProps<TugasLapanganConfig, TugasLapanganState>;

/** A sheet with the plan so far; below it the next question, or the list to tick; at the end, what the mentor is shown. */
function TugasLapanganView(props: Props) {
  const question = questionLeft(props.state, props.config);
  return (
    <div className="tl">
      <Sheet {...props} />
      {question === undefined ? <Checklist {...props} /> : <Question {...props} question={question} />}
      <Show {...props} />
    </div>
  );
}

export default entryOf(tugasLapangan, TugasLapanganView);

function Sheet({ state, config, t, control }: Props) {
  return (
    <section className="tl-sheet" aria-labelledby="tl-plan">
      <h3 id="tl-plan">{t("plan")}</h3>
      <ul>
        {config.plan.map(({ id, name, choices }) => {
          const chosen = choices.find((choice) => choice.id === state.plan[id]);
          return (
            <li key={id}>
              <p><span lang="id">{name}:</span> {chosen === undefined ? <><span className="tl-open" aria-hidden="true" /><span className="practice-unseen">{t("open")}</span></> : <b lang="id">{chosen.text}</b>}</p>
              {chosen !== undefined && <button {...control(`change:${id}`)}>{t("change")}<span className="practice-unseen" lang="id"> {name}</span></button>}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Question({ control, question }: Props & { question: PlanQuestion }) {
  return (
    <div className="tl-choices" role="group" aria-labelledby="tl-question">
      <h3 id="tl-question" lang="id" data-sight={question.id}>{question.text}</h3>
      {question.choices.map(({ id, text }) => <button key={id} {...control(`plan:${question.id}:${id}`)} lang="id">{text}</button>)}
    </div>
  );
}

function Checklist({ state, config, t, control }: Props) {
  return (
    <div className="tl-list" role="group" aria-labelledby="tl-list">
      <h3 id="tl-list" data-sight="list">{t("list")}</h3>
      {state.ticked.length < config.steps.length && <p>{t("later")}</p>}
      {config.steps.map(({ id, text }) => (
        <button key={id} {...control(`tick:${id}`)} role="checkbox" aria-checked={state.ticked.includes(id)} lang="id">
          <svg viewBox="0 0 24 24" aria-hidden="true"><rect x="2" y="2" width="20" height="20" rx="4" /><path d="m6.5 12.5 4 4 7-9" /></svg>
          <span>{text}</span>
        </button>
      ))}
    </div>
  );
}

function Show({ config, t }: Props) {
  return (
    <section className="tl-show" aria-labelledby="tl-show">
      <h3 id="tl-show">{t("show")}</h3>
      <p lang="id">{config.show.text}</p>
      <p className="tl-mentor"><span aria-hidden="true" /><b>{t("mentor")}</b></p>
    </section>
  );
}
