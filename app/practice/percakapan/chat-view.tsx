import { Device } from "../device.tsx";
import { Drawn, Icon } from "../talk.tsx";
import { TextField } from "../text-field.tsx";
import type { ViewProps } from "../view-props.ts";
import { useHold } from "../layar-kunci/gestures.ts";
import { type Chat, type PercakapanConfig, type PercakapanState, type Shown, isGroup, isIn, messagesOf } from "./chats.ts";
import { exampleFor, touchOf } from "./controls.ts";
import { useRecording } from "./use-recording.ts";

type Props = ViewProps<PercakapanConfig, PercakapanState> & { readonly chat: Chat };

/** One chat: its messages, and below them the field and what can be sent besides. */
export function ChatView(props: Props) {
  const { chat, state, t, control } = props;
  const isAsked = chat.invitedBy !== undefined && !state.joined.includes(chat.id);
  return (
    <Device
      label={t("chat", { name: chat.name })}
      title={chat.name}
      note={chat.members && t("members", { number: String(chat.members.length) })}
      back={{ control: control("back"), name: t("back") }}
      actions={isGroup(chat) && !isAsked && <button {...control("info")} className="tk-tool" aria-label={t("info", { name: chat.name })}><Icon name="people" /></button>}
    >
      {isAsked ? (
        <div className="hp-card">
          <p>{t("invited", { name: chat.invitedBy ?? "" })}</p>
          <button {...control("join")} className="hp-main">{t("join")}</button>
        </div>
      ) : (
        <>
          <ol className="pc-talk" aria-label={t("messages")}>
            {messagesOf(chat, state).map((message) => <Bubble key={message.id} {...props} message={message} />)}
          </ol>
          {isIn(chat, state) ? <Writing {...props} /> : <p className="pc-note">{t("is-blocked")}</p>}
        </>
      )}
    </Device>
  );
}

function Bubble({ message, chat, config, t, control, press }: Props & { message: Shown }) {
  const [step] = touchOf(message);
  const hold = useHold(() => { if (step !== undefined) press(step); });
  const who = message.mine ? t("you") : message.from ?? chat.name;
  return (
    <li className={message.mine ? "pc-bubble pc-own" : "pc-bubble"} data-deleted={message.isDeleted || undefined} {...(step?.startsWith("pick:") && hold)}>
      <b className={message.mine || !isGroup(chat) ? "practice-unseen" : undefined}>{who}<span className="practice-unseen">: </span></b>
      {message.isDeleted ? <span>{t("deleted")}</span> : <Content message={message} config={config} t={t} />}
      {step?.startsWith("file:") && <button {...control(step)} className="pc-open">{t("open-file")}<span className="practice-unseen"> {message.file}</span></button>}
      {message.mine && !message.isDeleted && <span className="pc-tick"><Icon name="check" /><span className="practice-unseen">{t("arrived")}</span></span>}
      {step?.startsWith("pick:") && (
        <button {...control(step)} className="tk-tool" aria-label={t("hold", { name: nameOf(message, t) })}><Icon name="more" /></button>
      )}
    </li>
  );
}

function nameOf(message: Shown, t: Props["t"]): string {
  return message.text ?? message.list?.[0] ?? t(`kind.${message.sent?.what ?? "photo"}`);
}

function Content({ message, config, t }: { message: Shown; config: PercakapanConfig; t: Props["t"] }) {
  const { sent } = message;
  const photo = message.photo ?? (sent?.what === "photo" ? config.photos?.find(({ id }) => id === sent.item) : undefined);
  if (photo !== undefined) return <span className="pc-photo"><Drawn drawing={photo.drawing} /><span>{photo.name}</span></span>;
  if (message.file !== undefined) return <span className="pc-thing"><Icon name="file" /><span>{message.file}</span></span>;
  if (message.list !== undefined) return <ul className="pc-lines">{message.list.map((line, index) => <li key={index}>{line}</li>)}</ul>;
  if (sent?.what === "poll") {
    return <span><b>{message.text}</b><span className="pc-options">{sent.lines?.map((line, index) => <span key={index}>{line}</span>)}</span></span>;
  }
  if (sent?.what === "voice") return <span className="pc-thing"><Icon name="mic" /><span>{t("kind.voice")}</span></span>;
  if (sent?.what === "location") return <span className="pc-thing"><Icon name="location" /><span>{t("kind.location")}</span></span>;
  if (sent?.what === "contact" || sent?.what === "file") {
    return <span className="pc-thing"><Icon name={sent.what === "file" ? "file" : "person"} /><span>{message.text}</span></span>;
  }
  return <span>{message.text}</span>;
}

function Writing({ state, config, t, control, field, press }: Props) {
  const record = useRecording(press);
  const example = exampleFor(state, config);
  return (
    <div className="pc-writing">
      {state.clip !== null && <button {...control("paste")} className="pc-example"><Icon name="paste" />{t("paste")}</button>}
      <TextField {...field("pesan")} text={state.draft} label={t("message")} />
      {example !== undefined && <button {...control("example")} className="pc-example">{t("example", { text: example.text })}</button>}
      <div className="pc-tools">
        <button {...control("attach")} className="tk-tool" aria-label={t("attach")}><Icon name="clip" /></button>
        <button {...control("mic")} className="tk-tool" aria-label={t("mic")} {...record}><Icon name="mic" /></button>
        <button {...control("send")} className="pc-send"><Icon name="send" />{t("send")}</button>
      </div>
    </div>
  );
}
