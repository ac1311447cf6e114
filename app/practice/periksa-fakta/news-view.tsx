import type { DeviceIcon } from "../device-icons.ts";
import { Icon, Row } from "../device.tsx";
import { Face } from "../talk.tsx";
import type { ViewProps } from "../view-props.ts";
import { type News, type PeriksaFaktaConfig, type SourceQuestion, sourceQuestions } from "./claims.ts";
import { Leaf, Page, SearchBar } from "./evidence.tsx";
import { Message } from "./message.tsx";
import { type PeriksaFaktaState, feelings } from "./periksa-fakta.ts";

type Props = ViewProps<PeriksaFaktaConfig, PeriksaFaktaState> & { claim: News };

/** A step before deciding on news: stop, the source, or the comparison. */
export function NewsStage(props: Props) {
  if (props.state.page === "stop") return <Stop {...props} />;
  return props.state.page === "source" ? <Source {...props} /> : <Compare {...props} />;
}

function Stop({ claim, state, t, control }: Props) {
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

function Source({ claim, state, t, control }: Props) {
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
        {question === "site" && <Icon name={is === undefined ? "batal" : "peramban"} />}
        <b lang={is === undefined ? undefined : "id"}>{text}</b>
      </div>
      <p lang="id">{why}</p>
    </div>
  );
}

function Compare({ claim, state, t, control }: Props) {
  if (!state.seen.includes("search")) {
    return (
      <>
        <Message claim={claim} t={t} />
        <SearchBar query={claim.query} label={t("typed")} />
        <button {...control("search")} className="hp-row hp-main"><Icon name="cari" /><span className="hp-words">{t("search")}</span></button>
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
