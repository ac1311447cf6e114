import { useCopy } from "#app/i18n/translate.tsx";
import { whatsAppLink } from "./whatsapp.ts";

/** A text to copy, or to send with WhatsApp. */
export function ShareText({ id, label, text }: { id: string; label: string; text: string }) {
  const { t } = useCopy();
  return (
    <div className="share no-print">
      <label htmlFor={id}>{label}</label>
      <textarea id={id} readOnly rows={Math.min(text.split("\n").length + 1, 16)} defaultValue={text} lang="id" />
      <p>
        <a className="button" href={whatsAppLink(text)} rel="noreferrer">
          {t("reports.openWhatsApp")} <span className="visually-hidden">{label}</span>
        </a>
      </p>
    </div>
  );
}
