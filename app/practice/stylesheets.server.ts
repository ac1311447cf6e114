import berkasUrl from "./berkas/berkas.css?url";
import gerakJariUrl from "./gerak-jari/gerak-jari.css?url";
import layarKunciUrl from "./layar-kunci/layar-kunci.css?url";
import meterKuotaUrl from "./meter-kuota/meter-kuota.css?url";
import papanKetikUrl from "./papan-ketik/papan-ketik.css?url";
import percakapanUrl from "./percakapan/percakapan.css?url";
import panggilanUrl from "./panggilan/panggilan.css?url";
import emailUrl from "./email/email.css?url";
import liniMasaUrl from "./lini-masa/lini-masa.css?url";
import editorGambarUrl from "./editor-gambar/editor-gambar.css?url";
import periksaFaktaUrl from "./periksa-fakta/periksa-fakta.css?url";
import type { SimulatorName } from "./parse-practice.ts";
import pengaturanUrl from "./pengaturan/pengaturan.css?url";
import pilahKartuUrl from "./pilah-kartu/pilah-kartu.css?url";
import skenarioCabangUrl from "./skenario-cabang/skenario-cabang.css?url";
import tokoAplikasiUrl from "./toko-aplikasi/toko-aplikasi.css?url";
import tugasLapanganUrl from "./tugas-lapangan/tugas-lapangan.css?url";
import urutLangkahUrl from "./urut-langkah/urut-langkah.css?url";
import webUrl from "./web.css?url";
import wifiUrl from "./wi-fi/wifi.css?url";

/** The address of what a simulator's looks need besides `practice.css`. */
export const stylesheets: Readonly<Record<SimulatorName, string>> = {
  Berkas: berkasUrl,
  BuatAkun: webUrl,
  Peta: webUrl,
  Pencarian: webUrl,
  Formulir: webUrl,
  Peramban: webUrl,
  LayarKunci: layarKunciUrl,
  MeterKuota: meterKuotaUrl,
  PapanKetik: papanKetikUrl,
  Pengaturan: pengaturanUrl,
  PilahKartu: pilahKartuUrl,
  SkenarioCabang: skenarioCabangUrl,
  TokoAplikasi: tokoAplikasiUrl,
  UrutLangkah: urutLangkahUrl,
  WiFi: wifiUrl,
  Percakapan: percakapanUrl,
  Panggilan: panggilanUrl,
  Email: emailUrl,
  LiniMasa: liniMasaUrl,
  GerakJari: gerakJariUrl,
  TugasLapangan: tugasLapanganUrl,
  PeriksaFakta: periksaFaktaUrl,
  EditorGambar: editorGambarUrl,
};
