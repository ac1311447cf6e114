import { type ActionFunctionArgs, data, type LinksFunction, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { CardCamera, Occupied } from "#app/accounts/card-camera.tsx";
import { centerNamed, chosenCenter } from "#app/accounts/center-choice.server.ts";
import { deviceCookie } from "#app/accounts/display.server.ts";
import { type LoginCard, readCard, textOfCard } from "#app/accounts/login-card.ts";
import { findCenters } from "#app/accounts/find-centers.server.ts";
import { nameChoiceFor } from "#app/accounts/name-choice.server.ts";
import { CohortList, NameList, PersonSignIn } from "#app/accounts/name-list.tsx";
import { pairingOf } from "#app/accounts/paired-device.server.ts";
import { keepRefusal, type RefusedSignIn, takeRefusal } from "#app/accounts/refused-sign-in.server.ts";
import { homeOf, type Viewer } from "#app/accounts/role.ts";
import { endSessions, findViewer, readCookie, startLearnerSession, startStaffSession } from "#app/accounts/session.server.ts";
import { checkLearner, checkStaff, type SignInErrors } from "#app/accounts/sign-in.server.ts";
import { CenterChoice, LearnerSignIn, StaffSignIn } from "#app/accounts/sign-in-forms.tsx";
import { copyFor } from "#app/i18n/i18n.server.ts";
import { useCopy } from "#app/i18n/translate.tsx";
import { sentText } from "#app/ui/sent-text.ts";
import { useTextSize } from "#app/root.tsx";
import { Frame } from "#app/ui/frame.tsx";
import learnerUrl from "#app/ui/learner.css?url";
import { db } from "#db/client.ts";
import { findCenter } from "#db/centers.ts";
import { newId } from "#db/ids.ts";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: learnerUrl }];
export const meta: MetaFunction = () => [{ title: "Masuk · Melek Desa" }];

export const handle = { script: true, camera: true };

/** As many centres as one page lists. */
const listedCenters = 12;

export async function loader({ request }: LoaderFunctionArgs) {
  const asked = new URL(request.url).searchParams;
  const viewer = await findViewer(request);
  const card = asked.has("kartu") ? await cardAt(asked.get("kartu") ?? "") : undefined;
  const isOccupied = card !== undefined && card !== null && viewer !== null && !isOwn(card, viewer);
  if (viewer && !isOccupied) throw redirect(homeOf(viewer));
  if (card && !isOccupied) throw redirect(`/masuk?peserta=${card.number}`, { headers: { "Set-Cookie": centerCookie(request, card) } });

  const query = asked.get("cari")?.replaceAll(/\p{Cc}/gu, " ").trim().slice(0, 60) ?? "";
  const device = await pairingOf(db, request);
  const center = asked.has("ganti") || asked.has("cari") ? undefined : ((await chosenCenter(request)) ?? (device && (await findCenter(db, device.villageCode, device.centerId))));
  const headers = new Headers();
  if (!deviceId(request)) headers.append("Set-Cookie", deviceCookie(request, "alat", newId()));
  const kept = takeRefusal(request);
  if (kept) headers.append("Set-Cookie", kept.forget);
  const { centers: found, areNearest } = center ? { centers: [], areNearest: false } : await findCenters(db, query);
  // Too many to choose from on one page: the village's name comes first.
  const centers = query || found.length <= listedCenters ? found.slice(0, listedCenters) : [];
  const names = center && !isOccupied ? await nameChoiceFor(db, device, center, asked, new Date()) : null;
  const shown = { center: center ?? null, centers, areNearest, query, isNothingTyped: asked.has("cari") && query === "", names, number: numberIn(asked.get("peserta")), goOn: pathOf(asked.get("lanjut")) };
  return data({ ...shown, refused: kept?.refused ?? null, occupiedFor: card && isOccupied ? textOfCard(card) : null, isCardUnknown: card === null }, { headers });
}

/** The card that an address names, when its centre exists. */
async function cardAt(text: string): Promise<LoginCard | null> {
  const card = readCard(text);
  return card && (await findCenter(db, card.villageCode, card.centerId)) ? card : null;
}

function isOwn(card: LoginCard, viewer: Viewer): boolean {
  return viewer.kind === "learner" && viewer.villageCode === card.villageCode && viewer.centerId === card.centerId && viewer.number === card.number;
}

export async function action({ request, context }: ActionFunctionArgs) {
  const sent = await request.formData();
  const form = Object.fromEntries(sent);
  const copy = copyFor(request);
  const goOn = pathOf(form["lanjut"]);
  const typed = { number: sentText(sent, "nomor"), username: sentText(sent, "nama"), goOn };
  if (sent.has("pusat")) return chooseCenter(request, sentText(sent, "pusat"));
  if (sent.has("kartu")) return makeRoomFor(request, readCard(sentText(sent, "kartu")));

  const origin = { deviceId: deviceId(request), address: context.clientAddress };
  if (form["sebagai"] === "staf") {
    const staff = await checkStaff(form, origin, copy);
    if (!staff.ok) return tellAgain(request, { errors: staff.errors, typed });
    return enter(request, goOn ?? "/", () => startStaffSession(request, staff.who.staffId));
  }
  const device = await pairingOf(db, request);
  const center = (await chosenCenter(request)) ?? (device && (await findCenter(db, device.villageCode, device.centerId)));
  if (!center) return tellAgain(request, { errors: { form: copy.t("signIn.centerGone") }, typed });
  const learner = await checkLearner(center, form, origin, { copy, now: new Date() });
  if (!learner.ok) return tellAgain(request, { errors: learner.errors, typed });
  return enter(request, goOn ?? "/belajar", () => startLearnerSession(request, learner.who));
}

/** The form again, as a page of its own that Back leads to. */
function tellAgain(request: Request, refused: RefusedSignIn) {
  const { pathname, search } = new URL(request.url);
  return redirect(pathname + search, { status: 303, headers: { "Set-Cookie": keepRefusal(request, refused) } });
}

/** Whoever was signed in on this device before is no longer: it shows the pages of one person. */
async function enter(request: Request, path: string, startSession: () => Promise<string>) {
  const ended = await endSessions(request);
  const started = await startSession();
  const headers = new Headers({ "Set-Cookie": started });
  for (const cookie of ended.filter((one) => nameOf(one) !== nameOf(started))) headers.append("Set-Cookie", cookie);
  return redirect(path, { headers });
}

function nameOf(cookie: string): string | undefined {
  return cookie.split("=")[0];
}

async function chooseCenter(request: Request, name: string) {
  const center = await centerNamed(name);
  if (!center) return redirect("/masuk?ganti");
  return redirect("/masuk", { headers: { "Set-Cookie": centerCookie(request, center) } });
}

/** Signs out whoever is still here, for the owner of a card. */
async function makeRoomFor(request: Request, card: LoginCard | null) {
  const headers = new Headers();
  for (const cookie of await endSessions(request)) headers.append("Set-Cookie", cookie);
  return redirect(card ? `/masuk?kartu=${textOfCard(card)}` : "/masuk", { headers });
}

function centerCookie(request: Request, { villageCode, centerId }: { villageCode: string; centerId: string }): string {
  return deviceCookie(request, "pusat", `${villageCode}_${centerId}`);
}

function deviceId(request: Request): string | null {
  const id = readCookie(request.headers.get("cookie") ?? "", "alat");
  return id && /^[0-9a-f-]{36}$/.test(id) ? id : null;
}

function numberIn(text: string | null): string {
  return text && /^[1-9]\d{0,5}$/.test(text) ? text : "";
}

/** A path of ours to go on to after signing in; null for anything else. */
function pathOf(value: FormDataEntryValue | null | undefined): string | null {
  return typeof value === "string" && /^\/(belajar|mentor|penyunting|peran|program|sandi|sertifikat|wilayah)(\/|$)[\w/.-]*$/.test(value) ? value : null;
}

export default function SignIn() {
  const { goOn: asked, occupiedFor, isCardUnknown, refused } = useLoaderData<typeof loader>();
  const goOn = refused?.typed.goOn ?? asked;
  const { t } = useCopy();
  const errors: SignInErrors = refused?.errors ?? {};
  return (
    <Frame who={null} home="/" here="/masuk" textSize={useTextSize()}>
      <h1>{t("signIn.title")}</h1>
      {isCardUnknown ? <p className="notice notice-warn">{t("signIn.cardUnknown")}</p> : null}
      {occupiedFor === null ? (
        <>
          <LearnerPart errors={errors} typedNumber={refused?.typed.number} goOn={goOn} />
          <StaffSignIn error={errors.staff} username={refused?.typed.username ?? ""} goOn={goOn} />
        </>
      ) : (
        <Occupied card={occupiedFor} />
      )}
    </Frame>
  );
}

function LearnerPart({ errors, typedNumber, goOn }: { errors: SignInErrors; typedNumber: string | undefined; goOn: string | null }) {
  const { center, centers, areNearest, query, isNothingTyped, names, number } = useLoaderData<typeof loader>();
  if (!center) {
    return (
      <>
        <CardCamera />
        <CenterChoice centers={centers} areNearest={areNearest} query={query} isNothingTyped={isNothingTyped} error={errors.form} />
      </>
    );
  }
  if (names?.kind === "person") return <PersonSignIn person={names} errors={errors} goOn={goOn} />;
  return (
    <>
      <CardCamera />
      {names?.kind === "names" ? <NameList center={center} names={names} goOn={goOn} /> : null}
      {names?.kind === "cohorts" ? <CohortList cohorts={names.cohorts} goOn={goOn} /> : null}
      {names === null || names.kind === "number" ? (
        <LearnerSignIn center={center} errors={errors} number={typedNumber ?? number} goOn={goOn} offersNames={names !== null} />
      ) : null}
    </>
  );
}
