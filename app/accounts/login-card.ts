/** Whom a login card names: a number at a centre. Neither a name nor a PIN. */
export interface LoginCard {
  villageCode: string;
  centerId: string;
  number: number;
}

/** The address that a login card's code holds: it chooses the centre and fills the number in. */
export function addressOfCard(origin: string, card: LoginCard): string {
  return `${origin}/masuk?kartu=${textOfCard(card)}`;
}

/** The card as `kartu` in an address names it: `<village code>_<centre id>_<number>`. */
export function textOfCard({ villageCode, centerId, number }: LoginCard): string {
  return `${villageCode}_${centerId}_${number}`;
}

/** Reads what `textOfCard` wrote; null for anything else. The centre may still not exist. */
export function readCard(text: string): LoginCard | null {
  const parts = /^(\d{2}\.\d{2}\.\d{2}\.\d{4})_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})_([1-9]\d{0,5})$/.exec(text);
  const [, villageCode, centerId, number] = parts ?? [];
  return villageCode && centerId && number ? { villageCode, centerId, number: Number(number) } : null;
}
