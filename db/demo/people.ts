import { namedLearners } from "./melati.ts";
import { demoPassword, staffNamed } from "./staff.ts";

export type Credentials = { kind: "learner"; village: string; center: string; number: number; pin: string } | { kind: "staff"; username: string; password: string };

export interface DemoPerson {
  /** What they are, in Indonesian. */
  role: string;
  name: string;
  /** How they sign in, in Indonesian. */
  signIn: string;
  credentials: Credentials;
}

/** The people to try the product as; `npm start` prints them. */
export const demoPeople: readonly DemoPerson[] = [
  learner(1, "Peserta baru, belum pernah masuk"),
  learner(12, "Peserta yang sedang belajar"),
  learner(9, "Peserta yang tinggal satu kuis"),
  learner(2, "Peserta dengan sertifikat"),
  staff("dewi", "Pendamping Rombel Melati, Plosorejo"),
  staff("retno", "Pendamping pengganti di Rombel Melati, sampai minggu depan"),
  staff("agus", "Pendamping rombel lain di Blitar"),
  staff("lead-blitar", "Penanggung jawab program, Kabupaten Blitar"),
  staff("lead-garut", "Penanggung jawab program, Kabupaten Garut"),
  staff("lead-purwakarta", "Penanggung jawab program, Kabupaten Purwakarta"),
  staff("lead-kaltim", "Penanggung jawab program, Kalimantan Timur"),
  staff("lead-paser", "Penanggung jawab program, Kabupaten Paser"),
  staff("admin", "Admin"),
];

function learner(number: number, role: string): DemoPerson {
  const person = namedLearners.find((candidate) => candidate.number === number);
  if (!person) throw new Error(`No demo learner has the number ${number}`);
  const { name, pin } = person;
  const center = "Pusat Internet Desa Plosorejo";
  return { role, name, signIn: `${center}, nomor ${number}, PIN ${pin}`, credentials: { kind: "learner", village: "Plosorejo", center, number, pin } };
}

function staff(username: string, role: string): DemoPerson {
  const person = staffNamed(username);
  const password = demoPassword(person.program);
  return { role, name: person.name, signIn: `nama pengguna ${username}, sandi ${password}`, credentials: { kind: "staff", username, password } };
}
