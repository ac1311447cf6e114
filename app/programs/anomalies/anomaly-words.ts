import type { Copy } from "#app/i18n/translate.tsx";
import type { AnomalyKind } from "./anomaly.ts";

/** What is said of a kind of finding: its name, when it appears, what to ask, and what may well be behind it. */
export interface AnomalyWords {
  title: string;
  rule: string;
  ask: string;
  harmless: string[];
}

export function wordsOfKind(kind: AnomalyKind, { t }: Copy): AnomalyWords {
  switch (kind) {
    case "device":
      return { title: t("anomalies.deviceTitle"), rule: t("anomalies.deviceRule"), ask: t("anomalies.deviceAsk"), harmless: [t("anomalies.deviceHarmless1"), t("anomalies.deviceHarmless2")] };
    case "answers":
      return { title: t("anomalies.answersTitle"), rule: t("anomalies.answersRule"), ask: t("anomalies.answersAsk"), harmless: [t("anomalies.answersHarmless1"), t("anomalies.answersHarmless2")] };
    case "speed":
      return { title: t("anomalies.speedTitle"), rule: t("anomalies.speedRule"), ask: t("anomalies.speedAsk"), harmless: [t("anomalies.speedHarmless1"), t("anomalies.speedHarmless2")] };
    case "hours":
      return { title: t("anomalies.hoursTitle"), rule: t("anomalies.hoursRule"), ask: t("anomalies.hoursAsk"), harmless: [t("anomalies.hoursHarmless1"), t("anomalies.hoursHarmless2")] };
    case "night":
      return { title: t("anomalies.nightTitle"), rule: t("anomalies.nightRule"), ask: t("anomalies.nightAsk"), harmless: [t("anomalies.nightHarmless1"), t("anomalies.nightHarmless2")] };
  }
}
