import { type ActionFunctionArgs, data, type LinksFunction, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { centerNamed, chosenCenter } from "#app/accounts/center-choice.server.ts";
import { deviceCookie } from "#app/accounts/display.server.ts";
import { homeOf } from "#app/accounts/role.ts";
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
import { searchCenters } from "#db/centers.ts";
import { newId } from "#db/ids.ts";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: learnerUrl }];
export const meta: MetaFunction = () => [{ title: "Masuk · Melek Desa" }];

/** As many centres as one page lists. */
const listedCenters = 12;

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await findViewer(request);
  if (viewer) throw redirect(homeOf(viewer));
  const url = new URL(request.url);
  const query = url.searchParams.get("cari")?.replaceAll(/\p{Cc}/gu, " ").trim().slice(0, 60) ?? "";
  const center = url.searchParams.has("ganti") || query ? undefined : await chosenCenter(request);
  const headers = new Headers();
  if (!deviceId(request)) headers.append("Set-Cookie", deviceCookie(request, "alat", newId()));
  const goOn = pathOf(url.searchParams.get("lanjut"));
  const found = center ? [] : await searchCenters(db, query);
  // Too many to choose from on one page: the village's name comes first.
  const centers = query || found.length <= listedCenters ? found.slice(0, listedCenters) : [];
  return data({ center: center ?? null, centers, query, goOn }, { headers });
}

export async function action({ request, context }: ActionFunctionArgs) {
  const sent = await request.formData();
  const form = Object.fromEntries(sent);
  const copy = copyFor(request);
  const goOn = pathOf(form["lanjut"]);
  const typed = { number: sentText(sent, "nomor"), username: sentText(sent, "nama"), goOn };
  if (sent.has("pusat")) return chooseCenter(request, sentText(sent, "pusat"));

  const origin = { deviceId: deviceId(request), address: context.clientAddress };
  const at = { copy, now: new Date() };
  if (form["sebagai"] === "staf") {
    const staff = await checkStaff(form, origin, at);
    if (!staff.ok) return data({ errors: staff.errors, typed }, { status: staff.status });
    return enter(request, goOn ?? "/", () => startStaffSession(request, staff.who.staffId));
  }
  const center = await chosenCenter(request);
  const gone: SignInErrors = { form: copy.t("signIn.centerGone") };
  if (!center) return data({ errors: gone, typed }, { status: 400 });
  const learner = await checkLearner(center, form, origin, at);
  if (!learner.ok) return data({ errors: learner.errors, typed }, { status: learner.status });
  return enter(request, goOn ?? "/belajar", () => startLearnerSession(request, learner.who));
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
  return redirect("/masuk", { headers: { "Set-Cookie": deviceCookie(request, "pusat", `${center.villageCode}_${center.centerId}`) } });
}

function deviceId(request: Request): string | null {
  const id = readCookie(request.headers.get("cookie") ?? "", "alat");
  return id && /^[0-9a-f-]{36}$/.test(id) ? id : null;
}

/** A path of ours to go on to after signing in; null for anything else. */
function pathOf(value: FormDataEntryValue | null | undefined): string | null {
  return typeof value === "string" && /^\/(belajar|mentor|penyunting|program|sertifikat)(\/|$)[\w/.-]*$/.test(value) ? value : null;
}

export default function SignIn() {
  const { center, centers, query, goOn: asked } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const goOn = answer?.typed.goOn ?? asked;
  const { t } = useCopy();
  const errors: SignInErrors = answer?.errors ?? {};
  return (
    <Frame who={null} home="/" here="/masuk" textSize={useTextSize()}>
      <h1>{t("signIn.title")}</h1>
      {center ? (
        <LearnerSignIn center={center} errors={errors} number={answer?.typed.number ?? ""} goOn={goOn} />
      ) : (
        <CenterChoice centers={centers} query={query} error={errors.form} />
      )}
      <StaffSignIn error={errors.staff} username={answer?.typed.username ?? ""} goOn={goOn} />
    </Frame>
  );
}
