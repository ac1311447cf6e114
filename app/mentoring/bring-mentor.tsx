import { useCopy } from "#app/i18n/translate.tsx";
import { Field } from "#app/ui/field.tsx";
import type { FoundStaff, MentorTime } from "#db/cohort-mentors.ts";
import type { BringFault, TypedBringing } from "./bring-form.ts";
import { longestReason } from "./session-form.ts";

interface BringMentorProps {
  path: string;
  query: string;
  found: readonly FoundStaff[];
  /** Who mentors the cohort now. */
  mentors: readonly MentorTime[];
  viewerId: string;
  isLead: boolean;
  form: { formId: string; mentor: FoundStaff | null; typed: TypedBringing; faults: readonly BringFault[] };
}

/** First whom: a search. Then how: beside the mentor, in their place, or as a substitute. */
export function BringMentor(props: BringMentorProps) {
  const { t } = useCopy();
  return (
    <section className="next-part">
      <h2 id="atur">{t("cohort.mentorBringTitle")}</h2>
      {props.form.mentor ? <HowForm {...props} mentor={props.form.mentor} /> : <Search {...props} />}
    </section>
  );
}

function Search({ path, query, found, mentors, isLead }: BringMentorProps) {
  const { t } = useCopy();
  const isHere = (staffId: string) => mentors.some((mentor) => mentor.staffId === staffId && mentor.until === null);
  return (
    <>
      <form method="get" action={`${path}#atur`} role="search">
        <Field
          id="cari"
          name="cari"
          label={t("cohort.mentorSearch")}
          hint={isLead ? t("cohort.mentorSearchHintLead") : t("cohort.mentorSearchHint")}
          defaultValue={query}
          maxLength={80}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
        />
        <button type="submit" className="button-quiet">
          {t("cohort.mentorSearchSubmit")}
        </button>
      </form>
      {query && found.length === 0 ? <p className="notice">{t("cohort.mentorNobody", { query })}</p> : null}
      <ul className="plain people">
        {found.map(({ staffId, name, username }) => (
          <li key={staffId}>
            <span>
              <strong>{name}</strong>
              <br />
              <span className="muted">{t("cohort.mentorUsername", { username })}</span>
            </span>
            {isHere(staffId) ? (
              <span className="muted">{t("cohort.mentorIsHere")}</span>
            ) : (
              <a className="button button-quiet" href={`${path}?${new URLSearchParams({ cari: query, pilih: staffId }).toString()}#atur`}>
                {t("cohort.mentorPick")} <span className="visually-hidden">{name}</span>
              </a>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function HowForm({ path, query, mentors, viewerId, isLead, form, mentor }: BringMentorProps & { mentor: FoundStaff }) {
  const { t } = useCopy();
  const { typed, faults } = form;
  const forGood = mentors.filter(({ until, staffId }) => until === null && staffId !== mentor.staffId);
  const own = forGood.find(({ staffId }) => staffId === viewerId);
  const others = isLead ? forGood.filter(({ staffId }) => staffId !== viewerId) : [];
  return (
    <form method="post" action={`${path}?${new URLSearchParams({ cari: query, pilih: mentor.staffId }).toString()}`} className="card">
      <h3>{t("cohort.mentorChosen", { name: mentor.name })}</h3>
      <input type="hidden" name="formId" value={form.formId} />
      <input type="hidden" name="mentorId" value={mentor.staffId} />
      <input type="hidden" name="cari" value={query} />
      <fieldset className="how">
        <legend>{t("cohort.howLegend")}</legend>
        <Way value="tambah" typed={typed} label={t("cohort.howAdd")} hint={t("cohort.howAddHint")} />
        {own ? <Way value="serahkan" typed={typed} label={t("cohort.howHandOver")} hint={t("cohort.howHandOverHint")} /> : null}
        {others.map(({ staffId, name }) => (
          <Way key={staffId} value={`serahkan:${staffId}`} typed={typed} label={t("cohort.howHandOver")} hint={t("cohort.howHandOverFrom", { name })} />
        ))}
        <Way value="pinjamkan" typed={typed} label={t("cohort.howLend")} hint={t("cohort.howLendHint")} />
        {faults.includes("how") ? <p className="error">{t("cohort.faultHow")}</p> : null}
      </fieldset>
      <Field id="until" name="until" type="date" label={t("cohort.lendUntil")} error={faults.includes("until") ? t("cohort.faultUntil") : undefined} defaultValue={typed.until} />
      <Field id="reason" name="reason" label={t("cohort.moveReason")} error={faults.includes("reason") ? t("cohort.faultReason") : undefined} defaultValue={typed.reason} maxLength={longestReason} autoComplete="off" />
      <div className="row">
        <button type="submit">{t("cohort.bringSubmit")}</button>
        <a className="button button-quiet" href={`${path}#atur`}>
          {t("cohort.bringOther")}
        </a>
      </div>
    </form>
  );
}

function Way({ value, typed, label, hint }: { value: string; typed: TypedBringing; label: string; hint: string }) {
  return (
    <label>
      <input type="radio" name="how" value={value} defaultChecked={typed.how === value} />
      <span>
        <strong>{label}</strong>
        <br />
        <span className="muted">{hint}</span>
      </span>
    </label>
  );
}
