import { useCopy } from "#app/i18n/translate.tsx";
import type { HelpReason } from "./cohort-board.ts";
import { helpSentence } from "./help-sentence.ts";

/** Why a learner is on the board as needing help, in its words, and for how many minutes nobody can sign in as them; nothing when neither. */
export function HelpNotice({ help, lockedMinutes }: { help: HelpReason | null; lockedMinutes: number | null }) {
  const { t } = useCopy();
  if (!help && lockedMinutes === null) return null;
  return (
    <div className="notice notice-warn narrow">
      {help ? <p>{helpSentence(help, t)}</p> : null}
      {lockedMinutes === null ? null : <p>{t("mentor.pinLocked", { count: lockedMinutes })}</p>}
    </div>
  );
}
