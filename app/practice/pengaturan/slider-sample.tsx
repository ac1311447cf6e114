import type { SliderRow } from "./settings.ts";

/** What a slider does, drawn: how large letters are, how bright the screen, or how loud the sound. `share` goes from 0 to 1. */
export function SliderSample({ shows, share, text }: { shows: NonNullable<SliderRow["shows"]>; share: number; text: string }) {
  const step = Math.round(share * 4);
  if (shows === "huruf") return <p className="pg-letters" data-step={step} aria-hidden="true">{text}</p>;
  if (shows === "terang") return <p className="pg-light" data-step={step} aria-hidden="true">{text}</p>;
  return (
    <svg className="pg-sound" viewBox="0 0 120 40" aria-hidden="true">
      {[0, 1, 2, 3, 4].map((bar) => <path key={bar} d={`M${12 + bar * 24} 36v-${6 + bar * 6}`} data-on={bar <= step || undefined} />)}
    </svg>
  );
}
