import type { ReactNode } from "react";
import type { DeviceIcon } from "../device-icons.ts";
import { Device, Icon as DeviceSign, Row } from "../device.tsx";
import { entryOf } from "../simulator-entry.ts";
import { Choice, Drawn, Face, Icon } from "../talk.tsx";
import type { TalkIcon } from "../talk-icons.ts";
import type { ViewProps } from "../view-props.ts";
import { type Claim, type Likeness, type News, type PeriksaFaktaConfig, type SignName, type SourceQuestion, isSign, isStageDone, signs, sourceQuestions, stagesOf, verdicts } from "./claims.ts";
import { Leaf, Page, SearchBar, SignPicture, Voice } from "./evidence.tsx";
import { type PeriksaFaktaState, claimNow, feelings, periksaFakta } from "./periksa-fakta.ts";

type Props = ViewProps<PeriksaFaktaConfig, PeriksaFaktaState>;
type NewsProps = Props & { claim: News };
type LikenessProps = Props & { claim: Likeness };

/** A message with the steps to check it, one step with its evidence, or what was decided in the end. */
export function PeriksaFaktaView(props: Props) {
  const claim = claimNow(props.state, props.config);
  if (claim === undefined) return <Decided {...props} />;
  if (props.state.page === "claim") return <ClaimPage {...props} claim={claim} />;
  return <StagePage {...props} claim={claim} />;
}

export default entryOf(periksaFakta, PeriksaFaktaView);

function ClaimPage({ claim, state, config, t, control }: Props & { claim: Claim }) {
  const title = t("count", { number: String(state.claim + 1), all: String(config.claims.length) });
  return (
    <Device label={title} title={title}>
      <Message claim={claim} t={t}>
        {claim.check === "kabar" && <button {...control("share")} className="pf-share"><Icon name="share" /> {t("share")}</button>}
      </Message>
      <ol className="pf-steps" aria-label={t(`steps-${claim.check}`)}>
        {stagesOf(claim).map((stage, index) => (
          <li key={stage}>
            <button {...control(`go:${stage}`)} className="hp-row">
              <span className="pf-number" data-done={isStageDone(stage, claim, state.seen) || undefined}>
                {isStageDone(stage, claim, state.seen) ? <><Icon name="check" /><span className="practice-unseen">{t("done")}</span></> : index + 1}
              </span>
              <span className="hp-words">{t(`stage.${stage}`)}</span>
            </button>
          </li>
        ))}
      </ol>
    </Device>
  );
}

function Message({ claim, t, children }: { claim: Claim; t: Props["t"]; children?: ReactNode }) {
  return (
    <article className="pf-claim">
      <div className="pf-from"><Face text={claim.from} /><b lang="id">{claim.from}</b></div>
      {claim.check === "ai" && <p className="hp-small">{t(`media.${claim.media}`)}</p>}
      {claim.check === "ai" && claim.media === "suara" ? <Voice flat={claim.signs.motion.there} /> : claim.drawing !== undefined && <Drawn drawing={claim.drawing} />}
      <p lang="id">{claim.text}</p>
      {children}
    </article>
  );
}

function StagePage(props: Props & { claim: Claim }) {
  const { claim, state, t, control } = props;
  const stage = state.page === "claim" ? "decide" : state.page;
  const goesOn = isStageDone(stage, claim, state.seen) && !(stage === "decide" && claim.check === "kabar");
  return (
    <Device label={t(`stage.${stage}`)} title={t(`stage.${stage}`)} back={{ control: control("back"), name: t("back") }}>
      {stage === "decide" && <Summary {...props} />}
      {stage === "decide" ? <Decide {...props} /> : claim.check === "kabar" ? <NewsStage {...props} claim={claim} /> : <LikenessStage {...props} claim={claim} />}
      {goesOn && <button {...control("next")} className="hp-row hp-main"><span className="hp-words">{t("next")}</span><DeviceSign name="kanan" /></button>}
    </Device>
  );
}

function NewsStage(props: NewsProps) {
  if (props.state.page === "stop") return <Stop {...props} />;
  return props.state.page === "source" ? <Source {...props} /> : <Compare {...props} />;
}

function Stop({ claim, state, t, control }: NewsProps) {
  return (
    <>
      <Message claim={claim} t={t} />
      <p>{t("breathe")}</p>
      {!state.seen.includes("stop") && (
        <fieldset className="pf-ask">
          <legend>{t("feel")}</legend>
          <div className="hp-pair">{feelings.map((feeling) => <button key={feeling} {...control(`feel:${feeling}`)}>{t(`feeling.${feeling}`)}</button>)}</div>
        </fieldset>
      )}
    </>
  );
}

const questionIcons: Readonly<Record<SourceQuestion, DeviceIcon>> = { who: "akun", when: "jam", site: "peramban" };

function Source({ claim, state, t, control }: NewsProps) {
  return (
    <>
      <Message claim={claim} t={t} />
      {sourceQuestions.map((question) => state.seen.includes(question)
        ? <Fact key={question} question={question} claim={claim} t={t} />
        : <Row key={question} control={control(`look:${question}`)} icon={questionIcons[question]} text={t(`source.${question}`)} />)}
    </>
  );
}

/** What the message says about its source, drawn as a person, a leaf of a calendar or an address. */
function Fact({ question, claim, t }: { question: SourceQuestion; claim: News; t: Props["t"] }) {
  const { is, why } = claim.source[question];
  const text = is ?? t("nothing");
  return (
    <div className="pf-fact" data-none={is === undefined || undefined}>
      <p className="hp-small">{t(`source.${question}`)}</p>
      <div className="pf-from">
        {question === "who" && <Face text={is ?? "?"} />}
        {question === "when" && <Leaf text={is} />}
        {question === "site" && <DeviceSign name={is === undefined ? "batal" : "peramban"} />}
        <b lang={is === undefined ? undefined : "id"}>{text}</b>
      </div>
      <p lang="id">{why}</p>
    </div>
  );
}

function Compare({ claim, state, t, control }: NewsProps) {
  if (!state.seen.includes("search")) {
    return (
      <>
        <Message claim={claim} t={t} />
        <SearchBar query={claim.query} label={t("typed")} />
        <button {...control("search")} className="hp-row hp-main"><DeviceSign name="cari" /><span className="hp-words">{t("search")}</span></button>
      </>
    );
  }
  return (
    <>
      <SearchBar query={claim.query} label={t("typed")} />
      <ul className="pf-steps" aria-label={t("results")}>
        {claim.compare.map((result, index) => (
          <li key={result.address}>
            {state.seen.includes(`result-${index}`)
              ? <Page result={result} label={result.ai ? t("ai-answer") : undefined} />
              : (
                <button {...control(`open:${index}`)} className="pf-result" lang="id">
                  <small>{result.ai ? t("ai-answer") : result.address}</small><span>{result.title}</span>
                </button>
              )}
          </li>
        ))}
      </ul>
    </>
  );
}

function LikenessStage(props: LikenessProps) {
  return isSign(props.state.page) ? <SignPage {...props} sign={props.state.page} /> : <Sure {...props} />;
}

function SignPage({ sign, claim, state, t, control }: LikenessProps & { sign: SignName }) {
  const { look, there, why } = claim.signs[sign];
  const isAnswered = state.seen.includes(sign);
  return (
    <>
      <SignPicture claim={claim} sign={sign} />
      <p className="hp-card" lang="id">{look}</p>
      <p>{t(`ask.${sign}`)}</p>
      {isAnswered ? (
        <p className="pf-answer" data-there={there || undefined}><b>{t(there ? "yes" : "no")}.</b> <span lang="id">{why}</span></p>
      ) : (
        <div className="hp-pair" role="group" aria-label={t(`ask.${sign}`)}>
          <button {...control("yes")}>{t("yes")}</button>
          <button {...control("no")}>{t("no")}</button>
        </div>
      )}
    </>
  );
}

function Sure({ claim, state, t, control }: LikenessProps) {
  const right = claim.ways.find((way) => way.right);
  return (
    <>
      <Message claim={claim} t={t} />
      <p><b>{t("how")}</b></p>
      {state.seen.includes("sure")
        ? <p className="pf-answer"><b lang="id">{right?.text}.</b> <span lang="id">{right?.why}</span></p>
        : claim.ways.map(({ id, text }) => <Choice key={id} control={control(`way:${id}`)} text={text} />)}
    </>
  );
}

/** What was found on the way here. */
function Summary({ claim, t }: { claim: Claim; t: Props["t"] }) {
  const rows = claim.check === "kabar"
    ? [...sourceQuestions.map((name) => [t(`source.${name}`), claim.source[name].is ?? t("nothing")] as const), ...claim.compare.filter(({ ai }) => !ai).slice(0, 2).map(({ address, title }) => [address, title] as const)]
    : [...signs.map((name) => [t(`stage.${name}`), t(claim.signs[name].there ? "yes" : "no")] as const), [t("stage.sure"), claim.ways.find(({ right }) => right)?.why ?? ""] as const];
  return (
    <section className="hp-card pf-found" aria-label={t("found")}>
      <p lang="id">“{claim.text}”</p>
      <p><b>{t("found")}</b></p>
      <dl>{rows.map(([name, value]) => <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}</dl>
    </section>
  );
}

const verdictIcons: Readonly<Record<string, TalkIcon>> = { benar: "check", salah: "close", belum: "tell", asli: "check", "buatan-ai": "close" };

function Decide({ claim, state, t, control }: Props & { claim: Claim }) {
  if (!state.seen.includes("decide")) return <>{verdicts[claim.check].map((verdict) => <Choice key={verdict} control={control(`say:${verdict}`)} icon={verdictIcons[verdict]} text={t(`verdict.${verdict}`)} />)}</>;
  return (
    <>
      <p className="pf-answer"><b>{t(`verdict.${claim.verdict}`)}.</b> <span lang="id">{claim.why}</span></p>
      {claim.check === "kabar" && (
        <div className="hp-pair" role="group" aria-label={t("share-or-not")}>
          <button {...control("share")}>{t("share")}</button>
          <button {...control("keep")}>{t("keep")}</button>
        </div>
      )}
    </>
  );
}

function Decided({ state, config, t }: Props) {
  return (
    <Device label={t("decided")} title={t("decided")}>
      <ul className="pf-steps" aria-label={t("decided")}>
        {config.claims.map((claim) => (
          <li key={claim.id} className="hp-card">
            <p lang="id">{claim.text}</p>
            <p><b>{t(`verdict.${claim.verdict}`)}.</b> {claim.check === "kabar" && t(state.shared.includes(claim.id) ? "was-shared" : "was-kept")}</p>
          </li>
        ))}
      </ul>
    </Device>
  );
}
