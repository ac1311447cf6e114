import { createContext } from "react";

/** The nonce that this answer's scripts must carry; empty in the browser, where nobody may read it. */
export const NonceContext = createContext("");
