import { type Drawing, drawings } from "./drawings.ts";
import { type TalkIcon, talkIcons } from "./talk-icons.ts";
import type { ControlProps } from "./view-props.ts";

/** A drawn icon; whatever it stands on carries its name. */
export function Icon({ name }: { name: TalkIcon }) {
  return <svg className="hp-icon" viewBox="0 0 24 24" aria-hidden="true"><path d={talkIcons[name]} /></svg>;
}

/** A drawn photo; its name stands beside it. */
export function Drawn({ drawing }: { drawing: Drawing }) {
  return <svg className="tk-drawing" viewBox="0 0 48 36" aria-hidden="true"><path d={drawings[drawing]} /></svg>;
}

/** The round portrait of a person or a group. */
export function Face({ group, text }: { group?: boolean; text: string }) {
  return <span className="tk-face" data-group={group || undefined} aria-hidden="true">{group ? <Icon name="people" /> : text.charAt(0)}</span>;
}

/** A row of a menu: an icon and words, pressed as a whole. */
export function Choice({ control, icon, text, main }: { control: ControlProps; icon?: TalkIcon | undefined; text: string; main?: boolean | undefined }) {
  return (
    <button {...control} className={main ? "hp-row hp-main" : "hp-row"}>
      {icon !== undefined && <Icon name={icon} />}
      <span className="hp-words">{text}</span>
    </button>
  );
}
