/** Names that frauds imitate, and that sources of facts are often about. */
const wellKnown = ["whatsapp", "facebook", "instagram", "telegram", "google", "youtube", "tokopedia", "shopee", "android", "microsoft", "kominfo", "komdigi"];

/** The well-known name that a part of a host is nearly but not quite, one letter changed, missing, added or swapped: `whatlsapp-web.com`, `g00gle.com`. */
export function imitatedName(host: string): string | undefined {
  const parts = host.toLowerCase().split(/[.-]/);
  return wellKnown.find((name) => parts.some((part) => part !== name && (asLetters(part) === name || isOneSlipFrom(part, name))));
}

/** Digits as the letters that they are mistaken for. */
function asLetters(part: string): string {
  return part.replaceAll("0", "o").replaceAll("1", "l").replaceAll("3", "e").replaceAll("5", "s");
}

function isOneSlipFrom(part: string, name: string): boolean {
  if (Math.abs(part.length - name.length) > 1) return false;
  let start = 0;
  while (start < part.length && part[start] === name[start]) start += 1;
  const [rest, wanted] = [part.slice(start), name.slice(start)];
  const isSwapped = rest[0] === wanted[1] && rest[1] === wanted[0] && rest.slice(2) === wanted.slice(2);
  return isSwapped || rest.slice(1) === wanted || rest === wanted.slice(1) || rest.slice(1) === wanted.slice(1);
}
