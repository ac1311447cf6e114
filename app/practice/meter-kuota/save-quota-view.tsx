import { Device, Row } from "../device.tsx";
import type { ViewProps } from "../view-props.ts";
import { megabytes } from "./amounts.ts";
import { Battery, Glass } from "./meters.tsx";
import { type SaveConfig, type SaveState, eatenIn } from "./save-quota.ts";

/** A phone with its two meters, an hour to wait, and the switches of what eats quota and battery. */
export function SaveQuotaView({ state, config, t, control }: ViewProps<SaveConfig, SaveState>) {
  const eaten = eatenIn(state.on, config);
  return (
    <Device label={t("screen.meters")} title={t("title.meters")} signs={["data"]}>
      <div className="hp-card">
        <div className="mk-meters">
          <p><Glass share={state.quota / (config.total * 1000)} /><span>{t("quota")}</span><b>{megabytes(state.quota)}</b></p>
          <p><Battery percent={state.battery} /><span>{t("battery")}</span><b>{state.battery}%</b></p>
        </div>
        <p>{t("eaten", { quota: megabytes(eaten.quota), battery: String(eaten.battery) })}</p>
        <button {...control("wait")}>{t("wait")}</button>
      </div>
      {config.consumers.map(({ name, icon, note }, index) => (
        <Row key={name} control={control(`flip:${index}`)} icon={icon} text={name} note={note} lang="id" on={state.on[index] ?? false} />
      ))}
    </Device>
  );
}
