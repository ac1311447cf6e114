import { StartupError } from "#app/launch/startup-error.ts";

/** PostgreSQL ended while starting, or could not be started; `message` says in Indonesian what to do. */
export class PostgresStartError extends StartupError {
  override name = "PostgresStartError";
}

/** Where things are, for the sentences. */
export type Places = { dataDir: string; logFile: string };

/** Turns what PostgreSQL printed before it ended into a sentence that says what is wrong and what to do. */
export function explainOutput(output: string, places: Places): PostgresStartError {
  const known = causes.find((cause) => cause.pattern.test(output));
  return new PostgresStartError(known ? known.sentence(places) : unknownCause(output, places));
}

/** Turns an error of the file system into such a sentence; every other error comes back as it is. */
export function explainError(error: unknown, dataDir: string): unknown {
  if (error instanceof StartupError) return error;
  const { code, path } = error as NodeJS.ErrnoException;
  const where = path === undefined || path.startsWith(dataDir) ? dataDir : path;
  if (code === "ENOSPC" || code === "EDQUOT") return new PostgresStartError(diskFull(where));
  if (code === "EACCES" || code === "EPERM") return new PostgresStartError(noPermission(where));
  if (code === "EROFS") return new PostgresStartError(readOnly(where));
  if (code === "EEXIST" || code === "ENOTDIR") {
    return new PostgresStartError(`${where} bukan folder. Ubah DATA_DIR ke folder lain, lalu jalankan lagi.`);
  }
  return error;
}

const causes: { pattern: RegExp; sentence(places: Places): string }[] = [
  {
    pattern: /shared memory segment .*(No space left|Cannot allocate)|map anonymous shared memory/,
    sentence: () =>
      "Memori komputer tidak cukup untuk basis data. Tutup program lain (di Docker: pakai --shm-size=256m), lalu jalankan lagi.",
  },
  {
    pattern: /No space left on device|wrote only \d+ of \d+ bytes|Disk quota exceeded|not enough space/,
    sentence: ({ dataDir }) => diskFull(dataDir),
  },
  { pattern: /Read-only file system/, sentence: ({ dataDir }) => readOnly(dataDir) },
  {
    pattern: /administrative permissions|"root" execution/,
    sentence: () => "Basis data tidak boleh berjalan sebagai administrator. Jalankan aplikasi dari jendela biasa.",
  },
  {
    pattern: /could not look up effective user ID/,
    sentence: () =>
      "Pengguna yang menjalankan aplikasi ini tidak terdaftar di /etc/passwd. Jalankan aplikasi sebagai pengguna yang terdaftar.",
  },
  { pattern: /Permission denied|Operation not permitted|wrong ownership/, sentence: ({ dataDir }) => noPermission(dataDir) },
  {
    pattern: /pre-existing shared memory block|lock file .* already exists/,
    sentence: ({ dataDir }) => `Basis data lama di ${dataDir} masih berhenti. Tunggu 1 menit, lalu jalankan lagi.`,
  },
  {
    pattern: /could not bind|could not create any TCP\/IP sockets/,
    sentence: () => "Port untuk basis data sudah dipakai program lain. Pilih port lain, lalu jalankan lagi.",
  },
  {
    pattern: /incompatible with server|initialized by PostgreSQL version/,
    sentence: ({ dataDir }) =>
      `Folder data ${dataDir} dibuat oleh PostgreSQL versi lain. Jalankan versi aplikasi yang lama, atau pulihkan dari cadangan.`,
  },
  {
    pattern: /could not locate a valid checkpoint|invalid checkpoint|invalid page in block|contains corrupted/i,
    sentence: ({ dataDir, logFile }) =>
      `Data di ${dataDir} rusak, mungkin karena disk. Jangan hapus apa pun. Pulihkan dari cadangan. Catatan: ${logFile}`,
  },
];

function diskFull(where: string): string {
  return (
    `Disk tempat ${where} penuh. Hapus atau pindahkan berkas lain dari disk itu, lalu jalankan lagi. ` +
    "Jangan hapus isi folder data: yang sudah tersimpan tetap aman."
  );
}

function noPermission(where: string): string {
  return (
    `${where} tidak boleh dibaca atau ditulis oleh pengguna yang menjalankan aplikasi. ` +
    "Jalankan sebagai pengguna yang sama seperti sebelumnya, atau ubah DATA_DIR ke folder milik sendiri."
  );
}

function readOnly(where: string): string {
  return `Disk tempat ${where} hanya bisa dibaca. Ubah DATA_DIR ke folder yang bisa ditulis, lalu jalankan lagi.`;
}

function unknownCause(output: string, { logFile }: Places): string {
  const lines = output.split("\n").filter((line) => line.trim() !== "");
  const telling = lines.findLast((line) => /(FATAL|PANIC|ERROR|error):/.test(line)) ?? lines.at(-1) ?? "(tidak ada pesan)";
  return `Basis data berhenti saat dinyalakan. Pesannya: ${telling.trim()} Catatan lengkap: ${logFile}`;
}
