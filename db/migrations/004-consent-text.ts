/**
 * The first version of what learners agree to, read aloud by their mentor (UU 27/2022, articles 21, 22 and 24).
 * Never changed once it is released: who agreed, agreed to these words. Other words are another version, in a
 * migration of their own. `{{program}}` and `{{owner}}` become the programme's names where it is shown.
 */
export const consentTextVersion1 = `Siapa kami?
Kami program {{program}}, milik {{owner}}. Pendamping di tempat ini bekerja untuk program itu.

Untuk apa data dicatat?
Supaya Ibu/Bapak bisa belajar. Supaya pendamping tahu siapa yang perlu dibantu. Jumlah peserta dilaporkan tanpa nama.

Data apa yang dicatat?
Nama, tahun lahir, jenis kelamin, dan desa. Juga kehadiran, pelajaran, latihan, nilai kuis, dan catatan pendamping. Tahun lahir dan jenis kelamin boleh tidak diisi. Kami tidak meminta NIK, nomor HP, atau rekening.

Siapa yang melihat?
Pendamping rombel ini, pembinanya, dan petugas program. Data tidak dijual dan tidak dipakai untuk iklan.

Berapa lama disimpan?
Sampai Ibu/Bapak minta dihapus. Bukti sertifikat disimpan terus supaya tetap bisa diperiksa.

Apa hak Ibu/Bapak?
Boleh melihat data, minta salinan, dan minta dibetulkan. Boleh minta data dihapus kapan saja. Cukup bilang kepada pendamping. Pendamping meneruskannya kepada petugas program.

Bagaimana kalau berubah pikiran?
Persetujuan boleh dicabut kapan saja. Cukup bilang kepada pendamping. PIN langsung dihapus dan Ibu/Bapak tidak bisa masuk lagi. PIN baru dibuat hanya kalau Ibu/Bapak setuju lagi.

Apa dasarnya?
Persetujuan Ibu/Bapak sendiri, menurut Undang-Undang Nomor 27 Tahun 2022. Yang belum 18 tahun: orang tua atau wali yang menyetujui.

Kalau tidak setuju?
Tidak apa-apa. Tetap boleh datang ke kelas. Soal sertifikat, foto, dan penelitian ditanyakan sendiri-sendiri. Menolak yang itu tidak mengurangi pelajaran.`;
