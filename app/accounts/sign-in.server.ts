import { z } from "zod";
import type { Copy } from "#app/i18n/translate.tsx";
import { findLearnerByNumber, findStaffByUsername, touchLearner } from "#db/people.ts";
import { db } from "#db/client.ts";
import { isSecret } from "./secret-hash.server.ts";
import { type Account, forgetTries, lockAccount, lockSeconds, type Origin, takeTry, type Turn } from "./sign-in-throttle.server.ts";

/** What is wrong with a sign-in form, by field; `form` for what belongs to no field. */
export type SignInErrors = Partial<Record<"number" | "pin" | "staff" | "form", string>>;
export type SignInResult<Who> = { ok: true; who: Who } | { ok: false; errors: SignInErrors };

const learnerSchema = z.object({
  number: z.string().trim().regex(/^\d{1,6}$/),
  pin: z.string().transform((text) => text.replaceAll(/\s/g, "")).pipe(z.string().regex(/^\d{6}$/)),
});

const staffSchema = z.object({
  username: z.string().trim().min(1).max(100).regex(/^\P{Cc}*$/u),
  password: z.string().min(1).max(200),
});

/** Signs a learner in at a centre by number and PIN; a try that fails says kindly why and what to do next. */
export async function checkLearner(
  center: { villageCode: string; centerId: string },
  form: Record<string, FormDataEntryValue>,
  origin: Origin,
  { copy, now }: { copy: Copy; now: Date },
): Promise<SignInResult<{ villageCode: string; learnerId: string }>> {
  const { t } = copy;
  const parsed = learnerSchema.safeParse({ number: form["nomor"], pin: form["pin"] });
  if (!parsed.success) {
    const fields = new Set(parsed.error.issues.map((issue) => issue.path[0]));
    const errors: SignInErrors = {};
    if (fields.has("number")) errors.number = t("signIn.numberMissing");
    if (fields.has("pin")) errors.pin = t("signIn.pinMissing");
    return { ok: false, errors };
  }
  const account = { ...center, number: Number(parsed.data.number) };
  const turn = await takeTry(account, origin);
  if (turn.kind !== "allowed") return refused(turn, copy);
  const learner = await findLearnerByNumber(db, center, account.number);
  if (!(await isSecret(parsed.data.pin, learner?.hash)) || !learner) return failed(turn.triesLeft, account, copy, form["dipilih"] === "nama");
  await forgetTries(account, origin);
  await touchLearner(db, center.villageCode, learner.learnerId, now);
  return { ok: true, who: { villageCode: center.villageCode, learnerId: learner.learnerId } };
}

/** Signs staff in by user name and password. */
export async function checkStaff(
  form: Record<string, FormDataEntryValue>,
  origin: Origin,
  copy: Copy,
): Promise<SignInResult<{ staffId: string }>> {
  const parsed = staffSchema.safeParse({ username: form["nama"], password: form["sandi"] });
  if (!parsed.success) return { ok: false, errors: { staff: copy.t("signIn.staffMissing") } };
  const { username, password } = parsed.data;
  const turn = await takeTry({ username }, origin);
  if (turn.kind !== "allowed") return { ok: false, errors: { staff: staffTurnText(turn, copy) } };
  const staff = await findStaffByUsername(db, username);
  if (!(await isSecret(password, staff?.hash)) || !staff) return { ok: false, errors: { staff: copy.t("signIn.staffWrong") } };
  await forgetTries({ username }, origin);
  return { ok: true, who: { staffId: staff.staffId } };
}

// Who touched their name has typed no number: the PIN alone is told about.
async function failed(triesLeft: number, account: Account, copy: Copy, isNameChosen: boolean): Promise<SignInResult<never>> {
  const wrongLeft = isNameChosen ? copy.t("signIn.pinWrongLeft", { count: triesLeft }) : copy.t("signIn.wrongLeft", { count: triesLeft });
  if (triesLeft > 0) return { ok: false, errors: { form: wrongLeft } };
  await lockAccount(account);
  return refused({ kind: "locked", seconds: lockSeconds }, copy);
}

type NoTurn = Exclude<Turn, { kind: "allowed" }>;

function refused(turn: NoTurn, copy: Copy): SignInResult<never> {
  return { ok: false, errors: { form: learnerTurnText(turn, copy) } };
}

// Why there is no further try for now. How long, not until when: a clock's time would need its zone beside it.
function learnerTurnText({ kind, seconds }: NoTurn, { t }: Copy): string {
  const minutes = Math.ceil(seconds / 60);
  if (kind === "locked") return t("signIn.locked", { count: minutes });
  return seconds > 60 ? t("signIn.slowMinutes", { count: minutes }) : t("signIn.slow", { count: seconds });
}

/** The same for staff, whom no mentor helps. */
export function staffTurnText({ kind, seconds }: NoTurn, { t }: Copy): string {
  const minutes = Math.ceil(seconds / 60);
  if (kind === "locked") return t("signIn.staffLocked", { count: minutes });
  return seconds > 60 ? t("signIn.staffSlowMinutes", { count: minutes }) : t("signIn.staffSlow", { count: seconds });
}
