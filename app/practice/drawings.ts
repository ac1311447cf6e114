/** Drawn photos of what people here take pictures of, each the `d` of one path in a 48 by 36 box. */
export const drawings = {
  jamu: "M10 30h12V18l-3-4V8h-6v6l-3 4zM10 22h12M13 8h6M28 30h12V18l-3-4V8h-6v6l-3 4zM28 22h12M31 8h6M4 30h40",
  bunga: "M24 20v12M24 28c-6 0-8-3-8-6 5 0 8 2 8 6zM24 26c6 0 8-3 8-6-5 0-8 2-8 6zM20 12a4 4 0 1 0 8 0 4 4 0 1 0-8 0M20 10a4 4 0 1 1 4-5 4 4 0 1 1 4 5 4 4 0 1 1-1 6 4 4 0 1 1-6 0 4 4 0 1 1-1-6",
  warung: "M6 14 10 6h28l4 8zM8 14v16h32V14M8 22h32M14 14v3m7-3v3m7-3v3m7-3v3M16 30v-5h6v5",
  rumah: "M6 18 24 5l18 13M10 16v15h28V16M20 31V21h8v10M13 20h4v4h-4zM31 20h4v4h-4z",
  sawah: "M3 32h42M3 32c6-14 12-14 14 0M17 32c4-14 10-14 14 0M31 32c4-12 10-12 14 0M10 16a4 4 0 1 0 8 0 4 4 0 1 0-8 0M26 12l5-5 5 5",
  padi: "M24 33V10M24 14c-5 0-6-3-6-6 4 0 6 2 6 6zM24 20c5 0 6-3 6-6-4 0-6 2-6 6zM24 22c-5 0-6-3-6-6 4 0 6 2 6 6zM24 28c5 0 6-3 6-6-4 0-6 2-6 6zM24 10c-2-3-1-5 0-7 1 2 2 4 0 7M12 33h24",
  selokan: "M4 10h12l4 20h8l4-20h12M19 22c3-2 6 2 10 0M12 6l2 2m20-3-2 3M22 15l3 2m2-5-2 2",
  orang: "M17 14a7 7 0 1 0 14 0 7 7 0 1 0-14 0M9 33c1-16 29-16 30 0",
  anak: "M18 12a6 6 0 1 0 12 0 6 6 0 1 0-12 0M14 33c0-14 20-14 20 0M8 33v-8h4M36 25h4v8M20 7c2-3 6-3 8 0",
  ktp: "M5 7h38v22H5zM9 12h12M9 17h9M9 22h12M29 26c0-5 10-5 10 0M31 16a3 3 0 1 0 6 0 3 3 0 1 0-6 0",
  surat: "M12 3h18l6 6v24H12zM30 3v6h6M17 15h14M17 20h14M17 25h9",
  jembatan: "M2 24h44M6 24V12m36 12V12M6 12c10 10 26 10 36 0M14 17v7m10-5v5m10-7v7M4 30c6-3 8 3 14 0s8 3 14 0 8 3 12 0",
  posyandu: "M6 32h36M10 32V16L24 6l14 10v16M20 22h8M24 18v8M15 32v-6m18 6v-6",
  obat: "M14 30V12h20v18zM16 12V6h16v6M24 16v10M19 21h10",
} as const;

export type Drawing = keyof typeof drawings;
export const drawingNames = Object.keys(drawings) as Drawing[];
