import { demoId } from "./chance.ts";
import type { Tradition } from "./names.ts";
import { plosorejo } from "./melati.ts";
import type { TargetRule } from "./villages.ts";

/** A program as the demo has it. Owners and regions are real; those who sign are invented, and say so. */
export interface DemoProgram {
  key: string;
  id: string;
  name: string;
  ownerName: string;
  regionCode: string;
  certificatePrefix: string;
  signatoryName: string;
  signatoryTitle: string;
  fields: string[];
  targets: TargetRule;
  /** How many people it means to teach, shared out over its villages. */
  targetLearners: number;
  tradition: Tradition;
  /** How many cohorts there are, each in a target village of its own; in every one when null. */
  cohorts: number | null;
  /** Fewest and most learners of a cohort; as many as the village's target when null. */
  cohortSize: readonly [number, number] | null;
  /** Whether every target village has an internet center, or only those with a cohort. */
  hasCenterEverywhere: boolean;
}

const paserPilots = ["64.01.03.2006", "64.01.05.2012", "64.01.04.2016", "64.01.05.2011"];

/** Five programs after real ones: regions and numbers of villages are theirs (what was published about them until 2026). No village is in two. */
export const demoPrograms: readonly DemoProgram[] = [
  {
    key: "blitar",
    id: demoId("program/blitar"),
    name: "Literasi Digital Desa Kabupaten Blitar",
    ownerName: "Pemerintah Kabupaten Blitar (data contoh)",
    regionCode: "35.05",
    certificatePrefix: "LD-T1",
    signatoryName: "Suwarno Contoh",
    signatoryTitle: "Kepala Dinas Komunikasi dan Informatika",
    fields: ["Pendidikan", "UMKM", "Pertanian dan Peternakan", "Desa Wisata dan Desa Digital"],
    targets: { regionCode: "35.05", count: 20, including: [plosorejo], spreadOver: "district" },
    targetLearners: 120,
    tradition: "java",
    cohorts: null,
    cohortSize: null,
    hasCenterEverywhere: true,
  },
  {
    key: "garut",
    id: demoId("program/garut"),
    name: "Literasi Digital Dua Tahun Kabupaten Garut",
    ownerName: "Pemerintah Kabupaten Garut (data contoh)",
    regionCode: "32.05",
    certificatePrefix: "LD-T1",
    signatoryName: "Cucu Contoh",
    signatoryTitle: "Kepala Dinas Komunikasi dan Informatika",
    fields: [],
    targets: { regionCode: "32.05", count: null, including: [], spreadOver: "district" },
    targetLearners: 421 * 20,
    tradition: "sunda",
    cohorts: 10,
    cohortSize: [6, 12],
    hasCenterEverywhere: false,
  },
  {
    key: "purwakarta",
    id: demoId("program/purwakarta"),
    name: "Desa Cerdas Purwakarta",
    ownerName: "Pemerintah Kabupaten Purwakarta (data contoh)",
    regionCode: "32.14",
    certificatePrefix: "DC-T1",
    signatoryName: "Nana Contoh",
    signatoryTitle: "Kepala Dinas Komunikasi dan Informatika",
    fields: [],
    targets: { regionCode: "32.14", count: 42, including: [], spreadOver: "district" },
    targetLearners: 42 * 12,
    tradition: "sunda",
    cohorts: 8,
    cohortSize: [6, 12],
    hasCenterEverywhere: true,
  },
  {
    key: "paser",
    id: demoId("program/paser"),
    name: "Literasi Digital Desa Kabupaten Paser",
    ownerName: "Pemerintah Kabupaten Paser (data contoh)",
    regionCode: "64.01",
    certificatePrefix: "LD-T1",
    signatoryName: "Mahyudin Contoh",
    signatoryTitle: "Kepala Dinas Komunikasi dan Informatika",
    fields: [],
    targets: { regionCode: "64.01", count: 15, including: paserPilots, spreadOver: "district" },
    targetLearners: 15 * 8,
    tradition: "borneo",
    cohorts: null,
    cohortSize: [5, 8],
    hasCenterEverywhere: true,
  },
  {
    key: "kaltim",
    id: demoId("program/kaltim"),
    name: "Desa Digital Kalimantan Timur",
    ownerName: "Pemerintah Provinsi Kalimantan Timur (data contoh)",
    regionCode: "64",
    certificatePrefix: "DD-T1",
    signatoryName: "Rusdi Contoh",
    signatoryTitle: "Kepala Dinas Pemberdayaan Masyarakat dan Pemerintahan Desa",
    fields: [],
    targets: { regionCode: "64", count: 50, including: [], spreadOver: "regency" },
    targetLearners: 50 * 10,
    tradition: "borneo",
    cohorts: 7,
    cohortSize: [6, 10],
    hasCenterEverywhere: true,
  },
];

/** How a program is run, besides whom it means to teach. Partners are invented, and say so. */
export interface DemoLife {
  /** Curricula up to this year. */
  years: 1 | 2;
  /** How long it lasts; null while nobody has said. */
  days: number | null;
  partners: { name: string; gives: string }[];
  affiliations: { name: string; people: number | null }[];
  workshop: { name: string; people: number } | null;
  /** In days after the program began. Villages with a cohort are in the first. */
  waves: { name: string; from: number; until: number }[];
  /** Since when every target village has had an internet center; null: only those with a cohort, for a month. */
  centersSince: string | null;
  /** Whether each village has an ambassador of its own, coached by the program's mentors. */
  hasVillageAmbassadors: boolean;
}

const plain: DemoLife = { years: 1, days: null, partners: [], affiliations: [], workshop: null, waves: [], centersSince: null, hasVillageAmbassadors: false };

export const demoLives: Readonly<Record<string, DemoLife>> = {
  blitar: {
    ...plain,
    days: 70,
    affiliations: [
      { name: "Karang taruna", people: 40 },
      { name: "Kelompok sadar wisata", people: 20 },
      { name: "PKK", people: 20 },
      { name: "Pemerintah desa", people: 40 },
    ],
    workshop: { name: "Lokakarya Pandu Desa", people: 120 },
    waves: [{ name: "Peserta lokakarya", from: 0, until: 70 }],
    centersSince: "2026-06-01",
  },
  garut: {
    ...plain,
    years: 2,
    days: 729,
    waves: [
      { name: "Tahun 1, desa perintis", from: 0, until: 180 },
      { name: "Tahun 1, desa berikutnya", from: 181, until: 364 },
      { name: "Tahun 2, semua desa", from: 365, until: 729 },
    ],
  },
  purwakarta: { ...plain, partners: [{ name: "PT Contoh Sejahtera (data contoh)", gives: "Dana CSR untuk perangkat dan internet di 42 pusat" }], centersSince: "2018-09-01", waves: [{ name: "Desa dengan pusat internet", from: 0, until: 180 }, { name: "Desa berikutnya", from: 181, until: 364 }] },
  kaltim: { ...plain, days: 364, partners: [{ name: "PT Contoh Energi (data contoh)", gives: "Dana CSR untuk satu titik internet tiap desa" }], waves: [{ name: "Desa percontohan", from: 0, until: 180 }, { name: "Desa terpilih lain", from: 181, until: 364 }] },
  paser: { ...plain, days: 364, centersSince: "2026-05-01", waves: [{ name: "Desa percontohan", from: 0, until: 180 }], hasVillageAmbassadors: true },
};
