/** Drawn icons of browsers, searches and maps, each the `d` of one path in a 24 by 24 box. */
const icons = {
  browser: "M3 12a9 9 0 1 0 18 0 9 9 0 1 0-18 0M3 12h18M12 3c-5 5-5 13 0 18M12 3c5 5 5 13 0 18",
  messages: "M3 4h18v13H9l-5 4v-4H3zM8 9h8m-8 4h5",
  camera: "M3 7h4l2-3h6l2 3h4v13H3zM8 13a4 4 0 1 0 8 0 4 4 0 1 0-8 0",
  phone: "M6 3h4l2 5-3 2a11 11 0 0 0 5 5l2-3 5 2v4a3 3 0 0 1-3 3A16 16 0 0 1 3 6a3 3 0 0 1 3-3z",
  go: "M4 12h15M13 6l6 6-6 6",
  back: "M16 5 6 12l10 7z",
  close: "m6 6 12 12M18 6 6 18",
  plus: "M12 5v14M5 12h14",
  minus: "M5 12h14",
  search: "M4 10.5a6.5 6.5 0 1 0 13 0 6.5 6.5 0 1 0-13 0M15.5 15.5 21 21",
  mic: "M9 6a3 3 0 0 1 6 0v6a3 3 0 0 1-6 0zM5 11v1a7 7 0 0 0 14 0v-1M12 19v3",
  star: "m12 3 2.5 6.5L21 12l-6.5 2.5L12 21l-2.5-6.5L3 12l6.5-2.5z",
  chain: "M10 14a4 4 0 0 0 6 0l4-4a4 4 0 0 0-6-6l-1 1M14 10a4 4 0 0 0-6 0l-4 4a4 4 0 0 0 6 6l1-1",
  check: "m5 12.5 5 5L19 7",
  pin: "M12 21c5-5 7-8.5 7-11.5A7 7 0 0 0 5 9.5C5 12.5 7 16 12 21zM9.5 9.5a2.5 2.5 0 1 0 5 0 2.5 2.5 0 1 0-5 0",
  way: "M5 20V9h11M12 5l4 4-4 4",
  walk: "M11 4a1.5 1.5 0 1 0 3 0 1.5 1.5 0 1 0-3 0M12 8l-1 6 4 3 1 5M11 14l-3 8M12 8l-4 2-1 4M12 9l3 3 3 1",
  motorbike: "M3 17a3 3 0 1 0 6 0 3 3 0 1 0-6 0M15 17a3 3 0 1 0 6 0 3 3 0 1 0-6 0M6 17l3-6h5l4 6M9 11 7 8H4M14 11l1-5h3",
  car: "M3 17v-5l3-6h12l3 6v5zM3 12h18M5 17v2h3v-2M16 17v2h3v-2",
  list: "M9 6h12M9 12h12M9 18h12M4 6h.01M4 12h.01M4 18h.01",
  home: "m3 11 9-8 9 8M5 9.5V20h14V9.5M10 20v-6h4v6",
} as const;

export type WebIconName = keyof typeof icons;

/** A drawn icon; its words stand beside it. */
export function WebIcon({ name }: { name: WebIconName }) {
  return <svg className="web-icon" viewBox="0 0 24 24" aria-hidden="true"><path d={icons[name]} /></svg>;
}
