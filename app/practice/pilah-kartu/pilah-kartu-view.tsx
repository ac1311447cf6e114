import { Fragment } from "react";
import { entryOf } from "../simulator-entry.ts";
import type { ViewProps } from "../view-props.ts";
import { type CardIcon, cardIcons } from "./card-icons.ts";
import { type PilahKartuConfig, type PilahKartuState, cardOnTable, pilahKartu, stepTo } from "./pilah-kartu.ts";

type Props = ViewProps<PilahKartuConfig, PilahKartuState>;

const cardId = "pilah-kartu";

/** A table with one card on it, and the groups as big buttons below; at the end, what lies in each group. */
export function PilahKartuView(props: Props) {
  return (
    <div className="kt">
      {/* Stays on the page, so that the next card is read out when it comes. */}
      <div className="kt-table" aria-live="polite" aria-atomic="true"><TableCard {...props} /></div>
      <Choices {...props} />
      <Piles {...props} />
    </div>
  );
}

export default entryOf(pilahKartu, PilahKartuView);

function TableCard({ state, config, t }: Props) {
  const card = cardOnTable(state, config);
  if (card === undefined) return null;
  return (
    <div className="kt-card" id={cardId} data-sight={card.id} data-missed={state.missed || undefined}>
      <p className="kt-count">{t("left", { number: String(state.left.length) })}</p>
      {card.icon !== undefined && <Icon name={card.icon} />}
      <p className="kt-text" lang="id"><Breakable text={card.text} /></p>
      {card.note !== undefined && <p className="kt-note" lang="id">{card.note}</p>}
    </div>
  );
}

function Choices({ state, config, t, control }: Props) {
  if (state.left.length === 0) return null;
  if (state.missed) return <button {...described(control("next"))} className="kt-next">{t("next")}</button>;
  return (
    <div className="kt-groups" role="group" aria-label={t("groups")}>
      {config.groups.map(({ id, name }) => <button key={id} {...described(control(stepTo(id)))} lang="id">{name}</button>)}
    </div>
  );
}

/** The control tells its card along with whatever else describes it. */
function described(attributes: ReturnType<Props["control"]>) {
  return { ...attributes, "aria-describedby": [attributes["aria-describedby"], cardId].filter(Boolean).join(" ") };
}

function Piles({ state, config, t }: Props) {
  if (state.left.length > 0) return null;
  return (
    <>
      {config.groups.map(({ id, name }) => (
        <div key={id} className="kt-pile">
          <h3 lang="id">{name}</h3>
          <ul aria-label={t("pile", { name })}>
            {config.cards.filter((card) => card.group === id).map(({ id: card, icon, text }) => (
              <li key={card}>{icon !== undefined && <Icon name={icon} />}<span lang="id"><Breakable text={text} /></span></li>
            ))}
          </ul>
        </div>
      ))}
    </>
  );
}

/** A long address goes on to the next line after a dot or a slash, not in the middle of a word. */
function Breakable({ text }: { text: string }) {
  return text.split(/(?<=[./])(?=\S)/).map((part, index) => <Fragment key={index}>{index > 0 && <wbr />}{part}</Fragment>);
}

function Icon({ name }: { name: CardIcon }) {
  return <svg className="kt-icon" viewBox="0 0 24 24" aria-hidden="true"><path d={cardIcons[name]} /></svg>;
}
