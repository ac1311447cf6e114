/** The people of Rombel Kenanga, as their mentor has them on paper: 22 who are new, one who may be known, two mistakes. */
export const newcomers = [
  "Sukinem", "Ponirah", "Ngadimin", "Tukiyem", "Wakidi", "Sarinem", "Paijan", "Mursinah", "Suradi", "Kartini Lestari", "Jumirah",
  "Sutarno", "Watini", "Giyono", "Rubinem", "Slamet Riyadi", "Partinah", "Kasiman", "Yatemi", "Darmaji", "Lasiyem", "Mugiyono",
] as const;

/** Some of them: who calls for help, who gets stuck, who moves to another cohort. */
export const [caller, struggler, leaver] = ["Sukinem", "Ponirah", "Mugiyono"] as const;

/** Who comes to the first meeting without being on any list. */
export const walkIn = { name: "Turiyah", birthYear: "1959" };

/** The list as Excel with Indonesian settings saves it, with `known` on it and two rows that are refused. */
export function listFile(known: string): { name: string; mimeType: string; buffer: Buffer } {
  const rows = newcomers.map((name, index) => `${name};${1950 + index};${index % 2 === 0 ? "P" : "L"};35050${index}`);
  const text = ["nama;tahun lahir;jenis kelamin;NIK", ...rows, `${known.toUpperCase()};;;`, "=HYPERLINK(1);1970;P;", "Budi Santoso;enam puluh;L;"].join("\r\n");
  return { name: "peserta.csv", mimeType: "text/csv", buffer: Buffer.from(`\uFEFF${text}\r\n`) };
}
