import { oneOf } from "../simulator.ts";
import { type KeepConfig, type KeepState, keepFiles } from "./keep-files.ts";
import { type TidyConfig, type TidyState, tidyPhotos } from "./tidy-photos.ts";

export type BerkasConfig = KeepConfig | TidyConfig;
export type BerkasState = KeepState | TidyState;

/** Two exercises with files: to keep and find them again, or to copy, throw away and restore them. */
export const berkas = oneOf<BerkasConfig, BerkasState>((config) => (config.do === "simpan" ? keepFiles : tidyPhotos));
