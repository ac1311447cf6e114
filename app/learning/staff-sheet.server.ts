import { data } from "@remix-run/node";
import { isId, notFound } from "#app/accounts/access.server.ts";
import type { StaffViewer } from "#app/accounts/role.ts";
import { findViewer } from "#app/accounts/session.server.ts";
import { sentText } from "#app/ui/sent-text.ts";
import type { OpenSheet, SentQuiz, SheetPage } from "./quiz-page.tsx";
import { formOf, isChanged, readSheet, sentAgain, type Sheet, typedIn, wordsOf } from "./sheet.server.ts";

/** The sheet as a staff member opens it; `formId` is the new form's own. */
export async function openStaffSheet(sheet: Sheet, staff: StaffViewer, formId: string): Promise<OpenSheet> {
  return { ...staffPageOf(sheet, staff), form: await formOf(sheet, formId), typed: {}, start: 0 };
}

function staffPageOf(sheet: Sheet, staff: StaffViewer | null): SheetPage {
  return { ...wordsOf(sheet), learner: null, staff: { name: staff?.name ?? null } };
}

/**
 * What a staff member handed in, complete; or `again`, the sheet to be mended. Throws the whole page where the session
 * has ended, as `receiveSheet` does; a learner gets a 404.
 */
export async function receiveStaffSheet(request: Request, sent: FormData, sheet: Sheet) {
  const formId = sentText(sent, "formId");
  const staff = await findViewer(request);
  if (!isId(formId) || staff?.kind === "learner") throw notFound();
  if (!staff) throw data({ ...staffPageOf(sheet, null), sent: await sentAgain(sheet, sent, formId) }, { status: 401 });
  const { items, typed, answers, faults } = await readSheet(sheet, typedIn(sent), formId);
  const changed = isChanged(sheet, sent);
  if (!changed && Object.keys(faults).length === 0) return { handedIn: { staff, formId, items, answers } };
  const again: SentQuiz = { form: await formOf(sheet, formId), typed, faults, changed };
  return { again: data(again, { status: 400 }) };
}
