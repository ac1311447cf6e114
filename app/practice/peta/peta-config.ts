import { z } from "zod";
import { areDifferent, idField, textField } from "../config-fields.ts";
import type { PetaConfig } from "./peta.ts";
import { type PlaceKind, type TravelMode, columns, placeKinds, placesFound, rows, travelModes } from "./village-map.ts";

const crossing = z.tuple(
  [z.number("tulis angka").int().min(0, "kolom 0 sampai 6").max(columns - 1, "kolom 0 sampai 6"), z.number("tulis angka").int().min(0, "baris 0 sampai 4").max(rows - 1, "baris 0 sampai 4")],
  "tulis simpang seperti [2, 3]",
);

const place = z.strictObject({
  id: idField.refine((id) => id !== "allow" && id !== "deny", "id allow dan deny sudah dipakai"),
  name: textField(40),
  address: textField(60),
  kind: z.enum(placeKinds, `jenis tempat: ${placeKinds.join(", ")}`) satisfies z.ZodType<PlaceKind>,
  at: crossing,
  words: textField(60).optional(),
});

/** What an author may write in `<Practice simulator="Peta" config={…} />`. */
export const petaConfig: z.ZodType<PetaConfig> = z
  .strictObject({
    ask: textField(120),
    home: crossing,
    places: z.array(place, "tulis daftar tempat").min(1, "tulis 1 sampai 10 tempat").max(10, "tulis 1 sampai 10 tempat")
      .refine(areDifferent("id"), "setiap id tempat hanya boleh satu kali"),
    goal: idField,
    query: textField(60),
    by: z.enum(travelModes, `cara pergi: ${travelModes.join(", ")}`) satisfies z.ZodType<TravelMode>,
  })
  .superRefine(({ home, places, goal, query }, context) => {
    const fault = (path: (string | number)[], message: string) => context.addIssue({ code: "custom", path, message });
    if (!places.some(({ id }) => id === goal)) fault(["goal"], `tempat "${goal}" tidak ada`);
    else if (!placesFound(query, places).some(({ id }) => id === goal)) fault(["query"], `query tidak menemukan tempat "${goal}"`);
    const corners = new Set([home.join()]);
    places.forEach(({ at }, index) => {
      if (corners.has(at.join())) fault(["places", index, "at"], "simpang ini sudah dipakai");
      corners.add(at.join());
    });
  });
