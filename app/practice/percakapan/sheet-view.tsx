import { Fragment, type ReactNode } from "react";
import { Device } from "../device.tsx";
import { Choice, Drawn } from "../talk.tsx";
import type { TalkIcon } from "../talk-icons.ts";
import { TextField } from "../text-field.tsx";
import type { ViewProps } from "../view-props.ts";
import { type PercakapanConfig, type PercakapanState, chatOf, pollFields } from "./chats.ts";
import { controlsOf, copiedLines, exampleFor, messageAbout } from "./controls.ts";
import { withName } from "./take-step.ts";

type Props = ViewProps<PercakapanConfig, PercakapanState>;

/** What lies over a chat or over the list: a menu, something to choose, or a question. */
export function SheetView(props: Props) {
  const { state, config, t, control } = props;
  const chat = chatOf(state.chat ?? state.about, config);
  return (
    <Device
      label={t(`sheet.${state.sheet}`)}
      title={t(`sheet.${state.sheet}`)}
      note={chat?.name}
      back={{ control: control("cancel"), name: t("cancel"), icon: "batal" }}
    >
      <Inside {...props} />
    </Device>
  );
}

function Inside(props: Props): ReactNode {
  const { state, config, t, control } = props;
  const about = { name: chatOf(state.chat ?? state.about, config)?.name ?? "", file: messageAbout(state, config)?.file ?? "" };
  switch (state.sheet) {
    case "photos": return config.photos?.map(({ id, name, drawing }) => (
      <button key={id} {...control(`pick:${id}`)} className="pc-photo"><Drawn drawing={drawing} />{name}</button>
    ));
    case "photo": return <><Photo {...props} /><Menu {...props} /></>;
    case "contacts": case "files": return (state.sheet === "files" ? config.files : config.contacts)?.map(({ id, name }) => (
      <Choice key={id} control={control(`pick:${id}`)} icon={state.sheet === "files" ? "file" : "person"} text={name} />
    ));
    case "poll": return <Poll {...props} />;
    case "list": return <List {...props} />;
    case "info": return <><ul className="pc-lines">{chatOf(state.chat, config)?.members?.map((name) => <li key={name}>{name}</li>)}</ul><Menu {...props} /></>;
    case "message": return <><Quote {...props} /><Menu {...props} /></>;
    default: return <>{explained.includes(state.sheet ?? "") && <p>{t(`about.${state.sheet}`, about)}</p>}<Menu {...props} /></>;
  }
}

/** Sheets that say a sentence above their buttons. */
const explained: readonly string[] = ["recording", "location", "delete", "leave", "mute", "tell", "install", "harm"];

const menuIcons: Readonly<Record<string, TalkIcon>> = {
  send: "send", "attach:photos": "photo", "attach:location": "location", "attach:contacts": "person", "attach:files": "file", "attach:poll": "poll",
  "location:once": "location", bin: "bin", copy: "copy", leave: "leave", mute: "bell-off", block: "block", tell: "tell",
};

/** Every control of the sheet but the cross, as a row with its name. */
function Menu({ state, config, t, control }: Props) {
  const refusal = config.tasks.find((task) => task.do === "refuse" && task.chat === state.about);
  const tell = refusal?.do === "refuse" ? refusal.tell : "";
  return controlsOf(state, config).filter((step) => step !== "cancel" || ownCancel.includes(state.sheet ?? "")).map((step) => (
    <Choice
      key={step}
      control={control(step)}
      icon={menuIcons[step]}
      text={step === "cancel" ? t(`cancel-${state.sheet}`) : t(`step.${step.replace(":", "-")}`, { tell })}
      main={step === "send"}
    />
  ));
}

/** Sheets whose cancelling is an answer, and stands among the answers as well. */
const ownCancel: readonly string[] = ["install", "harm", "leave", "recording"];

function Photo({ state, config }: Props) {
  const photo = config.photos?.find(({ id }) => id === state.about);
  return photo && <p className="pc-photo pc-large"><Drawn drawing={photo.drawing} /><span>{photo.name}</span></p>;
}

function Poll({ state, config, t, control, field }: Props) {
  const example = exampleFor(state, config);
  return (
    <>
      {pollFields.map((id, index) => (
        <Fragment key={id}>
          <TextField {...field(id)} text={state.poll[index] ?? ""} label={t(`poll.${id}`)} />
          {example?.field === id && <button {...control("example")} className="pc-example">{t("example", { text: example.text })}</button>}
        </Fragment>
      ))}
      <Choice control={control("send")} icon="send" text={t("send")} main />
    </>
  );
}

function List({ state, config, t, control }: Props) {
  return (
    <>
      <p>{t("about.list")}</p>
      {copiedLines(state, config).map((line, index) => index === state.line
        ? <p key={index} className="pc-quote">{withName(line, config.me)}</p>
        : <Choice key={index} control={control(`line:${index}`)} icon="add" text={line} />)}
      <Choice control={control("send")} icon="send" text={t("send")} main />
    </>
  );
}

function Quote({ state, config, t }: Props) {
  const message = messageAbout(state, config);
  if (message?.list !== undefined) return <ul className="pc-quote pc-lines">{message.list.map((line) => <li key={line}>{line}</li>)}</ul>;
  return <p className="pc-quote">{message?.text ?? t(`kind.${message?.sent?.what ?? "photo"}`)}</p>;
}
