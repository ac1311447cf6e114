import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { notFound, requireMentorOf } from "#app/accounts/access.server.ts";
import { addressOfCard } from "#app/accounts/login-card.ts";
import { faultsOf, hasCards, planCards, readCardForm } from "#app/login-cards/card-form.ts";
import { renderLoginCards } from "#app/login-cards/card-sheet.server.ts";
import { issuePins } from "#app/login-cards/issue-pins.server.ts";
import { db } from "#db/client.ts";
import type { CohortSummary } from "#db/cohorts.ts";
import { type CardLearner, listCardLearners } from "#db/login-cards.ts";

/** Gives out the PINs that were asked for and answers the cards. A form whose PINs have been given out is told so. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { staff, cohort } = await requireMentorOf(request, params["cohort"]);
  const now = new Date();
  const form = readCardForm(await request.formData(), now);
  const chosen = (await listCardLearners(db, cohort)).filter(({ learnerId }) => form.learnerIds.includes(learnerId));
  if (chosen.length < form.learnerIds.length) throw notFound();
  const path = `/mentor/rombel/${cohort.cohortId}/kartu`;
  const plan = planCards(chosen, form);
  if (faultsOf(form).length > 0 || !hasCards(plan)) return redirect(path, 303);
  const { origin } = new URL(request.url);
  const learners = chosen.filter((learner) => !plan.refused.includes(learner) && !plan.unasked.includes(learner));
  const pdf = await issuePins(db, { plan, cohort, staffId: staff.staffId, now }, (pins) => makeCards(cohort, learners, pins, origin, now));
  return pdf ? download(pdf) : redirect(`${path}?sudah`, 303);
}

/** Who comes back to this address later has no form to send. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { cohort } = await requireMentorOf(request, params["cohort"]);
  return redirect(`/mentor/rombel/${cohort.cohortId}/kartu`);
}

function makeCards(cohort: CohortSummary, learners: CardLearner[], pins: ReadonlyMap<string, string>, origin: string, madeAt: Date): Promise<Buffer> {
  const { villageCode, centerId, name: cohortName, centerName, village } = cohort;
  const cards = learners.map(({ learnerId, name, number }) => ({
    name,
    number,
    pin: pins.get(learnerId) ?? null,
    address: addressOfCard(origin, { villageCode, centerId, number }),
  }));
  return renderLoginCards({ cards, cohortName, centerName, village, site: new URL(origin).host, madeAt });
}

function download(pdf: Buffer): Response {
  return new Response(new Uint8Array(pdf), {
    headers: {
      "Content-Type": "application/pdf",
      "Content-Length": String(pdf.length),
      "Content-Disposition": 'attachment; filename="kartu-masuk.pdf"',
      "Cache-Control": "no-store",
      "X-Robots-Tag": "noindex",
    },
  });
}
