/**
 * The characters of verification codes: none that look alike (0 O 1 I L) and no vowels, so that no
 * code spells a word. 15 of 28 are 72 bits: nobody finds a certificate by guessing.
 */
export const codeAlphabet = "23456789BCDFGHJKMNPQRSTVWXYZ";
export const codeLength = 15;

/** The code meant by what someone typed, whatever its case, spaces and dashes; null when it cannot be one. */
export function readCode(typed: string): string | null {
  const code = typed.toUpperCase().replaceAll(/[^A-Z0-9]/g, "");
  return wellFormed.test(code) ? code : null;
}

const wellFormed = new RegExp(`^[${codeAlphabet}]{${codeLength}}$`);

/** The code in three groups of five, as it is printed and typed. */
export function groupCode(code: string): string {
  return code.replaceAll(/.{5}(?=.)/g, "$&-");
}

/** The public address of a certificate on this site, such as `/sertifikat/K7QM3-XPRT9-WHD42`. */
export function verificationPath(code: string): string {
  return `/sertifikat/${groupCode(code)}`;
}
