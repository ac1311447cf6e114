import { useContext } from "react";
import { NonceContext } from "./nonce.ts";
import scriptUrl from "./unsaved.js?url";

/** Asks before the page is left, where a form with `data-unsaved` ("ya": from the start) was changed and not sent. The route says `script` in its handle. */
export function UnsavedScript() {
  return <script src={scriptUrl} nonce={useContext(NonceContext)} defer />;
}
