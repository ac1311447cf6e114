import { describe, expect, it } from "vitest";
import { practice } from "#app/i18n/id/practice.ts";
import { translatorFor } from "#app/practice/translator.ts";
import { say } from "#app/practice/view-props.ts";

const t = translatorFor(practice);

describe("translatorFor", () => {
  it("fills values in as they are", () => {
    expect(t("practice.PapanKetik.task.line", { line: "Bu Sari & \"$1\" {{x}}" })).toBe("Ketik: Bu Sari & \"$1\" {{x}}");
  });

  it("shows the key of a missing sentence", () => {
    expect(t("practice.PapanKetik.nothing")).toBe("practice.PapanKetik.nothing");
    expect(t("practice.PapanKetik")).toBe("practice.PapanKetik");
    expect(t("a.b.c.d")).toBe("a.b.c.d");
  });
});

describe("say", () => {
  it("looks words up before it fills them in", () => {
    const own = (key: string, values?: Readonly<Record<string, string>>) => t(`practice.PapanKetik.${key}`, values);
    expect(say(own, { key: "hint.key", words: { key: "sign.comma" } })).toBe("Sentuh tombol koma.");
  });
});
