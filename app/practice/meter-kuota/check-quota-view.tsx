import { AppGrid, Device, Popup, Row } from "../device.tsx";
import type { ViewProps } from "../view-props.ts";
import { gigabytes, rupiah } from "./amounts.ts";
import { type CheckConfig, type CheckState, isOffered, optionsOf, questionOf } from "./check-quota.ts";
import { Glass } from "./meters.tsx";

type Props = ViewProps<CheckConfig, CheckState>;

/** A phone with the app of a provider. */
export function CheckQuotaView(props: Props) {
  const { state, config, t, control } = props;
  const offered = isOffered(state, config);
  const isHome = state.page === "home";
  const back = isHome || offered ? undefined : { control: control("back"), name: t("back") };
  return (
    <Device label={t(`screen.${state.page}`)} title={isHome ? undefined : t(`title.${state.page}`, { name: config.quotas[state.quota]?.name ?? "" })} back={back} signs={["data"]}>
      {offered ? <Offer {...props} /> : <Page {...props} />}
    </Device>
  );
}

function Offer({ config, t, control }: Props) {
  return (
    <Popup title={t("offer", { name: config.offer?.name ?? "", price: rupiah(config.offer?.price ?? 0) })} text={t("offer-from-credit")}>
      <div className="hp-pair"><button {...control("cancel")}>{t("cancel")}</button><button {...control("buy")}>{t("buy")}</button></div>
    </Popup>
  );
}

function Page(props: Props) {
  const { state, config, t, control } = props;
  switch (state.page) {
    case "home": return <AppGrid apps={[{ control: control("app"), icon: "kuota", name: t("app") }]} />;
    case "quota": return <QuotaPage {...props} />;
    case "packages": return <Packages {...props} />;
    case "app": return (
      <>
        <p className="hp-card"><span>{t("credit")}</span><b className="mk-big">{rupiah(config.credit)}</b></p>
        {config.quotas.map(({ name }, index) => <Row key={name} control={control(`quota:${index}`)} icon="kuota" text={name} lang="id" />)}
        {config.packages !== undefined && <Row control={control("packages")} icon="uang" text={t("packages")} />}
      </>
    );
  }
}

function QuotaPage({ state, config, t, control }: Props) {
  const quota = config.quotas[state.quota];
  const question = questionOf(state);
  const most = Math.max(...config.quotas.map(({ left }) => left)) * 1.25;
  if (quota === undefined) return null;
  return (
    <>
      <div className="hp-card mk-quota">
        <Glass share={quota.left / most} />
        <div>
          <p>{t("left")}</p><p className="mk-big"><b>{gigabytes(quota.left)}</b></p>
          <p>{t("until", { date: quota.until })}</p>
          {quota.only !== undefined && <p className="hp-small" lang="id">{quota.only}</p>}
        </div>
      </div>
      {question !== undefined && (
        <div className="hp-card mk-question" role="group" aria-label={t(`ask-${question}`)}>
          <p><b>{t(`ask-${question}`)}</b></p>
          <div className="hp-pair">{optionsOf(config, question).map((option, index) => <button key={option} {...control(`${question}:${index}`)}>{option}</button>)}</div>
        </div>
      )}
    </>
  );
}

function Packages({ config, t, control }: Props) {
  return (
    <>
      <p className="hp-card"><b>{t("ask-cheapest")}</b></p>
      {config.packages?.map(({ name, gigabytes: amount, days, price }, index) => (
        <Row key={name} control={control(`package:${index}`)} icon="uang" text={name} note={t("package", { amount: gigabytes(amount), days: String(days), price: rupiah(price) })} />
      ))}
    </>
  );
}
