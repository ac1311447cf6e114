import { formatDate, formatMonth } from "#app/i18n/locale.ts";
import { type Copy, useCopy } from "#app/i18n/translate.tsx";
import type { ProgramDetails } from "#db/program-details.ts";
import type { Wave } from "#db/program-targets.ts";

export type ReportedProgram = Pick<ProgramDetails, "ownerName" | "startsOn" | "endsOn" | "partners"> & { waves: readonly Wave[] };

/** Partners and waves that fit the sheet. */
const mostNamed = 3;

/** Whose program it is, with whom, and when. */
export function ProgramFrame({ program: { ownerName, startsOn, endsOn, partners, waves } }: { program: ReportedProgram }) {
  const copy = useCopy();
  const { t, locale } = copy;
  const from = formatDate(startsOn, locale);
  const lines: [name: string, text: string][] = [
    [t("plan.owner"), ownerName],
    ...(partners.length > 0 ? [[t("plan.partners"), named(partners.map((one) => (partners.length === 1 ? t("pictures.partner", { ...one }) : one.name)), copy)] as [string, string]] : []),
    [t("pictures.period"), endsOn ? t("pictures.periodDates", { from, to: formatDate(endsOn, locale) }) : t("pictures.periodOpen", { from })],
    ...(waves.length > 0 ? [[t("plan.wave"), named(waves.map((wave) => waveText(wave, copy)), copy)] as [string, string]] : []),
  ];
  return (
    <dl className="program-frame">
      {lines.map(([name, text]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}

function named(names: readonly string[], { t }: Copy): string {
  const more = names.length - mostNamed;
  return [...names.slice(0, mostNamed), ...(more > 0 ? [t("pictures.andOthers", { others: more })] : [])].join("; ");
}

function waveText({ number, name, startsOn, endsOn }: Wave, copy: Copy): string {
  const wave = `${number}. ${name}`;
  if (!startsOn || !endsOn) return wave;
  const month = (day: string) => formatMonth(day.slice(0, 7), copy.locale);
  return copy.t("pictures.waveShort", { wave, from: month(startsOn), to: month(endsOn) });
}

/** Lines for those who sign: who takes note at the left, who made it at the right, with place and date. */
export function SignatureLines() {
  const { t } = useCopy();
  return (
    <section className="signatures">
      <Signature who={t("pictures.signSeen")} />
      <Signature who={t("pictures.signMade")} place={t("pictures.signPlace")} />
    </section>
  );
}

function Signature({ who, place }: { who: string; place?: string }) {
  const { t } = useCopy();
  return (
    <div>
      {place ? <p className="line">{place}</p> : null}
      <p>{who}</p>
      <p className="line name">{t("pictures.signName")}</p>
      <p className="line">{t("pictures.signPosition")}</p>
    </div>
  );
}
