/** A national holiday of Indonesia. Days of joint leave (cuti bersama) are none: centres may open on them. */
export interface NationalHoliday {
  /** `YYYY-MM-DD`. */
  day: string;
  name: string;
  /** Whether the day is settled by decree; false: expected, and may still move. */
  isDecreed: boolean;
  source: string;
}

const skb2026 = "SKB 3 Menteri (Menteri Agama 1497/2025, Menteri Ketenagakerjaan 2/2025, Menteri PANRB 5/2025), 19 September 2025";
const skb2027 = "SKB 3 Menteri (Menteri Agama 1205/2026, Menteri Ketenagakerjaan 3/2026, Menteri PANRB 2/2026), 15 September 2026";
/** The decree names these days, and leaves the last word to the minister of religious affairs, who follows the new moon. */
const untilTheMoonIsSeen = `${skb2027}; tanggal pasti ditetapkan Menteri Agama`;

/** Of each year the whole list: `loadHolidays` takes away what a year's list no longer has. */
export const nationalHolidays: readonly NationalHoliday[] = [
  ...decreed(skb2026, [
    ["2026-01-01", "Tahun Baru Masehi"],
    ["2026-01-16", "Isra Mikraj"],
    ["2026-02-17", "Tahun Baru Imlek"],
    ["2026-03-19", "Hari Suci Nyepi"],
    ["2026-03-21", "Idulfitri, hari pertama"],
    ["2026-03-22", "Idulfitri, hari kedua"],
    ["2026-04-03", "Wafat Yesus Kristus"],
    ["2026-04-05", "Paskah"],
    ["2026-05-01", "Hari Buruh"],
    ["2026-05-14", "Kenaikan Yesus Kristus"],
    ["2026-05-27", "Iduladha"],
    ["2026-05-31", "Hari Raya Waisak"],
    ["2026-06-01", "Hari Lahir Pancasila"],
    ["2026-06-16", "Tahun Baru Islam"],
    ["2026-08-17", "Hari Kemerdekaan"],
    ["2026-08-25", "Maulid Nabi Muhammad"],
    ["2026-12-25", "Hari Natal"],
  ]),
  ...decreed(skb2027, [
    ["2027-01-01", "Tahun Baru Masehi"],
    ["2027-01-05", "Isra Mikraj"],
    ["2027-02-06", "Tahun Baru Imlek"],
    ["2027-03-08", "Hari Suci Nyepi"],
    ["2027-03-26", "Wafat Yesus Kristus"],
    ["2027-03-28", "Paskah"],
    ["2027-05-01", "Hari Buruh"],
    ["2027-05-06", "Kenaikan Yesus Kristus"],
    ["2027-05-20", "Hari Raya Waisak"],
    ["2027-06-01", "Hari Lahir Pancasila"],
    ["2027-06-06", "Tahun Baru Islam"],
    ["2027-08-15", "Maulid Nabi Muhammad"],
    ["2027-08-17", "Hari Kemerdekaan"],
    ["2027-12-25", "Hari Natal"],
    ["2027-12-26", "Isra Mikraj"],
  ]),
  ...expected(untilTheMoonIsSeen, [
    ["2027-03-10", "Idulfitri, hari pertama"],
    ["2027-03-11", "Idulfitri, hari kedua"],
    ["2027-05-17", "Iduladha"],
  ]),
];

function decreed(source: string, days: readonly (readonly [string, string])[]): NationalHoliday[] {
  return days.map(([day, name]) => ({ day, name, isDecreed: true, source }));
}

function expected(source: string, days: readonly (readonly [string, string])[]): NationalHoliday[] {
  return days.map(([day, name]) => ({ day, name, isDecreed: false, source }));
}
