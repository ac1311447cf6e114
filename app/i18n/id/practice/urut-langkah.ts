export const urutLangkah = {
  task: { order: "Urutkan {{all}} langkah. Sudah: {{placed}}." },
  places: "Urutan langkah",
  empty: "Langkah {{number}} belum diisi",
  which: "Mana langkah ke-{{number}}?",
  aside: "Bukan langkahnya",
  notice: {
    start: "Sentuh langkah pertama. Salah tidak apa-apa.",
    right: "Betul, itu langkah ke-{{number}}. Apa berikutnya?",
    "one-left": "Betul, itu langkah ke-{{number}}. Tinggal satu lagi.",
    early: "Langkah itu nanti. Ada yang lebih dulu.",
    "early-why": "Langkah itu nanti. {{why}}",
    other: "Itu bukan langkahnya. {{why}}",
  },
  hint: {
    pick: "Sentuh: {{text}}",
    finished: "Semua langkah sudah urut.",
  },
};
