import { formatDate, formatNumber } from "#app/i18n/locale.ts";
import { type Copy, useCopy } from "#app/i18n/translate.tsx";
import { areaAddress } from "../area-address.ts";
import type { StalledRow } from "./read-stalled.server.ts";
import { daysBetween, type Reason, stalledDays } from "./stalled.ts";

export interface StalledTableProps {
  rows: readonly StalledRow[];
  /** The names of who mentors in each village; left out where nobody is named. */
  mentors?: Readonly<Record<string, string[]>> | null;
  programId: string;
  curriculumId: string | null;
  /** `YYYY-MM-DD`. */
  today: string;
  caption: string;
  /** Whether the villages may lie in several regencies. */
  namesRegency: boolean;
}

/** Villages that stand still: why, and since when. */
export function StalledTable({ rows, mentors = null, programId, curriculumId, today, caption, namesRegency }: StalledTableProps) {
  const copy = useCopy();
  const { t } = copy;
  return (
    <div className="wide">
      <table className="folding stalled">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t("program.village")}</th>
            <th scope="col">{t("pictures.why")}</th>
            <th scope="col">{t("pictures.since")}</th>
            {mentors ? <th scope="col">{t("pictures.whomToAsk")}</th> : null}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.villageCode}>
              <th scope="row">
                <a href={areaAddress(`/program/${programId}/wilayah`, row.villageCode, curriculumId)}>{row.village}</a> <span className="detail">{namesRegency ? t("pictures.inDistrict", { district: row.district, regency: row.regency }) : t("program.inDistrict", { name: row.district })}</span>
              </th>
              <td data-label={t("pictures.why")}>{row.isOneLesson ? t("pictures.whyOneLesson") : t(reasonTexts[row.reason])}</td>
              <td data-label={t("pictures.since")}>{sinceText(row.since, today, copy)}</td>
              {mentors ? <td data-label={t("pictures.whomToAsk")}>{mentors[row.villageCode]?.join(", ") ?? t("plan.cohortNoMentor")}</td> : null}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Since when, with how many days that is; "more than 30 days" where the day would be that of a few people. */
export function sinceText(since: string | null, today: string, { t, locale }: Copy): string {
  if (since === null) return t("pictures.sinceLong", { days: stalledDays });
  return t("pictures.sinceDay", { date: formatDate(since, locale), days: formatNumber(daysBetween(since, today), locale) });
}

/** Why, in a sentence. */
export const reasonTexts = {
  noCenter: "pictures.whyNoCenter",
  noCohort: "pictures.whyNoCohort",
  nobody: "pictures.whyNobody",
  notBegun: "pictures.whyNotBegun",
  noGraduates: "pictures.whyNoGraduates",
  quiet: "pictures.whyQuiet",
} as const satisfies Record<Reason, string>;
