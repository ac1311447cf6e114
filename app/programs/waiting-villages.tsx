import { useCopy } from "#app/i18n/translate.tsx";
import type { VillageGroup } from "./completion.ts";

/** The target villages without learners, by name, so that hundreds of them fit a page. */
export function WaitingVillages({ groups }: { groups: readonly VillageGroup[] }) {
  const { t } = useCopy();
  return (
    <div className="waiting">
      {groups.map((group) => (
        <section key={group.code}>
          <h2>
            {group.kind === "district" ? t("program.district", { name: group.name }) : group.name}{" "}
            <span className="detail">{t("program.groupProgress", { started: group.villagesWithLearners, villages: group.villageCount })}</span>
          </h2>
          <ul>
            {group.rows.map((row) => (
              <li key={row.villageCode}>{t("program.waitingVillage", { village: row.village, target: row.target ?? 0 })}</li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
