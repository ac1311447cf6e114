import { berkas } from "./practice/berkas.ts";
import { buatAkun } from "./practice/buat-akun.ts";
import { editorGambar } from "./practice/editor-gambar.ts";
import { email } from "./practice/email.ts";
import { formulir } from "./practice/formulir.ts";
import { gerakJari } from "./practice/gerak-jari.ts";
import { layarKunci } from "./practice/layar-kunci.ts";
import { liniMasa } from "./practice/lini-masa.ts";
import { meterKuota } from "./practice/meter-kuota.ts";
import { panggilan } from "./practice/panggilan.ts";
import { papanKetik } from "./practice/papan-ketik.ts";
import { pencarian } from "./practice/pencarian.ts";
import { pengaturan } from "./practice/pengaturan.ts";
import { peramban } from "./practice/peramban.ts";
import { percakapan } from "./practice/percakapan.ts";
import { periksaFakta } from "./practice/periksa-fakta.ts";
import { peta } from "./practice/peta.ts";
import { pilahKartu } from "./practice/pilah-kartu.ts";
import { screen } from "./practice/screen.ts";
import { skenarioCabang } from "./practice/skenario-cabang.ts";
import { tokoAplikasi } from "./practice/toko-aplikasi.ts";
import { tugasLapangan } from "./practice/tugas-lapangan.ts";
import { urutLangkah } from "./practice/urut-langkah.ts";
import { wifi } from "./practice/wifi.ts";

/** Sentences of the practice simulators. Signs, places such as `{{key}}`, and short words: they are read aloud as well. */
export const practice = {
  screen,
  LayarKunci: layarKunci,
  PapanKetik: papanKetik,
  PilahKartu: pilahKartu,
  SkenarioCabang: skenarioCabang,
  UrutLangkah: urutLangkah,
  Pengaturan: pengaturan,
  WiFi: wifi,
  MeterKuota: meterKuota,
  BuatAkun: buatAkun,
  Formulir: formulir,
  Pencarian: pencarian,
  Peramban: peramban,
  Peta: peta,
  TokoAplikasi: tokoAplikasi,
  Percakapan: percakapan,
  Panggilan: panggilan,
  Email: email,
  LiniMasa: liniMasa,
  Berkas: berkas,
  GerakJari: gerakJari,
  TugasLapangan: tugasLapangan,
  PeriksaFakta: periksaFakta,
  EditorGambar: editorGambar,
} as const;
