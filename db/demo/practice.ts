import type { CompiledLesson } from "#app/catalog/compile-lesson.ts";
import { berkas } from "#app/practice/berkas/berkas.ts";
import { peramban } from "#app/practice/peramban/peramban.ts";
import { formulir } from "#app/practice/formulir/formulir.ts";
import { pencarian } from "#app/practice/pencarian/pencarian.ts";
import { peta } from "#app/practice/peta/peta.ts";
import { buatAkun } from "#app/practice/buat-akun/buat-akun.ts";
import { gerakJari } from "#app/practice/gerak-jari/gerak-jari.ts";
import { layarKunci } from "#app/practice/layar-kunci/layar-kunci.ts";
import { meterKuota } from "#app/practice/meter-kuota/meter-kuota.ts";
import { papanKetik } from "#app/practice/papan-ketik/papan-ketik.ts";
import { parsePractice } from "#app/practice/parse-practice.ts";
import { pengaturan } from "#app/practice/pengaturan/pengaturan.ts";
import { pilahKartu } from "#app/practice/pilah-kartu/pilah-kartu.ts";
import { isFinished, replay, type Simulator } from "#app/practice/simulator.ts";
import { skenarioCabang } from "#app/practice/skenario-cabang/skenario-cabang.ts";
import { tokoAplikasi } from "#app/practice/toko-aplikasi/toko-aplikasi.ts";
import { tugasLapangan } from "#app/practice/tugas-lapangan/tugas-lapangan.ts";
import { urutLangkah } from "#app/practice/urut-langkah/urut-langkah.ts";
import { wifi } from "#app/practice/wi-fi/wifi.ts";

interface Played {
  simulator: string;
  steps: string[];
}
import { percakapan } from "#app/practice/percakapan/percakapan.ts";
import { panggilan } from "#app/practice/panggilan/panggilan.ts";
import { email } from "#app/practice/email/email.ts";
import { liniMasa } from "#app/practice/lini-masa/lini-masa.ts";
import { editorGambar } from "#app/practice/editor-gambar/editor-gambar.ts";
import { periksaFakta } from "#app/practice/periksa-fakta/periksa-fakta.ts";

/** The steps that finish a lesson's practice, found by following its hints; none where a lesson has no practice. */
export function practiceSteps(lesson: CompiledLesson): Played | null {
  const played = playedLessons.get(lesson) ?? play(lesson);
  if (played) playedLessons.set(lesson, played);
  return played;
}

/** Hundreds of learners do the same lessons: each is played once. */
const playedLessons = new WeakMap<CompiledLesson, Played>();

function play(lesson: CompiledLesson): Played | null {
  if (!lesson.practice) return null;
  const practice = parsePractice(lesson.practice.simulator, lesson.practice.config);
  if (practice.simulator === "Peramban") return { simulator: practice.simulator, steps: followHints(peramban, practice.config) };
  if (practice.simulator === "Formulir") return { simulator: practice.simulator, steps: followHints(formulir, practice.config) };
  if (practice.simulator === "Pencarian") return { simulator: practice.simulator, steps: followHints(pencarian, practice.config) };
  if (practice.simulator === "Peta") return { simulator: practice.simulator, steps: followHints(peta, practice.config) };
  if (practice.simulator === "BuatAkun") return { simulator: practice.simulator, steps: followHints(buatAkun, practice.config) };
  if (practice.simulator === "LayarKunci") return { simulator: practice.simulator, steps: followHints(layarKunci, practice.config) };
  if (practice.simulator === "PapanKetik") return { simulator: practice.simulator, steps: followHints(papanKetik, practice.config) };
  if (practice.simulator === "PilahKartu") return { simulator: practice.simulator, steps: followHints(pilahKartu, practice.config) };
  if (practice.simulator === "SkenarioCabang") return { simulator: practice.simulator, steps: followHints(skenarioCabang, practice.config) };
  if (practice.simulator === "Pengaturan") return { simulator: practice.simulator, steps: followHints(pengaturan, practice.config) };
  if (practice.simulator === "WiFi") return { simulator: practice.simulator, steps: followHints(wifi, practice.config) };
  if (practice.simulator === "MeterKuota") return { simulator: practice.simulator, steps: followHints(meterKuota, practice.config) };
  if (practice.simulator === "TokoAplikasi") return { simulator: practice.simulator, steps: followHints(tokoAplikasi, practice.config) };
  if (practice.simulator === "Percakapan") return { simulator: practice.simulator, steps: followHints(percakapan, practice.config) };
  if (practice.simulator === "Panggilan") return { simulator: practice.simulator, steps: followHints(panggilan, practice.config) };
  if (practice.simulator === "Email") return { simulator: practice.simulator, steps: followHints(email, practice.config) };
  if (practice.simulator === "LiniMasa") return { simulator: practice.simulator, steps: followHints(liniMasa, practice.config) };
  if (practice.simulator === "EditorGambar") return { simulator: practice.simulator, steps: followHints(editorGambar, practice.config) };
  if (practice.simulator === "PeriksaFakta") return { simulator: practice.simulator, steps: followHints(periksaFakta, practice.config) };
  if (practice.simulator === "Berkas") return { simulator: practice.simulator, steps: followHints(berkas, practice.config) };
  if (practice.simulator === "GerakJari") return { simulator: practice.simulator, steps: followHints(gerakJari, practice.config) };
  if (practice.simulator === "TugasLapangan") return { simulator: practice.simulator, steps: followHints(tugasLapangan, practice.config) };
  return { simulator: practice.simulator, steps: followHints(urutLangkah, practice.config) };
}

function followHints<Config, State>(simulator: Simulator<Config, State>, config: Config): string[] {
  const steps: string[] = [];
  while (!isFinished(simulator, config, steps)) {
    const { next } = simulator.hint(replay(simulator, config, steps), config);
    if (next === undefined) throw new Error("A practice gives no hint before it is finished");
    steps.push(next);
  }
  return steps;
}
