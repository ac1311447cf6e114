/** Whole rupiah as they are written here: `Rp12.000`. */
export function rupiah(amount: number): string {
  return `Rp${grouped(Math.round(amount))}`;
}

/** Gigabytes with a comma and at most one digit behind it: `3,5 GB`. */
export function gigabytes(amount: number): string {
  return `${String(Math.round(amount * 10) / 10).replace(".", ",")} GB`;
}

/** Whole megabytes: `1.250 MB`. */
export function megabytes(amount: number): string {
  return `${grouped(amount)} MB`;
}

function grouped(amount: number): string {
  return String(amount).replace(/\B(?=(\d{3})+$)/g, ".");
}
