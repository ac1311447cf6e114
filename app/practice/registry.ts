import type { SimulatorName } from "./parse-practice.ts";
import type { SimulatorEntry } from "./simulator-entry.ts";

/** The simulators by the name that lessons call them. Each is a file of its own for the browser, which fetches no other. */
const sources: Readonly<Record<SimulatorName, () => Promise<{ default: SimulatorEntry }>>> = {
  Berkas: () => import("./berkas/berkas-view.tsx"),
  BuatAkun: () => import("./buat-akun/buat-akun-view.tsx"),
  Peta: () => import("./peta/peta-view.tsx"),
  Pencarian: () => import("./pencarian/pencarian-view.tsx"),
  Formulir: () => import("./formulir/formulir-view.tsx"),
  Peramban: () => import("./peramban/peramban-view.tsx"),
  LayarKunci: () => import("./layar-kunci/layar-kunci-view.tsx"),
  MeterKuota: () => import("./meter-kuota/meter-kuota-view.tsx"),
  PapanKetik: () => import("./papan-ketik/papan-ketik-view.tsx"),
  Pengaturan: () => import("./pengaturan/pengaturan-view.tsx"),
  PilahKartu: () => import("./pilah-kartu/pilah-kartu-view.tsx"),
  SkenarioCabang: () => import("./skenario-cabang/skenario-cabang-view.tsx"),
  TokoAplikasi: () => import("./toko-aplikasi/toko-aplikasi-view.tsx"),
  UrutLangkah: () => import("./urut-langkah/urut-langkah-view.tsx"),
  WiFi: () => import("./wi-fi/wifi-view.tsx"),
  Percakapan: () => import("./percakapan/percakapan-view.tsx"),
  Panggilan: () => import("./panggilan/panggilan-view.tsx"),
  Email: () => import("./email/email-view.tsx"),
  LiniMasa: () => import("./lini-masa/lini-masa-view.tsx"),
  GerakJari: () => import("./gerak-jari/gerak-jari-view.tsx"),
  TugasLapangan: () => import("./tugas-lapangan/tugas-lapangan-view.tsx"),
  EditorGambar: () => import("./editor-gambar/editor-gambar-view.tsx"),
  PeriksaFakta: () => import("./periksa-fakta/periksa-fakta-view.tsx"),
};

const loaded = new Map<SimulatorName, SimulatorEntry>();

/** Fetches a simulator once. Who renders a practice waits for it first, as rendering itself cannot wait. */
export async function loadSimulator(name: SimulatorName): Promise<SimulatorEntry> {
  const entry = loaded.get(name) ?? (await sources[name]()).default;
  loaded.set(name, entry);
  return entry;
}

/** A simulator that `loadSimulator` has fetched before. */
export function loadedSimulator(name: SimulatorName): SimulatorEntry {
  const entry = loaded.get(name);
  if (entry === undefined) throw new Error(`the simulator ${name} is not loaded yet`);
  return entry;
}

/** Fetches the simulator that the server's page shows, if it shows one, so that the page can be taken over at once. */
export async function loadShownSimulator(page: Document): Promise<void> {
  const name = page.querySelector<HTMLElement>("[data-simulator]")?.dataset["simulator"];
  if (name !== undefined) await loadSimulator(name as SimulatorName);
}
