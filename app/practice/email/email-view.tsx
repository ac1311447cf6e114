import { Device } from "../device.tsx";
import { entryOf } from "../simulator-entry.ts";
import { Choice, Face, Icon } from "../talk.tsx";
import { EnterKey, TextField } from "../text-field.tsx";
import type { ViewProps } from "../view-props.ts";
import { email, exampleOf, firstFault, mailOf, taskNow } from "./email.ts";
import { type EmailConfig, type EmailState, fieldsOf, mailsIn } from "./mails.ts";

type Props = ViewProps<EmailConfig, EmailState>;

/** A mail app: the inbox, one mail, or a mail being written. */
export function EmailView(props: Props) {
  const { screen } = props.state;
  if (screen === "inbox") return <Inbox {...props} />;
  return screen === "mail" ? <OneMail {...props} /> : <Writing {...props} />;
}

export default entryOf(email, EmailView);

function Inbox({ state, config, t, control }: Props) {
  return (
    <Device label={t("inbox")} title={t("inbox")}>
      <ul className="em-list" aria-label={t("inbox")}>
        {mailsIn(state, config).map(({ id, from, subject }) => (
          <li key={id}>
            <button {...control(`open:${id}`)} className="hp-row" data-new={!state.opened.includes(id) || undefined}>
              <Face text={from} />
              <span className="hp-words">
                {!state.opened.includes(id) && <span className="practice-unseen">{t("new")} </span>}
                {from}<small>{subject}</small>
              </span>
            </button>
          </li>
        ))}
      </ul>
      {config.tasks.some((task) => task.do === "write") && <Choice control={control("write")} icon="pen" text={t("write")} main />}
    </Device>
  );
}

function OneMail({ state, config, t, control }: Props) {
  const mail = mailOf(state.mail, config);
  return (
    <Device label={t("mail")} title={mail?.subject} back={{ control: control("back"), name: t("back") }}>
      <div className="em-from"><Face text={mail?.from ?? ""} /><p><b>{mail?.from}</b><span>{mail?.address}</span></p></div>
      <p className="em-text">{mail?.text}</p>
      <Choice control={control("reply")} icon="reply" text={t("reply")} />
      <Choice control={control("bin")} icon="bin" text={t("bin")} />
    </Device>
  );
}

function Writing({ state, config, t, control, field }: Props) {
  const screen = state.screen === "reply" ? "reply" : "write";
  const fault = firstFault(state, config);
  const now = taskNow(state, config);
  const mail = mailOf(state.mail, config);
  // Below the field that it fills, so that what it writes is seen.
  const example = fault !== undefined && now !== undefined && (
    <button {...control("example")} className="em-example">{t("example", { text: exampleOf(now.task, fault.field) })}</button>
  );
  const inputs = fieldsOf[screen].map((id) => (
    <div key={id} className="em-field" data-sight={fault?.field === id && state.notice.key === `fault.${fault.fault}` ? `${id} ${fault.fault}` : undefined}>
      <TextField {...field(id)} text={state.fields[id] ?? ""} label={t(`field.${id}`)} inputMode={id === "kepada" ? "email" : "text"} />
      {fault?.field === id && example}
    </div>
  ));
  return (
    <>
      {now?.task.do === "write" && <p className="hp-paper">{t("paper", { name: now.task.name })} <b>{now.task.to}</b></p>}
      <Device label={t(screen)} title={t(screen)} back={{ control: control("back"), name: t("back") }}>
        <EnterKey control={control} step="send" label={t("send")} />
        {screen === "reply" && <p className="em-quote">{t("to", { name: mail?.from ?? "" })}</p>}
        {screen === "write" && inputs.slice(0, 2)}
        <fieldset className="em-body"><legend>{t("body")}</legend>{screen === "write" ? inputs.slice(2) : inputs}</fieldset>
        <button {...control("send")} className="hp-main em-send"><Icon name="send" /> {t("send")}</button>
      </Device>
    </>
  );
}
