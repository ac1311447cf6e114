/** What a user name is: 3 to 40 small letters, digits and `.`, `_`, `-`. */
export function isUsername(text: string): boolean {
  return /^[a-z0-9][a-z0-9._-]{2,39}$/.test(text);
}

/** A user name from a person's name that nobody has: `siti.aminah`, and `siti.aminah2` where it is taken. Titles after a comma are left out. */
export function proposeUsername(name: string, taken: readonly string[]): string {
  const stem = stemOfUsername(name);
  const numbers = Array.from({ length: taken.length + 1 }, (_one, index) => (index === 0 ? "" : String(index + 1)));
  return numbers.map((number) => `${stem}${number}`).find((username) => !taken.includes(username)) ?? stem;
}

/** What proposed user names begin with: the first two words of the name, in letters that every keyboard has. */
export function stemOfUsername(name: string): string {
  const [beforeTitles = ""] = name.split(",");
  const words = beforeTitles.toLowerCase().normalize("NFD").replaceAll(/[^a-z0-9\s-]/g, "").split(/[\s-]+/).filter((word) => word.length > 1);
  const stem = words.slice(0, 2).join(".").slice(0, 30);
  return stem.length >= 3 ? stem : `pendamping${stem ? `.${stem}` : ""}`;
}
