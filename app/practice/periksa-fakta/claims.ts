import type { Drawing } from "../drawings.ts";

/** The three questions about a source. */
export const sourceQuestions = ["who", "when", "site"] as const;
export type SourceQuestion = (typeof sourceQuestions)[number];

/** The three signs of what AI made. */
export const signs = ["shape", "motion", "haste"] as const;
export type SignName = (typeof signs)[number];

/** What a source says about itself: without `is` it says nothing. */
export interface SourceFact {
  readonly is?: string | undefined;
  readonly why: string;
}

/** The same news elsewhere. An answer of an AI does not count as one of the two that are needed. */
export interface Comparison {
  readonly address: string;
  readonly title: string;
  readonly date?: string | undefined;
  readonly text: string;
  readonly ai?: boolean | undefined;
}

interface Message {
  readonly id: string;
  readonly from: string;
  readonly text: string;
  readonly drawing?: Drawing | undefined;
  /** Why the verdict is right. */
  readonly why: string;
}

/** News that is checked in four steps: stop, look at the source, find a comparison, decide. */
export interface News extends Message {
  readonly check: "kabar";
  readonly source: Readonly<Record<SourceQuestion, SourceFact>>;
  /** What is typed into the search. */
  readonly query: string;
  readonly compare: readonly Comparison[];
  readonly verdict: "benar" | "salah" | "belum";
}

export interface Sign {
  readonly there: boolean;
  /** What is to be seen or heard, in words. */
  readonly look: string;
  readonly why: string;
  /** Where in the drawing it is, in its 48 by 36 box. */
  readonly at?: readonly [number, number] | undefined;
}

export interface Way {
  readonly id: string;
  readonly text: string;
  readonly right?: boolean | undefined;
  readonly why: string;
}

/** A photo, a video or a voice: three signs, then one way to make sure. */
export interface Likeness extends Message {
  readonly check: "ai";
  readonly media: "foto" | "video" | "suara";
  readonly signs: Readonly<Record<SignName, Sign>>;
  readonly ways: readonly Way[];
  readonly verdict: "asli" | "buatan-ai" | "belum";
}

export type Claim = News | Likeness;

export interface PeriksaFaktaConfig {
  readonly claims: readonly Claim[];
}

export type Stage = "stop" | "source" | "compare" | SignName | "sure" | "decide";

/** The verdicts that one chooses from. */
export const verdicts = { kabar: ["benar", "salah", "belum"], ai: ["asli", "buatan-ai", "belum"] } as const;

const stages: Readonly<Record<Claim["check"], readonly Stage[]>> = {
  kabar: ["stop", "source", "compare", "decide"],
  ai: [...signs, "sure", "decide"],
};

/** The steps of a check, in the lesson's order. */
export function stagesOf(claim: Claim): readonly Stage[] {
  return stages[claim.check];
}

/** Whether a step is done, by what was `seen` of the claim so far. */
export function isStageDone(stage: Stage, claim: Claim, seen: readonly string[]): boolean {
  if (stage === "source") return sourceQuestions.every((question) => seen.includes(question));
  if (stage !== "compare" || claim.check !== "kabar") return seen.includes(stage);
  return claim.compare.filter(({ ai }, index) => !ai && seen.includes(`result-${index}`)).length >= 2;
}

/** The first step that waits; none when the claim is decided. */
export function dueStage(claim: Claim, seen: readonly string[]): Stage | undefined {
  return stagesOf(claim).find((stage) => !isStageDone(stage, claim, seen));
}

export function isSign(stage: string): stage is SignName {
  return signs.some((sign) => sign === stage);
}
