import { entryOf } from "../simulator-entry.ts";
import type { ViewProps } from "../view-props.ts";
import { type UrutLangkahConfig, type UrutLangkahState, cardsLeft, stepOf, urutLangkah } from "./urut-langkah.ts";

type Props = ViewProps<UrutLangkahConfig, UrutLangkahState>;

/** The steps in their places so far, an empty place, and below them the cards from which the next one is tapped. */
export function UrutLangkahView(props: Props) {
  const { state, config, t, control } = props;
  const cards = cardsLeft(state, config);
  return (
    <div className="ul">
      <Places {...props} />
      {cards.length > 0 && (
        <div className="ul-cards" role="group" aria-label={t("which", { number: String(state.placed + 1) })}>
          <p aria-hidden="true">{t("which", { number: String(state.placed + 1) })}</p>
          {cards.map(({ id, text }) => <button key={id} {...control(stepOf(id))} lang="id">{text}</button>)}
        </div>
      )}
      <Aside {...props} />
    </div>
  );
}

export default entryOf(urutLangkah, UrutLangkahView);

function Places({ state, config, t }: Props) {
  return (
    <ol className="ul-places" aria-label={t("places")}>
      {config.steps.slice(0, state.placed + 1).map(({ id, text }, index) => {
        const number = String(index + 1);
        const isPlaced = index < state.placed;
        return (
          <li key={id} data-placed={isPlaced || undefined} data-sight={isPlaced ? undefined : id}>
            <b aria-hidden="true">{number}</b>
            {isPlaced ? <span lang="id">{text}</span> : <span className="practice-unseen">{t("empty", { number })}</span>}
          </li>
        );
      })}
    </ol>
  );
}

function Aside({ state, config, t }: Props) {
  const aside = (config.distractors ?? []).filter(({ id }) => state.aside.includes(id));
  if (aside.length === 0) return null;
  return (
    <div className="ul-aside">
      <h3>{t("aside")}</h3>
      <ul>{aside.map(({ id, text }) => <li key={id} lang="id">{text}</li>)}</ul>
    </div>
  );
}
