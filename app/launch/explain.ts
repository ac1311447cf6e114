import { EnvError } from "#app/env.server.ts";
import { StartupError } from "./startup-error.ts";

/** What went wrong at the start, as one plain sentence that says what to do. */
export function explain(error: unknown): string {
  if (error instanceof StartupError || error instanceof EnvError) return error.message;
  const { code, port } = (error ?? {}) as NodeJS.ErrnoException & { port?: number };
  const message = messageOf(error);
  if (code === "EADDRINUSE") return `Port ${port} sedang dipakai program lain. Hentikan program itu, atau pilih port lain: PORT=3001 npm start`;
  if (code === "EACCES" && port) return `Port ${port} tidak boleh dipakai oleh pengguna ini. Pilih port di atas 1024: PORT=3000 npm start`;
  if (code === "ENOSPC" || code === "53100") return "Cakram penuh. Kosongkan sedikitnya 500 MB, lalu jalankan lagi.";
  if (code === "EACCES" || code === "EROFS") return `Folder tidak dapat ditulisi: ${message}. Periksa izin folder itu, atau pilih DATA_DIR lain.`;
  return `Melek Desa tidak dapat mulai: ${message}`;
}

/** What an error says; of several in one, which say nothing together, what the first says. */
export function messageOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return messageOf(error.errors[0]);
  return error instanceof Error ? error.message : String(error);
}
