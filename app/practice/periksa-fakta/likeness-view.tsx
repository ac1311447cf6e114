import { Choice } from "../talk.tsx";
import type { ViewProps } from "../view-props.ts";
import { type Likeness, type PeriksaFaktaConfig, type SignName, isSign } from "./claims.ts";
import { SignPicture } from "./evidence.tsx";
import { Message } from "./message.tsx";
import type { PeriksaFaktaState } from "./periksa-fakta.ts";

type Props = ViewProps<PeriksaFaktaConfig, PeriksaFaktaState> & { claim: Likeness };

/** A step before deciding on what AI may have made: one of the signs, or making sure. */
export function LikenessStage(props: Props) {
  return isSign(props.state.page) ? <SignPage {...props} sign={props.state.page} /> : <Sure {...props} />;
}

function SignPage({ sign, claim, state, t, control }: Props & { sign: SignName }) {
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

function Sure({ claim, state, t, control }: Props) {
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
