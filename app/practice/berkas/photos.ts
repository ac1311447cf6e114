/** Drawn photos, each the `d` of one path in a 48 by 36 box. */
export const photos = {
  bunga: "M24 22v11M24 29c-6 0-8-3-8-6 5 0 8 2 8 6zM24 27c6 0 8-3 8-6-5 0-8 2-8 6zM20 13a4 4 0 1 0 8 0 4 4 0 1 0-8 0M24 9V4M24 17v5M20 13h-5M28 13h5",
  buram: "M6 10c6-4 8 4 14 0s8 4 14 0 6 2 8 1M6 18c6-4 8 4 14 0s8 4 14 0 6 2 8 1M6 26c6-4 8 4 14 0s8 4 14 0 6 2 8 1",
  jamu: "M10 31h12V18l-3-4V8h-6v6l-3 4zM10 22h12M28 31h12V18l-3-4V8h-6v6l-3 4zM28 22h12",
  keluarga: "M10 13a4 4 0 1 0 8 0 4 4 0 1 0-8 0M6 32c0-16 16-16 16 0M30 13a4 4 0 1 0 8 0 4 4 0 1 0-8 0M26 32c0-16 16-16 16 0M21.5 22a2.5 2.5 0 1 0 5 0 2.5 2.5 0 1 0-5 0M20 32c0-8 8-8 8 0",
  lantai: "M4 30h40M4 22h40M4 14h40M14 14v8M30 14v8M22 22v8M38 22v8M10 6l-4 8M38 6l4 8",
  pupuk: "M14 10h20l3 22H11zM16 10c0-4 16-4 16 0M18 18h12v8H18zM24 24v-4",
  sawah: "M3 32h42M3 32c6-14 12-14 14 0M17 32c4-14 10-14 14 0M31 32c4-12 10-12 14 0M10 12a4 4 0 1 0 8 0 4 4 0 1 0-8 0",
} as const;

export type Photo = keyof typeof photos;
export const photoNames = Object.keys(photos) as Photo[];
