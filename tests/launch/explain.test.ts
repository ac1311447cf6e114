import { describe, expect, it } from "vitest";
import { EnvError } from "#app/env.server.ts";
import { explain } from "#app/launch/explain.ts";
import { StartupError } from "#app/launch/startup-error.ts";

const failure = (code: string, more: object = {}) => Object.assign(new Error(`${code}: gagal`), { code, ...more });

describe("what went wrong at the start", () => {
  it.each<[string, unknown, string]>([
    ["something we know", new StartupError("Basis data terkunci."), "Basis data terkunci."],
    ["a bad value", new EnvError("PORT harus berisi angka."), "PORT harus berisi angka."],
    ["a port in use", failure("EADDRINUSE", { port: 3000 }), "Port 3000 sedang dipakai program lain. Hentikan program itu, atau pilih port lain: PORT=3001 npm start"],
    ["a port for root alone", failure("EACCES", { port: 80 }), "Port 80 tidak boleh dipakai oleh pengguna ini. Pilih port di atas 1024: PORT=3000 npm start"],
    ["a full disk", failure("ENOSPC"), "Cakram penuh. Kosongkan sedikitnya 500 MB, lalu jalankan lagi."],
    ["a full disk, as PostgreSQL says it", failure("53100"), "Cakram penuh. Kosongkan sedikitnya 500 MB, lalu jalankan lagi."],
    ["a folder of somebody else", failure("EACCES"), "Folder tidak dapat ditulisi: EACCES: gagal. Periksa izin folder itu, atau pilih DATA_DIR lain."],
    ["a folder to read only", failure("EROFS"), "Folder tidak dapat ditulisi: EROFS: gagal. Periksa izin folder itu, atau pilih DATA_DIR lain."],
    ["something else", new Error("entah"), "Melek Desa tidak dapat mulai: entah"],
    ["something that is no error", "entah", "Melek Desa tidak dapat mulai: entah"],
    ["nothing at all", undefined, "Melek Desa tidak dapat mulai: undefined"],
    ["many errors in one", new AggregateError([failure("ECONNREFUSED"), failure("ECONNREFUSED")]), "Melek Desa tidak dapat mulai: ECONNREFUSED: gagal"],
  ])("%s is told in one sentence", (_what, error, sentence) => {
    expect(explain(error)).toBe(sentence);
  });
});
