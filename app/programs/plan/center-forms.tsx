import { formatDate } from "#app/i18n/locale.ts";
import { useCopy } from "#app/i18n/translate.tsx";
import { hoursStamp } from "#app/mentoring/opening-hours.ts";
import { openingTimes } from "#app/mentoring/session-words.ts";
import { zoneOf } from "#app/mentoring/village-clock.ts";
import { Field } from "#app/ui/field.tsx";
import type { VillageCenter } from "#db/village-centers.ts";
import { type CenterFault, centerStamp, longestAddress, type TypedCenter } from "./center-form.ts";
import { HoursFields } from "./hours-fields.tsx";
import { typedFrom, type TypedHours } from "./hours-form.ts";
import { longestName } from "./plan-form.ts";
import { ReasonField } from "./plan-parts.tsx";

export interface CenterAnswer {
  task: string;
  centerId: string;
  formId: string;
  typed: TypedCenter & { hours: TypedHours };
  faults: CenterFault[];
}

interface Place {
  path: string;
  programId: string;
  villageCode: string;
}

/** One centre: what it is called, what can be begun there, and how it is changed, closed and opened again. */
export function CenterCard({ center, place, formId, answer }: { center: VillageCenter; place: Place; formId: string; answer: CenterAnswer | undefined }) {
  const copy = useCopy();
  const { t, locale } = copy;
  const { centerId, name, address, hours, cohorts, closed } = center;
  const own = answer?.centerId === centerId ? answer : undefined;
  const changed = own?.task === "change" ? own : undefined;
  const query = new URLSearchParams({ program: place.programId, desa: place.villageCode, pusat: centerId }).toString();
  return (
    <article className="card" id={`p-${centerId}`}>
      <h2>{name}</h2>
      {address ? <p>{address}</p> : null}
      {closed ? null : <p>{hours.length > 0 ? openingTimes(hours, zoneOf(place.villageCode), copy) : t("accounts.hoursNone")}</p>}
      <p className="muted">{t("accounts.centerCohorts", { count: cohorts })}</p>
      {closed ? (
        <>
          <p className="notice notice-warn">{t("accounts.centerClosed", { date: formatDate(closed.at, locale), name: closed.by ?? "", reason: closed.reason })}</p>
          <form method="post" action={place.path}>
            <Hidden task="reopen" centerId={centerId} formId={formId} />
            <button type="submit" className="button-quiet">
              {t("accounts.centerReopen")} <span className="visually-hidden">{name}</span>
            </button>
          </form>
        </>
      ) : (
        <>
          <p className="row">
            <a className="button button-quiet" href={`/mentor/rombel-baru?${query}`}>
              {t("accounts.centerNewCohort")} <span className="visually-hidden">{name}</span>
            </a>
            <a className="button button-quiet" href={`/program/${place.programId}/pendamping/baru?${new URLSearchParams({ pusat: `${place.villageCode}_${centerId}` }).toString()}`}>
              {t("accounts.centerNewMentor")} <span className="visually-hidden">{name}</span>
            </a>
          </p>
          <HoursForm center={center} place={place} formId={formId} own={own?.task === "hours" ? own : undefined} />
          <details open={changed !== undefined}>
            <summary>
              {t("accounts.centerChange")} <span className="visually-hidden">{name}</span>
            </summary>
            <form method="post" action={place.path}>
              <Hidden task="change" centerId={centerId} formId={formId} />
              <input type="hidden" name="seen" value={centerStamp(center)} />
              <CenterFields id={centerId} typed={changed?.typed ?? { name, address: address ?? "", reason: "" }} faults={changed?.faults ?? []} />
              <button type="submit">{t("accounts.centerSave")}</button>
            </form>
          </details>
          <CloseForm centerId={centerId} name={name} path={place.path} formId={formId} own={own?.task === "close" ? own : undefined} />
        </>
      )}
    </article>
  );
}

function HoursForm({ center: { centerId, name, hours }, place, formId, own }: { center: VillageCenter; place: Place; formId: string; own: CenterAnswer | undefined }) {
  const { t } = useCopy();
  return (
    <details open={own !== undefined}>
      <summary>
        {hours.length > 0 ? t("accounts.hoursChange") : t("accounts.hoursRecord")} <span className="visually-hidden">{name}</span>
      </summary>
      <form method="post" action={place.path}>
        <Hidden task="hours" centerId={centerId} formId={formId} />
        <input type="hidden" name="seen" value={hoursStamp(hours)} />
        <HoursFields id={centerId} typed={own?.typed.hours ?? typedFrom(hours)} isWrong={own?.faults.includes("hours") ?? false} zone={zoneOf(place.villageCode)} />
        {own?.faults.includes("noHours") ? <p className="error">{t("accounts.faultHoursNone")}</p> : null}
        <button type="submit">{t("accounts.hoursSave")}</button>
      </form>
    </details>
  );
}

function CloseForm({ centerId, name, path, formId, own }: { centerId: string; name: string; path: string; formId: string; own: CenterAnswer | undefined }) {
  const { t } = useCopy();
  return (
    <details open={own !== undefined}>
      <summary>
        {t("accounts.centerClose")} <span className="visually-hidden">{name}</span>
      </summary>
      <form method="post" action={path}>
        <Hidden task="close" centerId={centerId} formId={own?.formId ?? formId} />
        <p>{t("accounts.centerCloseText")}</p>
        {own?.faults.includes("inUse") ? <p className="error">{t("accounts.faultInUse")}</p> : null}
        <ReasonField id={`reason-${centerId}`} typed={own?.typed.reason ?? ""} isWrong={own?.faults.includes("reason") ?? false} />
        <button type="submit" className="button-quiet">
          {t("accounts.centerCloseSubmit")} <span className="visually-hidden">{name}</span>
        </button>
      </form>
    </details>
  );
}

/** Adds a centre to the village. */
export function NewCenter({ path, formId, answer }: { path: string; formId: string; answer: CenterAnswer | undefined }) {
  const { t } = useCopy();
  const own = answer?.task === "add" ? answer : undefined;
  return (
    <form method="post" action={path} className="card">
      <h2>{t("accounts.centerAddTitle")}</h2>
      <Hidden task="add" centerId={own?.centerId ?? formId} formId={own?.formId ?? formId} />
      <CenterFields id="new" typed={own?.typed ?? { name: "", address: "", reason: "" }} faults={own?.faults ?? []} />
      <button type="submit">{t("accounts.centerAdd")}</button>
    </form>
  );
}

function CenterFields({ id, typed, faults }: { id: string; typed: TypedCenter; faults: readonly CenterFault[] }) {
  const { t } = useCopy();
  const nameFault = faults.includes("taken") ? t("accounts.faultCenterTaken") : faults.includes("name") ? t("accounts.faultCenterName") : undefined;
  return (
    <>
      <Field id={`name-${id}`} name="name" label={t("accounts.centerName")} hint={t("accounts.centerNameHint")} error={nameFault} defaultValue={typed.name} maxLength={longestName} autoComplete="off" />
      <Field id={`address-${id}`} name="address" label={t("accounts.centerAddress")} hint={t("accounts.centerAddressHint")} error={faults.includes("address") ? t("accounts.faultCenterAddress", { most: longestAddress }) : undefined} defaultValue={typed.address} maxLength={longestAddress} autoComplete="off" />
    </>
  );
}

function Hidden({ task, centerId, formId }: { task: string; centerId: string; formId: string }) {
  return (
    <>
      <input type="hidden" name="task" value={task} />
      <input type="hidden" name="centerId" value={centerId} />
      <input type="hidden" name="formId" value={formId} />
    </>
  );
}
