import { entryOf } from "../simulator-entry.ts";
import type { ViewProps } from "../view-props.ts";
import { type BerkasConfig, type BerkasState, berkas } from "./berkas.ts";
import { KeepFilesView } from "./keep-files-view.tsx";
import { TidyPhotosView } from "./tidy-photos-view.tsx";

/** The exercise that the config asks for. */
export function BerkasView({ state, config, ...props }: ViewProps<BerkasConfig, BerkasState>) {
  if (config.do === "simpan" && state.do === "simpan") return <KeepFilesView {...props} state={state} config={config} />;
  if (config.do === "rapikan" && state.do === "rapikan") return <TidyPhotosView {...props} state={state} config={config} />;
  return null;
}

export default entryOf(berkas, BerkasView);
