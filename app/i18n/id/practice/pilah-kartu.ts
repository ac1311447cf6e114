export const pilahKartu = {
  task: { sort: "Pilah {{all}} kartu. Sudah benar: {{sorted}}." },
  left: "Sisa kartu: {{number}}",
  groups: "Kartu ini masuk ke mana?",
  next: "Kartu berikutnya",
  pile: "Kartu di kelompok {{name}}",
  notice: {
    start: "Baca kartunya. Lalu sentuh kelompoknya. Salah tidak apa-apa.",
    right: "Betul. {{why}}",
    missed: "Belum tepat. {{why}}",
    back: "Kartu tadi nanti muncul lagi. Ini kartu lain.",
    again: "Ini kartu yang tadi. Coba lagi pelan-pelan.",
  },
  hint: {
    to: "{{why}} Sentuh {{name}}.",
    next: "Sentuh Kartu berikutnya.",
    finished: "Semua kartu sudah benar.",
  },
};
