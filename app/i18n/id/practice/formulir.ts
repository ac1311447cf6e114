/** Sentences of the simulator Formulir. */
export const formulir = {
  task: {
    fill: "Isi {{all}} kolom wajib. Sudah benar: {{right}}.",
    skip: "Biarkan kosong kolom yang tidak perlu",
    send: "Kirim formulirnya",
  },
  note: "Kertas data latihan",
  screen: "Layar HP: formulir",
  star: "Tanda * artinya wajib diisi.",
  required: "wajib",
  send: "Kirim",
  fault: {
    empty: "Kolom ini wajib. Silakan isi.",
    number: "Kolom ini hanya untuk angka.",
    other: "Belum sama dengan kertas. Coba lihat lagi.",
    optional: "Kolom ini tidak wajib. Kosongkan saja.",
    avoid: "Kosongkan saja. {{why}}",
  },
  notice: {
    start: "Isi seperti di kertas. Salah tidak apa-apa.",
    filled: "{{label}} sudah diisi.",
    emptied: "{{label}} sekarang kosong.",
    optional: "{{label}} tidak wajib. Kosongkan saja.",
    avoid: "{{label}} tidak perlu diisi. {{why}}",
    "not-yet": "Belum terkirim. Periksa kolom {{label}}. Isi yang lain tetap ada.",
    sent: "Formulir terkirim. Bagus!",
  },
  hint: {
    type: "Isi kolom {{label}}: {{text}}",
    pick: "Di {{label}}, sentuh {{text}}.",
    empty: "Hapus isi kolom {{label}}.",
    unpick: "Sentuh {{text}} lagi supaya kosong.",
    send: "Semua sudah benar. Sentuh Kirim.",
    finished: "Formulir sudah terkirim.",
  },
} as const;
