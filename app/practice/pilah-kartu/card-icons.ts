/** The drawn icons that a card may bear, each the `d` of one path in a 24 by 24 box. Apps look as on most phones. */
export const cardIcons = {
  telepon: "M6 3h4l2 5-3 2a11 11 0 0 0 5 5l2-3 5 2v4a3 3 0 0 1-3 3A16 16 0 0 1 3 6a3 3 0 0 1 3-3z",
  pesan: "M3 4h18v13H9l-5 4v-4H3zM8 9h8m-8 4h5",
  kamera: "M3 7h4l2-3h6l2 3h4v13H3zM8 13a4 4 0 1 0 8 0 4 4 0 1 0-8 0",
  galeri: "M3 4h18v16H3zM3 18l6-7 5 6 3-3 4 4M15 9a1.5 1.5 0 1 0 3 0 1.5 1.5 0 1 0-3 0",
  pengaturan:
    "M9 12a3 3 0 1 0 6 0 3 3 0 1 0-6 0M10.5 3h3l.5 2.6 1.9.8 2.2-1.5 2.1 2.1-1.5 2.2.8 1.9 2.5.4v3l-2.6.5-.8 1.9 1.5 2.2-2.1 2.1-2.2-1.5-1.9.8-.4 2.5h-3l-.5-2.6-1.9-.8-2.2 1.5-2.1-2.1 1.5-2.2-.8-1.9L3 14.5v-3l2.6-.5.8-1.9-1.5-2.2L7 4.8l2.2 1.5 1.9-.8z",
  peramban: "M3 12a9 9 0 1 0 18 0 9 9 0 1 0-18 0M3 12h18M12 3c-5 5-5 13 0 18M12 3c5 5 5 13 0 18",
  toko: "M5 9h14l-1 12H6zM9 12V7a3 3 0 0 1 6 0v5",
  peta: "M12 21c5-5 7-8.5 7-11.5A7 7 0 0 0 5 9.5C5 12.5 7 16 12 21zM9.5 9.5a2.5 2.5 0 1 0 5 0 2.5 2.5 0 1 0-5 0",
  surat: "M3 5h18v14H3zM3 6l9 8 9-8",
  kartu: "M3 5h18v14H3zM6 16c0-4 6-4 6 0M7.5 10a1.5 1.5 0 1 0 3 0 1.5 1.5 0 1 0-3 0M15 10h3m-3 4h3",
  uang: "M2 6h20v12H2zM9 12a3 3 0 1 0 6 0 3 3 0 1 0-6 0M5 9v6M19 9v6",
  hp: "M7 2h10v20H7zM11 18.5h2",
  baterai: "M3 8h15v8H3zM21 11v2M10.5 9.5 8.5 12h3l-2 2.5",
  kabel: "M9 2v5m6-5v5M7 7h10v4a5 5 0 0 1-10 0zM12 16v6",
} as const;

export type CardIcon = keyof typeof cardIcons;
