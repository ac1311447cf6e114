import { formatNumber } from "#app/i18n/locale.ts";
import { useCopy } from "#app/i18n/translate.tsx";
import { areaAddress } from "./area-address.ts";
import type { CompletionReport, VillageGroup } from "./completion.ts";

/** The target villages without learners, by name, so that hundreds of them fit a page; of more, the way to those of each place. */
export function WaitingVillages({ programId, report }: { programId: string; report: CompletionReport }) {
  const { t, locale } = useCopy();
  const base = `/program/${programId}/wilayah`;
  const nameOf = ({ kind, name }: VillageGroup) => (kind === "district" ? t("program.district", { name }) : name);
  return (
    <div className="waiting">
      {report.isLong ? <p>{t("program.villagesElsewhere")}</p> : null}
      {report.groups.map((group) => (
        <section key={group.code}>
          <h2>
            {report.isLong ? <a href={areaAddress(base, group.code)}>{nameOf(group)}</a> : nameOf(group)}{" "}
            <span className="detail">{t("program.groupProgress", { started: group.villagesWithLearners, villages: group.villageCount })}</span>
          </h2>
          {group.rows.length === 0 ? null : (
            <ul>
              {group.rows.map((row) => (
                <li key={row.villageCode}>
                  <a href={areaAddress(base, row.villageCode)}>{row.village}</a> ({formatNumber(row.target ?? 0, locale)})
                </li>
              ))}
            </ul>
          )}
        </section>
      ))}
    </div>
  );
}
