import type { ReactNode } from "react";
import { type DeviceIcon, deviceIcons } from "./device-icons.ts";
import type { ControlProps } from "./view-props.ts";

interface DeviceProps {
  /** What the screen shows, for those who do not see it. */
  readonly label: string;
  /** The line on top of an app; none on the home screen. */
  readonly title?: string | undefined;
  /** A small line below the title. */
  readonly note?: string | undefined;
  /** The way back, with its name; an arrow unless another icon is given. */
  readonly back?: { readonly control: ControlProps; readonly name: string; readonly icon?: DeviceIcon | undefined } | undefined;
  /** What stands right of the title. */
  readonly actions?: ReactNode;
  /** What stands in the bar on top, such as a sign of the Wi-Fi. */
  readonly signs?: readonly DeviceIcon[];
  readonly children: ReactNode;
}

/** The practice phone: a case, a bar with the clock, the app's title with the way back, and what the app shows. */
export function Device({ label, title, note, back, actions, signs = [], children }: DeviceProps) {
  return (
    <div className="hp">
      <div className="hp-screen" role="group" aria-label={label}>
        <div className="hp-bar" aria-hidden="true"><span>09.30</span><span>{signs.map((sign) => <Icon key={sign} name={sign} />)}<Icon name="baterai" /></span></div>
        {(title !== undefined || back !== undefined) && (
          <div className="hp-title" data-sight={`${label} ${title} ${note}`}>
            {back !== undefined && <button {...back.control} aria-label={back.name}><Icon name={back.icon ?? "kembali"} /></button>}
            <p>{title}{note !== undefined && <small className="hp-small">{note}</small>}</p>
            {actions}
          </div>
        )}
        <div className="hp-body">{children}</div>
      </div>
    </div>
  );
}

interface RowProps {
  readonly control: ControlProps;
  readonly icon?: DeviceIcon | undefined;
  readonly text: string;
  readonly note?: string | undefined;
  /** The language of the words where a lesson wrote them. */
  readonly lang?: "id" | undefined;
  /** On or off for a switch, which then says so; an arrow stands at the end of any other row. */
  readonly on?: boolean | undefined;
}

/** One line of a list, pressed as a whole. */
export function Row({ control, icon, text, note, lang, on }: RowProps) {
  return (
    <button {...control} className="hp-row" {...(on !== undefined && { role: "switch", "aria-checked": on })}>
      {icon !== undefined && <Icon name={icon} />}
      <span className="hp-words" lang={lang}>{text}{note !== undefined && <small>{note}</small>}</span>
      {on === undefined ? <Icon name="kanan" /> : <span className="hp-switch" aria-hidden="true" />}
    </button>
  );
}

export interface App {
  readonly control: ControlProps;
  readonly icon: DeviceIcon;
  readonly name: string;
  /** The language of the name where a lesson wrote it. */
  readonly lang?: "id" | undefined;
}

/** The home screen's apps, two beside each other or more. */
export function AppGrid({ apps }: { apps: readonly App[] }) {
  return (
    <div className="hp-apps">
      {apps.map(({ control, icon, name, lang }) => <button key={control.value} {...control}><Icon name={icon} /><span lang={lang}>{name}</span></button>)}
    </div>
  );
}

/** A paper beside the phone, with what is to be copied from it. */
export function Paper({ children }: { children: ReactNode }) {
  return <p className="hp-paper">{children}</p>;
}

/** A question or a warning that lies over the app until it is answered. */
export function Popup({ title, text, children }: { title: string; text?: string | undefined; children: ReactNode }) {
  return (
    <div className="hp-popup">
      <p><b>{title}</b></p>
      {text !== undefined && <p>{text}</p>}
      {children}
    </div>
  );
}

/** A drawn icon; the words beside it say what it means. */
export function Icon({ name }: { name: DeviceIcon }) {
  return <svg className="hp-icon" viewBox="0 0 24 24" aria-hidden="true"><path d={deviceIcons[name]} /></svg>;
}
