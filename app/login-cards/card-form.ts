import { sentText } from "#app/ui/sent-text.ts";
import type { CardLearner } from "#db/login-cards.ts";

/** Whom new PINs are made for: nobody, those who have none, or everybody who was chosen. */
export type PinChoice = "none" | "missing" | "all";

/** What the form says; kept as it was sent. */
export interface CardForm {
  learnerIds: string[];
  pins: PinChoice | null;
  /** When the form was opened: a PIN issued later was issued by this very form, or by another mentor. */
  openedAt: Date;
}

/** `refused`: all who were chosen took back their consent; `unasked`: some of them have not been asked yet, and nobody else gets a card. */
export type CardFault = "nobody" | "pins" | "refused" | "unasked";

/** Reads the form. An `openedAt` that is none, or has not come yet, counts as long ago: no PIN is replaced. */
export function readCardForm(sent: FormData, now: Date): CardForm {
  const pins = sent.get("pin");
  const openedAt = new Date(sentText(sent, "dibuka"));
  return {
    learnerIds: [...new Set(sent.getAll("peserta").filter((value) => typeof value === "string"))],
    pins: pins === "none" || pins === "missing" || pins === "all" ? pins : null,
    openedAt: openedAt <= now ? openedAt : new Date(0),
  };
}

export function faultsOf({ learnerIds, pins }: CardForm): CardFault[] {
  return [...(learnerIds.length === 0 ? (["nobody"] as const) : []), ...(pins === null ? (["pins"] as const) : [])];
}

/** What a form would do to each of the learners that it chose. */
export interface CardPlan<Learner extends CardLearner = CardLearner> {
  /** They get their first PIN. */
  issued: Learner[];
  /** They get a new PIN in place of the one they have. */
  replaced: Learner[];
  /** Their card is printed without a PIN. */
  without: Learner[];
  /** They were to get a PIN, and have got one since the form was opened: it cannot be shown again. */
  stale: Learner[];
  /** They took back their consent to learning: they get neither PIN nor card. */
  refused: Learner[];
  /** They were to get a PIN, but nothing is recorded of whether they agree to learning: they get neither PIN nor card yet. */
  unasked: Learner[];
}

/** Plans a form's cards for the learners it chose. */
export function planCards<Learner extends CardLearner>(chosen: readonly Learner[], { pins, openedAt }: Pick<CardForm, "pins" | "openedAt">): CardPlan<Learner> {
  const plan: CardPlan<Learner> = { issued: [], replaced: [], without: [], stale: [], refused: [], unasked: [] };
  for (const learner of chosen) plan[fateOf(learner, pins, openedAt)].push(learner);
  return plan;
}

function fateOf({ pinIssuedAt, isWithdrawn, isUnasked }: CardLearner, pins: PinChoice | null, openedAt: Date): keyof CardPlan {
  if (isWithdrawn) return "refused";
  if (pins === null || pins === "none") return "without";
  if (pinIssuedAt === null) return isUnasked ? "unasked" : "issued";
  if (pinIssuedAt > openedAt) return "stale";
  if (pins === "missing") return "without";
  return isUnasked ? "unasked" : "replaced";
}

/** Why a plan for those who were chosen prints no card; null when it prints some. */
export function planFault(plan: CardPlan): CardFault | null {
  if (hasCards(plan)) return null;
  return plan.unasked.length > 0 ? "unasked" : "refused";
}

/** Whether a plan prints any card at all. */
export function hasCards({ issued, replaced, without, stale }: CardPlan): boolean {
  return issued.length + replaced.length + without.length + stale.length > 0;
}

/** As many cards as one sheet of A4 holds, in two columns. */
export const cardsOnSheet = 8;

/** How many sheets so many cards take. */
export function sheetsFor(cards: number): number {
  return Math.ceil(cards / cardsOnSheet);
}
