import { Icon } from "../device.tsx";
import { drawings } from "../drawings.ts";
import type { Comparison, Likeness, SignName } from "./claims.ts";

const lively = "M4 18v0M8 12v12M12 7v22M16 14v8M20 4v28M24 11v14M28 8v20M32 15v6M36 6v24M40 12v12M44 17v2";
const flat = "M4 16v4M8 16v4M12 16v4M16 16v4M28 16v4M32 16v4M36 16v4M44 16v4";

/** A voice as bars: one that goes up and down, or a flat one with gaps. */
export function Voice({ flat: isFlat }: { flat: boolean }) {
  return <svg className="tk-drawing" viewBox="0 0 48 36" aria-hidden="true"><path d={isFlat ? flat : lively} /></svg>;
}

/** The place that a sign speaks of, enlarged as two fingers would do it; the words beside it say what is there. */
export function SignPicture({ claim, sign }: { claim: Likeness; sign: SignName }) {
  if (sign === "haste" || (sign === "motion" && claim.media === "foto")) return <p className="pf-quote" lang="id">“{claim.text}”</p>;
  if (claim.drawing === undefined || claim.media === "suara") return <Voice flat={claim.signs.motion.there} />;
  const { at } = claim.signs[sign];
  return (
    <div className="pf-pair">
      <svg className="tk-drawing" viewBox={at === undefined ? "0 0 48 36" : zoomed(at)} aria-hidden="true"><path d={drawings[claim.drawing]} /></svg>
      {sign === "motion" && <Voice flat={claim.signs.motion.there} />}
    </div>
  );
}

function zoomed([x, y]: readonly [number, number]): string {
  return `${Math.min(Math.max(x - 12, 0), 24)} ${Math.min(Math.max(y - 9, 0), 18)} 24 18`;
}

/** A leaf of a calendar with the day's number, or a question mark. */
export function Leaf({ text }: { text: string | undefined }) {
  return <span className="pf-leaf" aria-hidden="true">{text === undefined ? "?" : /\d+/.exec(text)?.[0] ?? ""}</span>;
}

export function SearchBar({ query, label }: { query: string; label: string }) {
  return <p className="pf-bar"><Icon name="cari" /><span className="practice-unseen">{label} </span><span lang="id">{query}</span></p>;
}

/** A site that tells of the same thing. */
export function Page({ result, label }: { result: Comparison; label: string | undefined }) {
  return (
    <article className="pf-page" data-ai={label !== undefined || undefined} lang="id">
      <p className="pf-bar">{label ?? result.address}</p>
      <p><b>{result.title}</b></p>
      {result.date !== undefined && <p className="hp-small">{result.date}</p>}
      <p>{result.text}</p>
    </article>
  );
}
