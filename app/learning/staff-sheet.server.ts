import { data, type TypedResponse } from "@remix-run/node";
import type { Kysely } from "kysely";
import { isId, notFound } from "#app/accounts/access.server.ts";
import { displayCookies, redirectWithCookies, sendAgainInOtherLooks } from "#app/accounts/display.server.ts";
import type { StaffViewer } from "#app/accounts/role.ts";
import { findViewer } from "#app/accounts/session.server.ts";
import { sentText } from "#app/ui/sent-text.ts";
import type { Database } from "#db/schema.ts";
import { findStaffDraft, saveStaffDraft } from "#db/staff-answer-drafts.ts";
import { draftLasts, draftOf } from "./draft.ts";
import type { OpenSheet, SentQuiz, SheetPage } from "./quiz-page.tsx";
import { begunSheet, formOf, isChanged, readSheet, sentAgain, type Sheet, typedIn, wordsOf } from "./sheet.server.ts";
import { wayBack, wishOf } from "./sheet-wish.server.ts";

/** A sheet of a staff member: what they have answered on it is kept until they hand it in. */
export interface StaffSheet extends Sheet {
  /** Under what its answers are kept, such as `kuis:L1`. */
  name: string;
}

/** The sheet as a staff member opens it, as a learner does with `openSheet`; `newForm` is a new form's own id. */
export async function openStaffSheet(db: Kysely<Database>, sheet: StaffSheet, staff: StaffViewer, request: Request, newForm: string): Promise<OpenSheet> {
  const since = new Date(Date.now() - draftLasts);
  const draft = await findStaffDraft(db, { staffId: staff.staffId, sheet: sheet.name }, { bankHash: sheet.quiz.hash, since });
  return { ...staffPageOf(sheet, staff), ...(await begunSheet(sheet, draft, request, newForm)) };
}

function staffPageOf(sheet: Sheet, staff: StaffViewer | null): SheetPage {
  return { ...wordsOf(sheet), learner: null, staff: { name: staff?.name ?? null } };
}

/**
 * What a staff member handed in, complete; or `again`, the answer to anything else, as `receiveSheet` gives it. Throws
 * the whole page where the session has ended; a learner gets a 404.
 */
export async function receiveStaffSheet(db: Kysely<Database>, request: Request, sent: FormData, sheet: StaffSheet) {
  const formId = sentText(sent, "formId");
  const staff = await findViewer(request);
  if (!isId(formId) || staff?.kind === "learner") throw notFound();
  const wish = wishOf(sent);
  if (!staff) throw await toSignInAgain(sheet, request, sent, formId);
  const changed = isChanged(sheet, sent);
  const keep = async () => saveStaffDraft(db, { staffId: staff.staffId, sheet: sheet.name }, { formId, bankHash: sheet.quiz.hash, typed: draftOf(typedIn(sent)) }, new Date());
  if (wish === "save") {
    if (!changed) await keep();
    return { again: new Response(null, { status: 204 }) as TypedResponse<never> };
  }
  const { items, typed, answers, faults } = await readSheet(sheet, typedIn(sent), formId);
  if (changed) {
    const again: SentQuiz = { form: await formOf(sheet, formId), typed, faults, changed };
    return { again: data(again, { status: 400 }) };
  }
  if (wish === "hand in" && Object.keys(faults).length === 0) return { handedIn: { staff, formId, items, answers } };
  await keep();
  return { again: redirectWithCookies(sheet.path + wayBack(request, sent, wish), displayCookies(request, sent), 303) };
}

async function toSignInAgain(sheet: Sheet, request: Request, sent: FormData, formId: string) {
  if (wishOf(sent) === "save") return new Response(null, { status: 401 });
  return sendAgainInOtherLooks(request, sent) ?? data({ ...staffPageOf(sheet, null), sent: await sentAgain(sheet, sent, formId) }, { status: 401 });
}
