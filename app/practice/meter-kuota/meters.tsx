/** A glass of water for the quota: `share` of it is left, from 0 to 1. The words beside it say how much. */
export function Glass({ share }: { share: number }) {
  const height = Math.round(70 * Math.min(1, Math.max(0, share)));
  return (
    <svg className="mk-glass" viewBox="0 0 72 84" aria-hidden="true">
      <rect className="mk-water" x="14" y={78 - height} width="44" height={height} /><path d="M10 4 14 80h44l4-76" />
    </svg>
  );
}

/** A battery with `percent` left. */
export function Battery({ percent }: { percent: number }) {
  return (
    <svg className="mk-battery" viewBox="0 0 84 44" aria-hidden="true">
      <rect className="mk-charge" x="8" y="8" width={Math.round(0.6 * Math.min(100, Math.max(0, percent)))} height="28" /><path d="M4 4h68v36H4zM78 16v12" />
    </svg>
  );
}
