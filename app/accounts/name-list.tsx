import { useCopy } from "#app/i18n/translate.tsx";
import { Field } from "#app/ui/field.tsx";
import type { Center } from "#db/centers.ts";
import type { NamedCohort } from "#db/sign-in-names.ts";
import { type NameChoice, signInPath } from "./name-choice.ts";
import { Picture } from "./picture.tsx";
import type { SignInErrors } from "./sign-in.server.ts";

type Names = Extract<NameChoice, { kind: "names" }>;
type Person = Extract<NameChoice, { kind: "person" }>;

/** The names of the cohorts that have class, each a big link to the form for its PIN. */
export function NameList({ center, names, goOn }: { center: Center; names: Names; goOn: string | null }) {
  const { t } = useCopy();
  const { cohorts, from, hasOthers } = names;
  return (
    <section aria-labelledby="nama-judul">
      <p className="muted">
        {center.name}, {center.village}
      </p>
      <h2 id="nama-judul">{t("signIn.chooseName")}</h2>
      {cohorts.map(({ cohortId, name, learners }) => (
        <section key={cohortId} aria-label={name}>
          {cohorts.length > 1 || from !== null ? <h3>{name}</h3> : null}
          {learners.length === 0 ? <p className="notice">{t("signIn.emptyClass")}</p> : null}
          <ul className="plain names">
            {learners.map((learner) => (
              <li key={learner.number}>
                <a href={signInPath({ peserta: learner.number, rombel: from }, goOn)}>
                  <Picture number={learner.number} size={56} />
                  <span>
                    {learner.name} <small className="muted">{t("signIn.nameNumber", { number: learner.number })}</small>
                  </span>
                </a>
              </li>
            ))}
          </ul>
        </section>
      ))}
      <p className="row">
        <a className="button button-quiet" href={signInPath({ nomor: "" }, goOn)}>
          {t("signIn.withNumber")}
        </a>
        {hasOthers ? (
          <a className="button button-quiet" href={signInPath({ rombel: "" }, goOn)}>
            {t("signIn.nameMissing")}
          </a>
        ) : null}
      </p>
    </section>
  );
}

/** The centre's cohorts, each a big link to its names. */
export function CohortList({ cohorts, goOn }: { cohorts: NamedCohort[]; goOn: string | null }) {
  const { t } = useCopy();
  return (
    <section className="card" aria-labelledby="kelas-judul">
      <h2 id="kelas-judul">{t("signIn.pickClass")}</h2>
      {cohorts.length === 0 ? <p className="notice">{t("signIn.noClasses")}</p> : null}
      <div className="stack">
        {cohorts.map(({ cohortId, name }) => (
          <a key={cohortId} className="button button-quiet" href={signInPath({ rombel: cohortId }, goOn)}>
            {name}
          </a>
        ))}
        <a className="touch" href={signInPath({ nomor: "" }, goOn)}>
          {t("signIn.withNumber")}
        </a>
      </div>
    </section>
  );
}

/** Whom the reader says they are, with their picture, and the field for their PIN. */
export function PersonSignIn({ person, errors, goOn }: { person: Person; errors: SignInErrors; goOn: string | null }) {
  const { t } = useCopy();
  const { number, name, cohortId } = person;
  return (
    <section className="card">
      <h2 className="me">
        <Picture number={number} size={96} />
        <span>
          {name} <small className="muted">{t("signIn.nameNumber", { number })}</small>
        </span>
      </h2>
      {person.hasPin ? <PinForm person={person} errors={errors} goOn={goOn} /> : <p className="notice notice-warn">{t("signIn.noPinYet", { name })}</p>}
      <a className="button button-quiet" href={signInPath({ rombel: cohortId }, goOn)}>
        {t("signIn.notMe")}
      </a>
    </section>
  );
}

// A shared device must not offer to keep PINs: browsers leave codes that are for one time alone.
function PinForm({ person: { number, name, cohortId }, errors, goOn }: { person: Person; errors: SignInErrors; goOn: string | null }) {
  const { t } = useCopy();
  return (
    <form method="post" action={signInPath({ peserta: number, rombel: cohortId }, null)}>
      {errors.form ? (
        <p className="notice notice-error" role="alert">
          {errors.form}
        </p>
      ) : null}
      <input type="hidden" name="nomor" value={number} />
      <input type="hidden" name="dipilih" value="nama" />
      {goOn ? <input type="hidden" name="lanjut" value={goOn} /> : null}
      <Field
        id="pin"
        name="pin"
        label={t("signIn.pinOf", { name })}
        hint={t("signIn.pinHint")}
        error={errors.pin}
        type="password"
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={12}
        autoFocus
      />
      <button type="submit" className="button-main">{t("signIn.enter")}</button>
      <p className="muted">{t("signIn.forgotPin")}</p>
    </form>
  );
}
