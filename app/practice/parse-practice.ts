import type { z } from "zod";
import { berkasConfig } from "./berkas/berkas-config.ts";
import type { BerkasConfig } from "./berkas/berkas.ts";
import { buatAkunConfig } from "./buat-akun/buat-akun-config.ts";
import type { BuatAkunConfig } from "./buat-akun/buat-akun.ts";
import { petaConfig } from "./peta/peta-config.ts";
import type { PetaConfig } from "./peta/peta.ts";
import { pencarianConfig } from "./pencarian/pencarian-config.ts";
import type { PencarianConfig } from "./pencarian/pencarian.ts";
import { formulirConfig } from "./formulir/formulir-config.ts";
import type { FormulirConfig } from "./formulir/formulir.ts";
import { perambanConfig } from "./peramban/peramban-config.ts";
import type { PerambanConfig } from "./peramban/peramban.ts";
import { layarKunciConfig } from "./layar-kunci/layar-kunci-config.ts";
import type { LayarKunciConfig } from "./layar-kunci/layar-kunci.ts";
import { meterKuotaConfig } from "./meter-kuota/meter-kuota-config.ts";
import type { MeterKuotaConfig } from "./meter-kuota/meter-kuota.ts";
import { papanKetikConfig } from "./papan-ketik/papan-ketik-config.ts";
import type { PapanKetikConfig } from "./papan-ketik/papan-ketik.ts";
import { pengaturanConfig } from "./pengaturan/pengaturan-config.ts";
import type { PengaturanConfig } from "./pengaturan/settings.ts";
import { pilahKartuConfig } from "./pilah-kartu/pilah-kartu-config.ts";
import type { PilahKartuConfig } from "./pilah-kartu/pilah-kartu.ts";
import { skenarioCabangConfig } from "./skenario-cabang/skenario-cabang-config.ts";
import type { SkenarioCabangConfig } from "./skenario-cabang/skenario-cabang.ts";
import { tokoAplikasiConfig } from "./toko-aplikasi/toko-aplikasi-config.ts";
import type { TokoAplikasiConfig } from "./toko-aplikasi/toko-aplikasi.ts";
import { urutLangkahConfig } from "./urut-langkah/urut-langkah-config.ts";
import type { UrutLangkahConfig } from "./urut-langkah/urut-langkah.ts";
import { wifiConfig } from "./wi-fi/wifi-config.ts";
import type { WiFiConfig } from "./wi-fi/wifi.ts";
import { percakapanConfig } from "./percakapan/percakapan-config.ts";
import type { PercakapanConfig } from "./percakapan/chats.ts";
import { panggilanConfig } from "./panggilan/panggilan-config.ts";
import type { PanggilanConfig } from "./panggilan/calls.ts";
import { emailConfig } from "./email/email-config.ts";
import type { EmailConfig } from "./email/mails.ts";
import { liniMasaConfig } from "./lini-masa/lini-masa-config.ts";
import type { LiniMasaConfig } from "./lini-masa/posts.ts";
import { gerakJariConfig } from "./gerak-jari/gerak-jari-config.ts";
import type { GerakJariConfig } from "./gerak-jari/goals.ts";
import { tugasLapanganConfig } from "./tugas-lapangan/tugas-lapangan-config.ts";
import type { TugasLapanganConfig } from "./tugas-lapangan/tugas-lapangan.ts";
import { editorGambarConfig } from "./editor-gambar/editor-gambar-config.ts";
import type { EditorGambarConfig } from "./editor-gambar/editor-gambar.ts";
import { periksaFaktaConfig } from "./periksa-fakta/periksa-fakta-config.ts";
import type { PeriksaFaktaConfig } from "./periksa-fakta/claims.ts";

export type Practice =
  | { readonly simulator: "Berkas"; readonly config: BerkasConfig }
  | { readonly simulator: "BuatAkun"; readonly config: BuatAkunConfig }
  | { readonly simulator: "EditorGambar"; readonly config: EditorGambarConfig }
  | { readonly simulator: "Email"; readonly config: EmailConfig }
  | { readonly simulator: "Formulir"; readonly config: FormulirConfig }
  | { readonly simulator: "GerakJari"; readonly config: GerakJariConfig }
  | { readonly simulator: "LayarKunci"; readonly config: LayarKunciConfig }
  | { readonly simulator: "LiniMasa"; readonly config: LiniMasaConfig }
  | { readonly simulator: "MeterKuota"; readonly config: MeterKuotaConfig }
  | { readonly simulator: "Panggilan"; readonly config: PanggilanConfig }
  | { readonly simulator: "PapanKetik"; readonly config: PapanKetikConfig }
  | { readonly simulator: "Pencarian"; readonly config: PencarianConfig }
  | { readonly simulator: "Pengaturan"; readonly config: PengaturanConfig }
  | { readonly simulator: "Peramban"; readonly config: PerambanConfig }
  | { readonly simulator: "Percakapan"; readonly config: PercakapanConfig }
  | { readonly simulator: "PeriksaFakta"; readonly config: PeriksaFaktaConfig }
  | { readonly simulator: "Peta"; readonly config: PetaConfig }
  | { readonly simulator: "PilahKartu"; readonly config: PilahKartuConfig }
  | { readonly simulator: "SkenarioCabang"; readonly config: SkenarioCabangConfig }
  | { readonly simulator: "TokoAplikasi"; readonly config: TokoAplikasiConfig }
  | { readonly simulator: "TugasLapangan"; readonly config: TugasLapanganConfig }
  | { readonly simulator: "UrutLangkah"; readonly config: UrutLangkahConfig }
  | { readonly simulator: "WiFi"; readonly config: WiFiConfig };

export type SimulatorName = Practice["simulator"];

/** An author wrote a `<Practice>` that cannot be played. The message is one Indonesian line. */
export class PracticeConfigError extends Error {}

const configs: { readonly [Name in SimulatorName]: z.ZodType<Extract<Practice, { simulator: Name }>["config"]> } = {
  Berkas: berkasConfig,
  LayarKunci: layarKunciConfig,
  PapanKetik: papanKetikConfig,
  Pengaturan: pengaturanConfig,
  PilahKartu: pilahKartuConfig,
  SkenarioCabang: skenarioCabangConfig,
  UrutLangkah: urutLangkahConfig,
  BuatAkun: buatAkunConfig,
  Peta: petaConfig,
  Pencarian: pencarianConfig,
  Formulir: formulirConfig,
  MeterKuota: meterKuotaConfig,
  Peramban: perambanConfig,
  TokoAplikasi: tokoAplikasiConfig,
  WiFi: wifiConfig,
  Percakapan: percakapanConfig,
  Panggilan: panggilanConfig,
  Email: emailConfig,
  LiniMasa: liniMasaConfig,
  GerakJari: gerakJariConfig,
  TugasLapangan: tugasLapanganConfig,
  PeriksaFakta: periksaFaktaConfig,
  EditorGambar: editorGambarConfig,
};

/**
 * Checks what an author wrote in `<Practice simulator={name} config={config} />`.
 * It stands apart from the registry so that zod never reaches the browser and no view is needed to check a lesson.
 * @throws {PracticeConfigError} naming the simulator, the field and what is expected there.
 */
export function parsePractice(name: string, config: unknown): Practice {
  if (!isSimulatorName(name)) {
    throw new PracticeConfigError(`Simulator "${name}" tidak ada. Yang ada: ${Object.keys(configs).sort().join(", ")}.`);
  }
  const result = configs[name].safeParse(config);
  if (!result.success) throw new PracticeConfigError(`${name}: ${describe(result.error)}.`);
  return { simulator: name, config: result.data } as Practice;
}

function isSimulatorName(name: string): name is SimulatorName {
  return Object.hasOwn(configs, name);
}

function describe(error: z.ZodError): string {
  return error.issues.map((issue) => [issue.path.map(String).join("."), messageOf(issue)].filter(Boolean).join(": ")).join("; ");
}

function messageOf(issue: z.core.$ZodIssue): string {
  if (issue.code === "unrecognized_keys") return `isian "${issue.keys.join(", ")}" tidak dikenal`;
  return issue.path.length === 0 ? "config harus berupa { … }" : issue.message;
}
