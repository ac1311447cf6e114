import { entryOf } from "../simulator-entry.ts";
import type { ViewProps } from "../view-props.ts";
import { type EditorGambarConfig, type EditorGambarState, editorGambar } from "./editor-gambar.ts";
import { MakeAnnouncementView } from "./make-announcement-view.tsx";
import { TidyPhotoView } from "./tidy-photo-view.tsx";

/** The exercise that the config asks for. */
export function EditorGambarView({ state, config, ...props }: ViewProps<EditorGambarConfig, EditorGambarState>) {
  if (config.do === "foto" && state.do === "foto") return <TidyPhotoView {...props} state={state} config={config} />;
  if (config.do === "pengumuman" && state.do === "pengumuman") return <MakeAnnouncementView {...props} state={state} config={config} />;
  return null;
}

export default entryOf(editorGambar, EditorGambarView);
