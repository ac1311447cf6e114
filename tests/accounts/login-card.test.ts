import { describe, expect, it } from "vitest";
import { addressOfCard, readCard, textOfCard } from "#app/accounts/login-card.ts";

const card = { villageCode: "35.05.04.2014", centerId: "0198a3c2-7b1e-7c3d-9f10-2b4c6d8e0f12", number: 24 };

describe("what a card's code holds", () => {
  it("is an address with the centre and the number, and is read back", () => {
    const address = addressOfCard("https://belajar.desa.id", card);
    expect(address).toBe("https://belajar.desa.id/masuk?kartu=35.05.04.2014_0198a3c2-7b1e-7c3d-9f10-2b4c6d8e0f12_24");
    expect(readCard(new URL(address).searchParams.get("kartu") ?? "")).toEqual(card);
  });

  it.each(["", "x", "35.05.04.2014", textOfCard({ ...card, number: 0 }), `${textOfCard(card)}x`, `${textOfCard(card)}_1`, textOfCard({ ...card, number: 1_000_000 }), textOfCard({ ...card, villageCode: "35" }), textOfCard({ ...card, centerId: "' or 1" })])(
    "is not “%s”",
    (text) => {
      expect(readCard(text)).toBeNull();
    },
  );
});
