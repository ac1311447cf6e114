import { oneOf } from "../simulator.ts";
import type { PengumumanConfig } from "./announcements.ts";
import { type PengumumanState, makeAnnouncement } from "./make-announcement.ts";
import { type FotoConfig, type FotoState, tidyPhoto } from "./tidy-photo.ts";

export type EditorGambarConfig = FotoConfig | PengumumanConfig;
export type EditorGambarState = FotoState | PengumumanState;

/** Two exercises with pictures: to tidy photos, or to make an announcement from a template. */
export const editorGambar = oneOf<EditorGambarConfig, EditorGambarState>((config) => (config.do === "foto" ? tidyPhoto : makeAnnouncement));
