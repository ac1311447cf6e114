import { useCopy } from "#app/i18n/translate.tsx";
import { whatsAppLink } from "./whatsapp.ts";

/** A text to copy, or to send with WhatsApp. */
export function ShareText({ id, label, text }: { id: string; label: string; text: string }) {
  const { t } = useCopy();
  return (
    <div className="share no-print">
      <label htmlFor={id}>{label}</label>
      <textarea id={id} readOnly rows={rowsFor(text)} defaultValue={text} lang="id" />
      <p>
        <a className="button" href={whatsAppLink(text)} rel="noreferrer">
          {t("reports.openWhatsApp")} <span className="visually-hidden">{label}</span>
        </a>
      </p>
    </div>
  );
}

/** As many rows as the text takes on a phone, up to what a screen holds. */
function rowsFor(text: string): number {
  const rows = text.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / 34)), 0);
  return Math.min(rows + 1, 16);
}
