import { Device } from "../device.tsx";
import { entryOf } from "../simulator-entry.ts";
import { Choice, Drawn, Face, Icon } from "../talk.tsx";
import type { TalkIcon } from "../talk-icons.ts";
import type { ViewProps } from "../view-props.ts";
import { controlsOf, liniMasa, newsNow } from "./lini-masa.ts";
import { type LiniMasaConfig, type LiniMasaState, type News, type Post, type Profile, questionNow, questions } from "./posts.ts";

type Props = ViewProps<LiniMasaConfig, LiniMasaState>;

/** A feed app: a profile with its posts, or one piece of news and the three questions. */
export function LiniMasaView(props: Props) {
  const { state, config } = props;
  if (state.sheet !== null) return <Sheet {...props} />;
  if (state.part === "profile" && config.profile !== undefined) return <ProfilePage {...props} profile={config.profile} />;
  return <NewsPage {...props} />;
}

export default entryOf(liniMasa, LiniMasaView);

function ProfilePage(props: Props & { profile: Profile }) {
  const { profile, state, t, control } = props;
  const seen = profile.posts.filter(({ id }) => !state.deleted.includes(id) && !(state.asStranger && state.hidden.includes(id)));
  const title = t(state.asStranger ? "as-stranger" : "own-profile", { name: profile.name });
  const showsPhoto = !state.asStranger || state.audience === "all";
  return (
    <Device label={title} title={title}>
      <div className="lm-head">
        {showsPhoto ? <Face text={profile.name} /> : <span className="lm-none" aria-hidden="true"><Icon name="person" /></span>}
        <p><b>{profile.name}</b><span>{showsPhoto ? t(`photo.${state.audience}`) : t("no-photo")}</span></p>
      </div>
      <Choice control={control(state.asStranger ? "own" : "stranger")} icon="eye" text={t(state.asStranger ? "own" : "stranger")} />
      {!state.asStranger && <Choice control={control("audience")} icon="person" text={t("audience")} />}
      <ul className="lm-posts" aria-label={t("posts")}>{seen.map((post) => <PostCard key={post.id} {...props} post={post} />)}</ul>
      <Other {...props} />
    </Device>
  );
}

function PostCard({ post, state, t, control }: Props & { post: Post }) {
  return (
    <li className="lm-post">
      {post.drawing !== undefined && <Drawn drawing={post.drawing} />}
      <p>{post.text}{state.hidden.includes(post.id) && <small><Icon name="eye-off" /> {t("only-me")}</small>}</p>
      {!state.asStranger && <button {...control(`more:${post.id}`)} className="tk-tool" aria-label={t("more", { text: post.text })}><Icon name="more" /></button>}
    </li>
  );
}

const icons: Readonly<Record<string, TalkIcon>> = {
  delete: "bin", hide: "eye-off", show: "eye", "who:all": "people", "who:contacts": "person", "who:me": "eye-off", "go:news": "mail", "go:profile": "person",
};

function Sheet({ state, config, t, control }: Props) {
  const post = config.profile?.posts.find(({ id }) => id === state.post);
  return (
    <Device label={t(`sheet.${state.sheet}`)} title={t(`sheet.${state.sheet}`)} back={{ control: control("cancel"), name: t("cancel"), icon: "batal" }}>
      {state.sheet === "post" && <p className="lm-quote">{post?.text}</p>}
      {controlsOf(state, config).filter((step) => step !== "cancel").map((step) => (
        <Choice key={step} control={control(step)} icon={icons[step]} text={t(`step.${step.replace(":", "-")}`)} />
      ))}
    </Device>
  );
}

function NewsPage(props: Props) {
  const { state, config, t } = props;
  const news = newsNow(state, config);
  return (
    <Device label={t("news")} title={t("news")}>
      {news === undefined ? <Decided {...props} /> : <OneNews {...props} one={news} />}
      <Other {...props} />
    </Device>
  );
}

function OneNews({ one, state, config, t, control }: Props & { one: News }) {
  const question = questionNow(state, one);
  const share = <button {...control("share")} className="lm-share"><Icon name="share" /> {t("share")}</button>;
  return (
    <>
      <article className="lm-news" data-sight={one.id}>
        <p className="lm-count">{t("count", { number: String(state.decided + 1), all: String(config.news?.length ?? 0) })}</p>
        <div className="lm-head"><Face text={one.from} /><p><b>{one.from}</b></p></div>
        {one.drawing !== undefined && <Drawn drawing={one.drawing} />}
        <p>{one.text}</p>
        {question !== undefined && share}
      </article>
      <ol className="lm-questions">
        {questions.slice(0, state.asked + 1).map((name, index) => index < state.asked
          ? <li key={name} data-answer={one.answers[name] ? "yes" : "no"}>{t(`question.${name}`)} <b>{t(one.answers[name] ? "yes" : "no")}</b></li>
          : question === name && <li key={name}><b>{t(`question.${name}`)}</b> {t(`ask.${name}`)}</li>)}
      </ol>
      {question !== undefined ? (
        <div className="hp-pair" role="group" aria-label={t(`question.${question}`)}>
          <button {...control("yes")}>{t("yes")}</button>
          <button {...control("no")}>{t("no")}</button>
        </div>
      ) : (
        <div className="hp-pair" role="group" aria-label={t("decide")}>
          {share}
          <button {...control("skip")}>{t("skip")}</button>
        </div>
      )}
    </>
  );
}

function Decided({ state, config, t }: Props) {
  return (
    <ul className="lm-posts" aria-label={t("decided")}>
      {config.news?.map(({ id, text }) => (
        <li key={id} className="lm-post"><p>{text}<small><Icon name={state.shared.includes(id) ? "share" : "eye-off"} /> {t(state.shared.includes(id) ? "was-shared" : "was-kept")}</small></p></li>
      ))}
    </ul>
  );
}

/** The way between profile and news where an exercise has both. */
function Other({ state, config, t, control }: Props) {
  const step = controlsOf(state, config).find((one) => one.startsWith("go:"));
  return step === undefined ? null : <Choice control={control(step)} icon={icons[step]} text={t(`step.${step.replace(":", "-")}`)} />;
}
