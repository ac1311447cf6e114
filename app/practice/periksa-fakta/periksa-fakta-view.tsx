import { Device, Icon as DeviceSign } from "../device.tsx";
import { entryOf } from "../simulator-entry.ts";
import { Choice, Icon } from "../talk.tsx";
import type { TalkIcon } from "../talk-icons.ts";
import type { ViewProps } from "../view-props.ts";
import { type Claim, type PeriksaFaktaConfig, isStageDone, signs, sourceQuestions, stagesOf, verdicts } from "./claims.ts";
import { LikenessStage } from "./likeness-view.tsx";
import { Message } from "./message.tsx";
import { NewsStage } from "./news-view.tsx";
import { type PeriksaFaktaState, claimNow, periksaFakta } from "./periksa-fakta.ts";

type Props = ViewProps<PeriksaFaktaConfig, PeriksaFaktaState>;

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
