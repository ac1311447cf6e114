import type { Copy, Translate } from "#app/i18n/translate.tsx";
import { faultSentence } from "#app/mentoring/intake/sentences.ts";
import type { LineFault, RegionDifference } from "#db/region-difference.ts";
import type { DecreeFault } from "./read-decree.server.ts";

/** Why a file cannot be read as a list of regions, and what to do about it. */
export function decreeFaultSentence(fault: DecreeFault, copy: Copy): string {
  switch (fault.kind) {
    case "longFile":
    case "tooLarge":
      return copy.t("regions.faultLongFile");
    case "longSheet":
      return copy.t("regions.faultLongSheet");
    case "noCodes":
      return copy.t("regions.faultNoCodes");
    case "noRegions":
      return copy.t("regions.faultNoRegions");
    default:
      return faultSentence(fault, copy);
  }
}

/** Why a row is left out. */
export function lineFaultSentence({ fault, firstLine }: { fault: LineFault; firstLine: number }, t: Translate): string {
  return t(lineKeys[fault], { line: firstLine });
}

const lineKeys = {
  codeEmpty: "regions.lineCodeEmpty",
  codeNumber: "regions.lineCodeNumber",
  codeWrong: "regions.lineCodeWrong",
  parentWrong: "regions.lineParentWrong",
  nameEmpty: "regions.lineNameEmpty",
  nameWrong: "regions.lineNameWrong",
  oldWrong: "regions.lineOldWrong",
  repeated: "regions.lineRepeated",
  parentUnknown: "regions.lineParentUnknown",
  parentRetired: "regions.lineParentRetired",
  oldUnknown: "regions.lineOldUnknown",
  oldKind: "regions.lineOldKind",
  oldSame: "regions.lineOldSame",
  oldStays: "regions.lineOldStays",
  newerName: "regions.lineNewerName",
  newerRetirement: "regions.lineNewerRetirement",
} as const satisfies Record<LineFault, string>;

/** What becomes of an old code. */
export function changeSentence({ kind, ...change }: RegionDifference["changes"][number], t: Translate): string {
  return t(changeKeys[kind], change);
}

const changeKeys = { split: "regions.changeSplit", merge: "regions.changeMerge", move: "regions.changeMove", recode: "regions.changeRecode" } as const;
