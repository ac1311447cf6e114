import type { SignInErrors } from "./sign-in.server.ts";
import { useCopy } from "#app/i18n/translate.tsx";
import { Field } from "#app/ui/field.tsx";
import type { Center } from "#db/centers.ts";
import { signInPath } from "./name-choice.ts";

/** Number and PIN, at the centre that this device has chosen; on a device of the centre also the way to the names. */
export function LearnerSignIn({ center, errors, number, goOn, offersNames = false }: { center: Center; errors: SignInErrors; number: string; goOn: string | null; offersNames?: boolean }) {
  const { t } = useCopy();
  return (
    <form method="post" action={signInPath(offersNames ? { nomor: "" } : {}, null)} className="card">
      <p>
        <strong>{center.name}</strong>
        <br />
        <span className="muted">
          {center.village}, {center.district}, {center.regency}
        </span>
      </p>
      <NumberAndPin errors={errors} number={number} />
      {goOn ? <input type="hidden" name="lanjut" value={goOn} /> : null}
      <button type="submit" className="button-main">{t("signIn.enter")}</button>
      <p className="muted">{t("signIn.forgot")}</p>
      {offersNames ? (
        <p>
          <a className="button button-quiet" href={signInPath({ rombel: "" }, goOn)}>
            {t("signIn.pickName")}
          </a>
        </p>
      ) : null}
      <a className="touch" href="/masuk?ganti">{t("signIn.otherCenter")}</a>
    </form>
  );
}

/** The two things that a learner signs in with, and what was wrong with them. */
export function NumberAndPin({ errors, number }: { errors: SignInErrors; number: string }) {
  const { t } = useCopy();
  return (
    <>
      {errors.form ? (
        <p className="notice notice-error" role="alert">
          {errors.form}
        </p>
      ) : null}
      <Field id="nomor" name="nomor" label={t("signIn.number")} hint={t("signIn.numberHint")} error={errors.number} defaultValue={number} inputMode="numeric" autoComplete="username" maxLength={6} />
      <Field id="pin" name="pin" label={t("signIn.pin")} hint={t("signIn.pinHint")} error={errors.pin} type="password" inputMode="numeric" autoComplete="current-password" maxLength={12} />
    </>
  );
}

interface CenterChoiceProps {
  centers: Center[];
  /** None is called as was typed: these are nearly so. */
  areNearest: boolean;
  query: string;
  /** The search was sent empty. */
  isNothingTyped: boolean;
  error: string | undefined;
}

/** Which centre this device stands in: a search and a list of big buttons. */
export function CenterChoice({ centers, areNearest, query, isNothingTyped, error }: CenterChoiceProps) {
  const { t } = useCopy();
  return (
    <section className="card">
      <h2>{t("signIn.chooseCenter")}</h2>
      <p className="muted">{t("signIn.chooseCenterHint")}</p>
      {error ? (
        <p className="notice notice-error" role="alert">
          {error}
        </p>
      ) : null}
      <form method="get" action="/masuk" role="search">
        <Field id="cari" name="cari" label={t("signIn.searchVillage")} error={isNothingTyped ? t("signIn.searchEmpty") : undefined} defaultValue={query} maxLength={60} autoComplete="off" />
        <button type="submit" className="button-quiet">{t("signIn.search")}</button>
      </form>
      {areNearest ? <p className="notice">{t("signIn.nearest", { query })}</p> : null}
      {centers.length === 0 && !isNothingTyped ? <p className="notice">{query ? t("signIn.noCenter", { query }) : t("signIn.typeVillage")}</p> : null}
      {centers.length === 0 ? null : (
        <form method="post" action="/masuk" className="stack centers">
          {centers.map((center) => (
            <button type="submit" key={center.centerId} name="pusat" value={`${center.villageCode}_${center.centerId}`} className="button-quiet center">
              <span>
                <strong>{center.name}</strong>
                <br />
                {center.village}, {center.district}, {center.regency}
              </span>
            </button>
          ))}
        </form>
      )}
    </section>
  );
}

/** Mentors and program staff sign in on the same page, out of the learners' way. */
export function StaffSignIn({ error, username, goOn }: { error: string | undefined; username: string; goOn: string | null }) {
  const { t } = useCopy();
  return (
    <details className="card staff" open={error !== undefined || username !== "" || (goOn !== null && !goOn.startsWith("/belajar"))}>
      <summary>{t("signIn.staff")}</summary>
      <form method="post" action="/masuk">
        <input type="hidden" name="sebagai" value="staf" />
        {goOn ? <input type="hidden" name="lanjut" value={goOn} /> : null}
        {error ? (
          <p className="notice notice-error" role="alert">
            {error}
          </p>
        ) : null}
        <Field id="nama" name="nama" label={t("signIn.username")} defaultValue={username} autoComplete="username" autoCapitalize="none" maxLength={100} />
        <Field id="sandi" name="sandi" label={t("signIn.password")} type="password" autoComplete="current-password" maxLength={200} />
        <button type="submit">{t("signIn.enter")}</button>
        <p className="muted">{t("signIn.staffForgot")}</p>
      </form>
    </details>
  );
}
