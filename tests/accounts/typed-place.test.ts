import { expect, it } from "vitest";
import { lettersApart, lettersOf } from "#app/accounts/typed-place.ts";

it.each([
  ["Desa Plosorejo", "plosorejo"],
  ["ploso rejo", "plosorejo"],
  ["KEL. Kauman", "kauman"],
  ["Pusat Internet Desa Kepatihan", "kepatihan"],
  ["Desapura", "desapura"],
  ["desa", "desa"],
  ["  ", ""],
  ["%_", ""],
])("“%s” is looked for as “%s”", (typed, letters) => {
  expect(lettersOf(typed)).toBe(letters);
});

it.each([
  ["plosorejo", "plosorejo", 0],
  ["plosorjo", "plosorejo", 1],
  ["plsoorejo", "plosorejo", 1],
  ["ploxorejjo", "plosorejo", 2],
  ["", "desa", 4],
  ["desa", "", 4],
])("“%s” and “%s” are %i letters apart", (one, other, apart) => {
  expect(lettersApart(one, other)).toBe(apart);
});
