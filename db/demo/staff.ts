import { demoId } from "./chance.ts";

export interface DemoStaff {
  id: string;
  username: string;
  name: string;
  /** A duta is the digital ambassador of one village, whom a mentor coaches. */
  role: "admin" | "lead" | "mentor" | "duta";
  /** The key of their program; null for the admin. */
  program: string | null;
}

/** The admin, the lead of each program and its mentors; in Blitar and Paser one mentor for at most 5 villages, as the Duta Digital have it. */
export const demoStaff: readonly DemoStaff[] = [
  staff("admin", "Ayu Kartikasari", "admin", null),
  staff("lead-blitar", "Hendro Wicaksono", "lead", "blitar"),
  staff("dewi", "Dewi Kusumaningrum", "mentor", "blitar"),
  staff("agus", "Agus Priyambodo", "mentor", "blitar"),
  staff("retno", "Retno Palupi", "mentor", "blitar"),
  staff("yoga", "Yoga Nugraha", "mentor", "blitar"),
  staff("ratih", "Ratih Anggraini", "duta", "blitar"),
  staff("lead-garut", "Iis Nurlaela", "lead", "garut"),
  staff("deni", "Deni Ramdani", "mentor", "garut"),
  staff("wina", "Wina Marlina", "mentor", "garut"),
  staff("lead-purwakarta", "Yusup Maulana", "lead", "purwakarta"),
  staff("gina", "Gina Agustini", "mentor", "purwakarta"),
  staff("rizal", "Rizal Fadillah", "mentor", "purwakarta"),
  staff("lead-paser", "Norhayati", "lead", "paser"),
  staff("akhmad", "Akhmad Riyadi", "mentor", "paser"),
  staff("mira", "Mira Andriani", "mentor", "paser"),
  staff("taufik", "Taufik Rahman", "mentor", "paser"),
  staff("lead-kaltim", "Bernadus Lawing", "lead", "kaltim"),
  staff("fitria", "Fitria Damayanti", "mentor", "kaltim"),
  staff("yohanes", "Yohanes Ding", "mentor", "kaltim"),
];

function staff(username: string, name: string, role: DemoStaff["role"], program: string | null): DemoStaff {
  return { id: demoId(`staff/${username}`), username, name, role, program };
}

/** Levels of mentors, in days before and after now: one that holds for long, one that is about to lapse, one that has. The numbers are invented. */
export const demoLevels = [
  { username: "dewi", programme: "Pandu Digital", level: "Merah", number: "Contoh 0417", issuedDaysAgo: 420, expiresInDays: 675 },
  { username: "agus", programme: "Pandu Digital", level: "Merah", number: "Contoh 0422", issuedDaysAgo: 1060, expiresInDays: 35 },
  { username: "retno", programme: "Pandu Digital", level: "Merah", number: "Contoh 0391", issuedDaysAgo: 1140, expiresInDays: -45 },
] as const;

/** The password of everybody in a program (the admin's for null). For the demo only. */
export function demoPassword(program: string | null): string {
  return program === null ? "admin-melek-2026" : `desa-${program}-2026`;
}

/** The mentors of a program, in the order in which villages are given to them. */
export function mentorsOf(program: string): DemoStaff[] {
  return demoStaff.filter((member) => member.role === "mentor" && member.program === program);
}

export function staffNamed(username: string): DemoStaff {
  const found = demoStaff.find((member) => member.username === username);
  if (!found) throw new Error(`No demo staff member is called ${username}`);
  return found;
}

export function leadOf(program: string): DemoStaff {
  return demoStaff.find((member) => member.role === "lead" && member.program === program) as DemoStaff;
}
