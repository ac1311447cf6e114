import { expect, it } from "vitest";
import { copyIn } from "#app/i18n/i18n.server.ts";
import { sizeText } from "#app/programs/download/size-text.ts";

it("says why the larger file is there sooner", () => {
  const copy = copyIn("id");
  expect(sizeText("xlsx", 91_600, copy)).toBe("Sekitar 9,6 MB. Dengan internet pelan perlu kira-kira 3 menit.");
  expect(sizeText("csv", 91_600, copy)).toBe("Sekitar 15,6 MB. Waktu diunduh dipadatkan menjadi sekitar 1,1 MB, jadi lebih cepat. Dengan internet pelan selesai kurang dari setengah menit.");
});
