import { useCopy } from "#app/i18n/translate.tsx";
import { Field } from "#app/ui/field.tsx";

/** Asks for the code that stands on a certificate; typed small or without dashes it is the same. */
export function CodeForm({ typed = "", error }: { typed?: string; error?: string | undefined }) {
  const { t } = useCopy();
  return (
    <form method="get" action="/sertifikat" className="card">
      <Field id="kode" name="kode" label={t("certificates.checkCode")} hint={t("certificates.unknownHint")} error={error} defaultValue={typed} maxLength={40} autoComplete="off" autoCapitalize="characters" spellCheck={false} />
      <button type="submit" className="button-main">{t("certificates.check")}</button>
    </form>
  );
}
