export interface Link {
  readonly text: string;
  /** The address of the page to which it leads. */
  readonly to: string;
}

/** A page of an invented site. */
export interface Page {
  readonly address: string;
  readonly title: string;
  /** Its paragraphs. */
  readonly texts: readonly string[];
  readonly links?: readonly Link[] | undefined;
  /** How one sees that it only looks like another site; left out for honest pages. */
  readonly fake?: string | undefined;
}

/** What a typed address comes down to: small letters, without `https://`, `www.`, a slash at the end, and spaces around it. */
export function plainAddress(text: string): string {
  return text.trim().toLowerCase().replace(/^https?:\/\//, "").replace(/^www\./, "").replace(/\/+$/, "");
}

export function pageAt(address: string, pages: readonly Page[]): Page | undefined {
  return pages.find((page) => page.address === address);
}

/** What a search offers where no page has the typed address: the front pages of all sites. */
export function foundLinks(pages: readonly Page[]): readonly Link[] {
  return pages.filter(({ address }) => !address.includes("/")).map(({ address, title }) => ({ text: title, to: address }));
}

/** How the typed text misses the address of a page: only by spaces or hyphens, only by dots, or more than that. */
export function slipIn(text: string, pages: readonly Page[]): "space" | "dot" | "other" {
  const typed = plainAddress(text);
  const isSame = (change: (address: string) => string) => pages.some(({ address }) => change(address) === change(typed));
  if (isSame((address) => address.replaceAll(/[\s-]/g, ""))) return "space";
  return isSame((address) => address.replaceAll(/[\s.,-]/g, "")) ? "dot" : "other";
}
