import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { isId, notFound, requireStaff } from "#app/accounts/access.server.ts";
import { DeviceList } from "#app/accounts/device-list.tsx";
import { deviceCookie } from "#app/accounts/display.server.ts";
import { type DeviceErrors, PairForm } from "#app/accounts/pair-form.tsx";
import { deviceCookieName, pairDevice, pairingOf, unpairDevice } from "#app/accounts/paired-device.server.ts";
import { copyFor } from "#app/i18n/i18n.server.ts";
import { useCopy } from "#app/i18n/translate.tsx";
import { tidyText } from "#app/mentoring/registration.ts";
import { sentText } from "#app/ui/sent-text.ts";
import { findCenter } from "#db/centers.ts";
import { db } from "#db/client.ts";
import { listCohortsOfMentor } from "#db/cohorts.ts";
import { newId } from "#db/ids.ts";
import { listPairedDevices } from "#db/paired-devices.ts";

export const meta: MetaFunction = () => [{ title: "Perangkat kelas · Melek Desa" }];

export async function loader({ request }: LoaderFunctionArgs) {
  const staff = await requireStaff(request);
  const centers = await Promise.all((await centersOf(staff.staffId)).map(async (center) => ({ ...center, devices: await listPairedDevices(db, center) })));
  const device = await pairingOf(db, request);
  const here = device && { ...device, center: (await findCenter(db, device.villageCode, device.centerId))?.name ?? "" };
  return { centers, here: here ?? null, formId: newId() };
}

export async function action({ request }: ActionFunctionArgs) {
  const staff = await requireStaff(request);
  const sent = await request.formData();
  const by = { staffId: staff.staffId, now: new Date() };
  return sent.has("lepas") ? unpair(request, sentText(sent, "lepas"), by) : pair(request, sent, by);
}

interface By {
  staffId: string;
  now: Date;
}

async function pair(request: Request, sent: FormData, by: By) {
  const { t } = copyFor(request);
  const typed = { center: sentText(sent, "pusat"), name: tidyText(sentText(sent, "nama")), formId: sentText(sent, "formId") };
  if (!isId(typed.formId)) throw notFound();
  const centers = await centersOf(by.staffId);
  const center = centers.find((one) => one.key === typed.center);
  if (typed.center !== "" && !center) throw notFound();
  const errors: DeviceErrors = {};
  if (!center) errors.center = t("devices.faultCenter");
  if (typed.name === "" || typed.name.length > 30 || /\p{Cc}/u.test(typed.name)) errors.name = t("devices.faultName");
  if (!center || errors.name) return data({ errors, typed }, { status: 400 });
  const before = await pairingOf(db, request);
  const paired = await pairDevice(db, { center, formId: typed.formId, name: typed.name, ...by });
  const headers = new Headers();
  if (paired !== null) {
    if (before && before.deviceId !== paired.deviceId) await unpairDevice(db, before, by.staffId, by.now);
    headers.append("Set-Cookie", deviceCookie(request, deviceCookieName, paired.cookie));
    headers.append("Set-Cookie", deviceCookie(request, "pusat", center.key));
  }
  return redirect("/mentor/perangkat", { status: 303, headers });
}

/** Ends a pairing at one of the mentor's centres, or of the very device that they sit at. */
async function unpair(request: Request, deviceId: string, { staffId, now }: By) {
  const here = await pairingOf(db, request);
  const isHere = here?.deviceId === deviceId;
  const center = isHere ? here : await centerOfDevice(staffId, deviceId);
  if (!center) throw notFound();
  await unpairDevice(db, { ...center, deviceId }, staffId, now);
  const headers = new Headers();
  if (isHere) headers.append("Set-Cookie", `${deviceCookie(request, deviceCookieName, "")}; Max-Age=0`);
  return redirect("/mentor/perangkat", { status: 303, headers });
}

async function centerOfDevice(staffId: string, deviceId: string) {
  for (const center of await centersOf(staffId)) {
    if ((await listPairedDevices(db, center)).some((device) => device.deviceId === deviceId)) return center;
  }
  return undefined;
}

/** The centres of the cohorts that are the mentor's now. */
async function centersOf(staffId: string) {
  const cohorts = await listCohortsOfMentor(db, staffId);
  const centers = cohorts.map(({ villageCode, centerId, centerName, village }) => ({ key: `${villageCode}_${centerId}`, villageCode, centerId, name: centerName, village }));
  return [...new Map(centers.map((center) => [center.key, center])).values()];
}

export default function Devices() {
  const { centers, here, formId } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useCopy();
  const used = centers.filter(({ devices }) => devices.length > 0);
  return (
    <div className="narrow">
      <p className="muted">
        <a className="touch" href="/mentor">
          {t("devices.back")}
        </a>
      </p>
      <h1>{t("devices.title")}</h1>
      <p>{t("devices.intro")}</p>
      {centers.length === 0 ? <p className="notice">{t("devices.noCenter")}</p> : null}
      {here ? (
        <section className="notice notice-ok">
          <p>
            <strong>{t("devices.here", { name: here.name, center: here.center })}</strong> {t("devices.hereNext")}
          </p>
        </section>
      ) : null}
      {!here && centers.length > 0 ? <PairForm centers={centers} formId={answer?.typed.formId ?? formId} typed={answer?.typed} errors={answer?.errors ?? {}} /> : null}
      {centers.length > 0 && used.length === 0 ? <p className="muted">{t("devices.none")}</p> : null}
      {used.map((center) => (
        <DeviceList key={center.key} center={center} hereId={here?.deviceId ?? null} />
      ))}
      {used.length > 0 ? <p className="muted">{t("devices.lost")}</p> : null}
      {here && !centers.some(({ devices }) => devices.some(({ deviceId }) => deviceId === here.deviceId)) ? (
        <form method="post" action="/mentor/perangkat">
          <button type="submit" name="lepas" value={here.deviceId} className="button-quiet">
            {t("devices.end")} <span className="visually-hidden">{t("devices.endFor", { name: here.name })}</span>
          </button>
        </form>
      ) : null}
    </div>
  );
}
