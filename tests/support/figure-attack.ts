/**
 * What somebody can work out who reads every page: numbers that are told as ranges, and the sums and bounds that hold
 * between them. Each bound is drawn tighter by all others until nothing moves.
 */
export interface Told {
  low: number;
  high: number;
}

/** `total` is the sum of `parts`; or, where people may be in several of them, at least each and at most their sum. */
interface Law {
  total: string;
  parts: string[];
  overlaps: boolean;
}

export interface Attack {
  /** Reads that `name` lies in a range; what is read twice must be true both times. */
  read(name: string, told: Told): void;
  sum(total: string, parts: readonly string[]): void;
  union(total: string, parts: readonly string[]): void;
  /** The tightest range of everything, by name. Throws when what was told cannot be true. */
  conclude(): Map<string, Told>;
}

export function attack(): Attack {
  const known = new Map<string, Told>();
  const laws: Law[] = [];
  let hasMoved = false;
  const rangeOf = (name: string) => known.get(name) ?? { low: 0, high: Infinity };
  const read = (name: string, { low, high }: Told) => {
    const before = rangeOf(name);
    const now = { low: Math.max(before.low, low), high: Math.min(before.high, high) };
    if (now.low > now.high) throw new Error(`${name} is told to be both ${before.low}-${before.high} and ${low}-${high}`);
    if (now.low === before.low && now.high === before.high && known.has(name)) return;
    hasMoved = true;
    known.set(name, now);
  };
  const apply = ({ total, parts, overlaps }: Law) => {
    const ranges = parts.map(rangeOf);
    const [low, high] = [ranges.reduce((sum, range) => sum + range.low, 0), ranges.reduce((sum, range) => sum + range.high, 0)];
    read(total, { low: overlaps ? Math.max(0, ...ranges.map((range) => range.low)) : low, high });
    const whole = rangeOf(total);
    for (const [index, part] of parts.entries()) {
      const { low: least, high: most } = ranges[index] as Told;
      const rest = Number.isFinite(high) ? high - most : Infinity;
      read(part, { low: Number.isFinite(rest) ? Math.max(0, whole.low - rest) : 0, high: overlaps ? whole.high : whole.high - (low - least) });
    }
  };
  return {
    read,
    sum: (total, parts) => void laws.push({ total, parts: [...parts], overlaps: false }),
    union: (total, parts) => void laws.push({ total, parts: [...parts], overlaps: true }),
    conclude() {
      do {
        hasMoved = false;
        for (const law of laws) apply(law);
      } while (hasMoved);
      return known;
    },
  };
}
