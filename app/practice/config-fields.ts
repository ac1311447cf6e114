import { z } from "zod";

/** The id of a card, group, scene, choice or step. With a word and a colon before it, it is a step code of at most 24 signs. */
export const idField = z.string("tulis id di antara tanda kutip").regex(/^[a-z0-9-]{1,16}$/, "id terdiri dari 1 sampai 16 huruf kecil, angka, atau tanda hubung");

/** A sentence or a few for the learner, at most `longest` signs. */
export function textField(longest: number) {
  return z
    .string("tulis kalimat di antara tanda kutip")
    .max(longest, `paling panjang ${longest} huruf`)
    .refine((text) => text !== "" && text === text.trim(), "kalimat tidak boleh kosong, diawali, atau diakhiri spasi");
}

/** A check that no two of a list have the same `key`. */
export function areDifferent<Key extends string>(key: Key) {
  return (items: readonly { readonly [K in Key]: string }[]) => new Set(items.map((item) => item[key])).size === items.length;
}
