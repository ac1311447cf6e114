import { useCopy } from "#app/i18n/translate.tsx";
import { areaAddress } from "./area-address.ts";
import type { CompletionReport, Figures, Rate, VillageGroup, VillageRow } from "./completion.ts";
import { countText, lastHeardText, ofWholeText, percentText } from "./figures.ts";
import { stages } from "./stages.ts";

/** The selected villages by district or regency, each group with its subtotal, and the program's totals. */
export function CompletionTable({ programId, report }: { programId: string; report: CompletionReport }) {
  const copy = useCopy();
  const { t } = copy;
  const base = `/program/${programId}/wilayah`;
  return (
    <div className="wide">
      {report.isLong ? <p>{t("program.villagesElsewhere")}</p> : null}
      <table className="folding completion">
        <caption>{t("program.caption")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("program.village")}</th>
            <NumberHeads />
            <th scope="col">{t("program.lastActivity")}</th>
          </tr>
        </thead>
        {report.groups.map((group) => (
          <tbody key={group.code}>
            <GroupHead group={group} href={report.isLong ? areaAddress(base, group.code) : null} />
            {group.rows.map((row) => (
              <VillageLine key={row.villageCode} row={row} href={areaAddress(base, row.villageCode)} showDistrict={group.kind === "regency"} />
            ))}
          </tbody>
        ))}
        <tfoot>
          <tr>
            <th scope="row">{t("program.total")}</th>
            <FigureCells figures={report.totals} />
            <LastHeardCell text={lastHeardText(report.lastHeard, copy)} />
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

function NumberHeads() {
  const { t } = useCopy();
  const heads = [t("program.target"), t("program.registered"), t("program.started"), t("program.finished"), t("program.certified")];
  return (
    <>
      {heads.map((head) => (
        <th key={head} scope="col" className="number">
          {head}
        </th>
      ))}
      <th scope="col">{t("program.ofRegistered")}</th>
      <th scope="col">{t("program.ofTarget")}</th>
    </>
  );
}

function GroupHead({ group, href }: { group: VillageGroup; href: string | null }) {
  const { t } = useCopy();
  const name = group.kind === "district" ? t("program.district", { name: group.name }) : group.name;
  // The figures of one village alone stand in its own row.
  if (group.villageCount === 1 && !href) {
    return (
      <tr className="group">
        <th scope="rowgroup" colSpan={9}>
          {name}
        </th>
      </tr>
    );
  }
  return (
    <tr className="group">
      <th scope="rowgroup">
        <span>{href ? <a href={href}>{name}</a> : name} </span>
        <span className="detail">{t("program.groupProgress", { started: group.villagesWithLearners, villages: group.villageCount })}</span>
      </th>
      <FigureCells figures={group} />
      <td className="empty" />
    </tr>
  );
}

function VillageLine({ row, href, showDistrict }: { row: VillageRow; href: string; showDistrict: boolean }) {
  const copy = useCopy();
  const { t, locale } = copy;
  return (
    <tr>
      <th scope="row">
        <span><a href={href}>{row.village}</a> </span>
        {showDistrict ? <span className="detail">{t("program.inDistrict", { name: row.district })}</span> : null}
      </th>
      {row.hasLearners ? (
        <>
          <FigureCells figures={row} />
          <LastHeardCell text={lastHeardText(row.lastHeard, copy)} />
        </>
      ) : (
        <>
          <td className="number" data-label={t("program.target")}>
            {row.target === null ? "–" : countText({ low: row.target, high: row.target }, locale)}
          </td>
          <td colSpan={7} className="muted">
            {t("program.noLearners")}
          </td>
        </>
      )}
    </tr>
  );
}

function FigureCells({ figures }: { figures: Figures }) {
  const { t, locale } = useCopy();
  const { target, counts } = figures;
  const labels = {
    registered: t("program.registered"),
    started: t("program.started"),
    finished: t("program.finished"),
    certified: t("program.certified"),
  };
  return (
    <>
      <td className="number" data-label={t("program.target")}>
        {target === null ? "–" : countText({ low: target, high: target }, locale)}
      </td>
      {stages.map((stage) => (
        <td key={stage} className="number" data-label={labels[stage]}>
          {countText(counts[stage], locale)}
        </td>
      ))}
      <td data-label={t("program.ofRegistered")}>
        <RateText rate={figures.ofRegistered} of="registered" />
      </td>
      <td data-label={t("program.ofTarget")}>
        <RateText rate={figures.ofTarget} of="target" />
      </td>
    </>
  );
}

function RateText({ rate, of }: { rate: Rate | null; of: "registered" | "target" }) {
  const copy = useCopy();
  if (!rate) return "–";
  return (
    <span className="rate">
      {copy.t("program.percent", { percent: percentText(rate.share) })} <span className="detail">{ofWholeText(rate, of, copy)}</span>
    </span>
  );
}

function LastHeardCell({ text }: { text: string }) {
  const { t } = useCopy();
  return <td data-label={t("program.lastActivity")}>{text}</td>;
}
