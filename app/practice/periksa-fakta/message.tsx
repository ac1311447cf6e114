import type { ReactNode } from "react";
import { Drawn, Face } from "../talk.tsx";
import type { Translate } from "../view-props.ts";
import type { Claim } from "./claims.ts";
import { Voice } from "./evidence.tsx";

/** What came: from whom, its picture or voice, and its words. */
export function Message({ claim, t, children }: { claim: Claim; t: Translate; children?: ReactNode }) {
  return (
    <article className="pf-claim">
      <div className="pf-from"><Face text={claim.from} /><b lang="id">{claim.from}</b></div>
      {claim.check === "ai" && <p className="hp-small">{t(`media.${claim.media}`)}</p>}
      {claim.check === "ai" && claim.media === "suara" ? <Voice flat={claim.signs.motion.there} /> : claim.drawing !== undefined && <Drawn drawing={claim.drawing} />}
      <p lang="id">{claim.text}</p>
      {children}
    </article>
  );
}
