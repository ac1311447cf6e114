export const tugasLapangan = {
  task: { plan: "Buat rencana. Sudah: {{done}} dari {{all}}.", steps: "Centang yang sudah dikerjakan. Sudah: {{done}} dari {{all}}." },
  plan: "Rencana saya",
  open: "belum dipilih",
  change: "Ubah",
  list: "Sudah dikerjakan?",
  later: "Belum? Salin rencana ke kertas. Kerjakan dulu, lalu buka lagi.",
  show: "Tunjukkan kepada pendamping",
  mentor: "Pendamping memberi tanda sesudah melihatnya.",
  notice: {
    start: "Buat rencana dulu. Semua pilihan boleh.",
    chosen: "Baik, sudah ditulis. Pilih lagi.",
    planned: "Rencana selesai. Sudah dikerjakan? Centang satu per satu.",
    change: "Boleh diubah. Pilih lagi.",
    ticked: "Bagus! Tinggal {{left}} lagi.",
    unticked: "Tanda centang dihapus. Tidak apa-apa.",
  },
  hint: {
    plan: "Semua pilihan boleh. Misalnya, sentuh: {{text}}.",
    tick: "Sudah dikerjakan? Sentuh: {{text}}.",
    finished: "Rencana dan daftarnya sudah lengkap.",
  },
};
