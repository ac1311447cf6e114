/** The picture uses a symbol that neither it nor the kit draws. */
export class UnknownSymbolError extends Error {}

/** The picture holds words: they could be neither read aloud, translated nor enlarged. */
export class PictureTextError extends Error {}

/** The picture is not a plain drawing: not well-formed, or with something that runs, or that is fetched from elsewhere. */
export class UnsafePictureError extends Error {}

/**
 * The picture with every kit symbol that it uses, directly or through another symbol, copied into its one `<defs>`,
 * so that the file stands alone. Its root `viewBox` stays; comments and needless whitespace go.
 *
 * @param source SVG of one picture: a root `<svg xmlns viewBox>`, attributes in double quotes
 * @param kit SVG that holds `<symbol id>` elements
 * @throws UnknownSymbolError, PictureTextError or UnsafePictureError, each with one line that an author can act upon
 */
export function assemblePicture(source: string, kit: string): string {
  const picture = minify(source);
  checkDrawing(picture);
  const root = /^<svg (?=[^>]*xmlns=)(?=[^>]*viewBox=)[^>]*[^>/]>(?!.*<svg)(?=.*<\/svg>$)/.exec(picture)?.[0];
  if (!root) throw new UnsafePictureError("the picture is not one <svg> with xmlns and viewBox");
  const symbols = symbolsFor(picture, symbolsOf(kit)).join("");
  checkDrawing(symbols);
  if (symbols === "") return picture;
  if (picture.includes("<defs>")) return picture.replace("<defs>", () => `<defs>${symbols}`);
  return `${root}<defs>${symbols}</defs>${picture.slice(root.length)}`;
}

/** Symbols of the kit that the drawing needs, in the order in which they are met. */
function symbolsFor(drawing: string, kit: Map<string, string>): string[] {
  const own = new Set([...drawing.matchAll(/ id="([^"]*)"/g)].map((match) => match[1]));
  const found = new Map<string, string>();
  const wanted = idsUsedIn(drawing);
  for (const id of wanted) {
    if (own.has(id) || found.has(id)) continue;
    const symbol = kit.get(id);
    if (symbol === undefined) throw new UnknownSymbolError(`no symbol ${id} in the picture or in the kit`);
    found.set(id, symbol);
    wanted.push(...idsUsedIn(symbol));
  }
  return [...found.values()];
}

/** Every picture is put together from the same kit: it is read once. */
let lastKit = { source: "", symbols: new Map<string, string>() };

function symbolsOf(source: string): Map<string, string> {
  if (lastKit.source === source) return lastKit.symbols;
  const symbols = minify(source).matchAll(/<symbol [^>]*?\bid="([^"]*)"[^>]*>.*?<\/symbol>/g);
  lastKit = { source, symbols: new Map([...symbols].map((match) => [match[1] ?? "", match[0]])) };
  return lastKit.symbols;
}

function idsUsedIn(drawing: string): string[] {
  return [...drawing.matchAll(/<use [^>]*?\bhref="#([^"]*)"/g)].map((match) => match[1] ?? "");
}

function minify(svg: string): string {
  return svg
    .replaceAll(/<\?xml[^>]*\?>|<!--[\s\S]*?-->/g, "")
    .replaceAll(/\s+/g, " ")
    .replaceAll(/ ?(\/?>) ?/g, "$1")
    .trim();
}

const drawingElements = new Set(
  ("svg defs symbol use g path rect circle ellipse line polyline polygon " +
    "clipPath mask linearGradient radialGradient stop").split(" "),
);

const anything = /<\/?[^<>]*>|[^<>]+|[<>]/g;
const tag = /^<(\/?)([A-Za-z]+)((?: [\w:-]+="[^"<>&]*")*)(\/?)>$/;

function checkDrawing(svg: string): void {
  const open: string[] = [];
  for (const [part] of svg.matchAll(anything)) {
    if (!part.startsWith("<") || /^<\/?(text|tspan|textPath|foreignObject)\b/i.test(part)) {
      throw new PictureTextError(`the picture holds text (${part.trim().slice(0, 40)}); put words in the lesson instead`);
    }
    const [, closing, name = "", attributes = "", empty] = tag.exec(part) ?? [];
    if (!drawingElements.has(name)) throw new UnsafePictureError(`the picture may not hold ${part.slice(0, 60)}`);
    if (closing && open.pop() !== name) throw new UnsafePictureError(`</${name}> closes another element`);
    if (!closing && !empty) open.push(name);
    checkAttributes(name, attributes);
  }
  if (open.length > 0) throw new UnsafePictureError(`<${open.at(-1)}> is never closed`);
}

/** Nothing that runs (`on…`, `style` escapes the page's content policy) and nothing from outside the file. */
function checkAttributes(element: string, attributes: string): void {
  for (const [, name = "", value = ""] of attributes.matchAll(/ ([\w:-]+)="([^"]*)"/g)) {
    const isLink = /^(?:xlink:)?href$/i.test(name);
    const isOutside = isLink ? !/^#./.test(value) : /url\((?!#)/i.test(value);
    if (/^on|^style$/i.test(name) || isOutside) {
      throw new UnsafePictureError(`<${element}> may not have ${name}="${value.slice(0, 40)}"`);
    }
  }
}
