import { formatNumber } from "#app/i18n/locale.ts";
import type { Copy, Translate } from "#app/i18n/translate.tsx";
import { minimumAge } from "../registration.ts";
import type { Change } from "./import-plan.ts";
import { mostLines } from "./list-columns.ts";
import type { FileFault, SheetFault } from "./read-list.server.ts";
import type { Refusal } from "./read-line.ts";

/** Why a file cannot be read as a list of people, and what to do about it. */
export function faultSentence(fault: FileFault, copy: Copy): string {
  const { t, locale } = copy;
  switch (fault.kind) {
    case "twoColumns":
      return t("intake.faultTwoColumns", { title: fault.title });
    case "tooManyRows":
      return t("intake.faultTooManyRows", { rows: formatNumber(fault.rows, locale), most: formatNumber(mostLines, locale), parts: Math.ceil(fault.rows / mostLines) });
    case "noHeader":
      return t("intake.faultNoHeader");
    case "noRows":
      return t("intake.faultNoRows");
    default:
      return sheetFaultSentence(fault, copy);
  }
}

/** Why a file cannot be read as a table, and what to do about it. */
export function sheetFaultSentence(fault: SheetFault, { t }: Pick<Copy, "t">): string {
  return fault.kind === "openQuote" ? t("intake.faultOpenQuote", { line: fault.line }) : t(faultKeys[fault.kind]);
}

const faultKeys = {
  noFile: "intake.faultNoFile",
  empty: "intake.faultEmpty",
  tooLarge: "intake.faultTooLarge",
  photo: "intake.faultPhoto",
  pdf: "intake.faultPdf",
  oldExcel: "intake.faultOldExcel",
  openDocument: "intake.faultOpenDocument",
  archive: "intake.faultArchive",
  web: "intake.faultWeb",
  unknown: "intake.faultUnknown",
  bomb: "intake.faultBomb",
  brokenExcel: "intake.faultBrokenExcel",
} as const;

/** Why a row is refused, and what to do about it. */
export function refusalSentence(refusal: Refusal, t: Translate): string {
  return t(refusalKeys[refusal.code], { age: minimumAge, ...("line" in refusal ? { line: refusal.line } : {}) });
}

const refusalKeys = {
  nameEmpty: "intake.nameEmpty",
  nameFormula: "intake.nameFormula",
  nameControl: "intake.nameControl",
  nameDigits: "intake.nameDigits",
  nameWrong: "intake.nameWrong",
  birthYear: "intake.wrongBirthYear",
  yearImpossible: "intake.yearImpossible",
  tooYoung: "intake.tooYoung",
  needsGuardian: "intake.needsGuardian",
  gender: "intake.wrongGender",
  numberWrong: "intake.wrongNumber",
  numberUnknown: "intake.unknownNumber",
  elsewhere: "intake.elsewhere",
  repeated: "intake.repeated",
  repeatedName: "intake.repeatedName",
  repeatedNumber: "intake.repeatedNumber",
} as const;

/** A value as people read it. */
export function valueText(value: string | number | null, t: Translate): string {
  if (value === null || value === "") return t("intake.blank");
  if (value === "female") return t("intake.perempuan");
  return value === "male" ? t("intake.lakiLaki") : String(value);
}

/** What a change does to a learner, old value first. */
export function changeSentence({ field, from, to }: Change, t: Translate): string {
  return t(changeKeys[field], { from: valueText(from, t), to: valueText(to, t) });
}

const changeKeys = { name: "intake.changeName", birthYear: "intake.changeBirthYear", gender: "intake.changeGender" } as const;
