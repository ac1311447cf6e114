import { useHold } from "../layar-kunci/gestures.ts";
import { Device } from "../device.tsx";
import { Face, Icon } from "../talk.tsx";
import { entryOf } from "../simulator-entry.ts";
import { EnterKey } from "../text-field.tsx";
import type { ViewProps } from "../view-props.ts";
import { ChatView } from "./chat-view.tsx";
import { type Chat, type PercakapanConfig, type PercakapanState, chatOf, chatsListed, isGroup, messagesOf } from "./chats.ts";
import { controlsOf } from "./controls.ts";
import { percakapan } from "./percakapan.ts";
import { SheetView } from "./sheet-view.tsx";

type Props = ViewProps<PercakapanConfig, PercakapanState>;

/** A chat app: the list of chats, one chat, or what lies over them. */
export function PercakapanView(props: Props) {
  const { state, config, control, t } = props;
  const chat = chatOf(state.chat, config);
  return (
    <div className="pc">
      {controlsOf(state, config).includes("send") && <EnterKey control={control} step="send" label={t("send")} />}
      {state.sheet !== null ? <SheetView {...props} /> : chat === undefined ? <ChatList {...props} /> : <ChatView {...props} chat={chat} />}
    </div>
  );
}

export default entryOf(percakapan, PercakapanView);

function ChatList(props: Props) {
  return (
    <Device label={props.t("chats")} title={props.t("chats")}>
      <ul className="pc-list">{chatsListed(props.state, props.config).map((chat) => <ChatRow key={chat.id} chat={chat} {...props} />)}</ul>
    </Device>
  );
}

function ChatRow({ chat, state, t, control, press }: Props & { chat: Chat }) {
  const hold = useHold(() => press(`hold:${chat.id}`));
  return (
    <li>
      <button {...control(`open:${chat.id}`)} className="pc-row" {...hold}>
        <Face group={isGroup(chat)} text={chat.name} />
        <span className="pc-name">
          <b>{chat.name}</b>
          <span>{lastLine(chat, state, t)}</span>
        </span>
        {state.muted.includes(chat.id) && <><Icon name="bell-off" /><span className="practice-unseen">{t("muted")}</span></>}
        {state.blocked.includes(chat.id) && <><Icon name="block" /><span className="practice-unseen">{t("blocked")}</span></>}
      </button>
      <button {...control(`hold:${chat.id}`)} className="tk-tool" aria-label={t("hold", { name: chat.name })}><Icon name="more" /></button>
    </li>
  );
}

function lastLine(chat: Chat, state: PercakapanState, t: Props["t"]): string {
  if (chat.invitedBy !== undefined && !state.joined.includes(chat.id)) return t("invited", { name: chat.invitedBy });
  const last = messagesOf(chat, state).at(-1);
  if (last === undefined) return t("nothing-yet");
  if (last.isDeleted) return t("deleted");
  return last.text ?? last.file ?? last.photo?.name ?? last.list?.[0] ?? t(`kind.${last.sent?.what ?? "text"}`);
}
