import { type ActionFunctionArgs, data, type LinksFunction, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { isId, notFound, requireEditor } from "#app/accounts/access.server.ts";
import { formatDate } from "#app/i18n/locale.ts";
import { useCopy } from "#app/i18n/translate.tsx";
import { forgetVillageCounts } from "#app/programs/read-area.server.ts";
import { applyDecree, type DecreeOutcome, previewDecree } from "#app/regions/apply-decree.server.ts";
import { DifferenceLists, DifferenceTotals, MissingRegions, Totals } from "#app/regions/difference.tsx";
import regionsUrl from "#app/regions/regions.css?url";
import { sentText } from "#app/ui/sent-text.ts";
import { db } from "#db/client.ts";
import { mostMissingShown, type RegionDifference } from "#db/region-difference.ts";
import { findRegionImport, type RegionImport } from "#db/region-imports.ts";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: regionsUrl }];
export const meta: MetaFunction = () => [{ title: "Perbedaan wilayah · Melek Desa" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireEditor(request);
  const upload = await uploadOf(params["import"]);
  return { upload, difference: upload.appliedAt ? null : await previewDecree(db, upload.importId) };
}

/** Applies the file as it was looked at. */
export async function action({ request, params }: ActionFunctionArgs) {
  const staff = await requireEditor(request);
  const upload = await uploadOf(params["import"]);
  const sent = await request.formData();
  const ticked = sent.getAll("cabut").filter((code) => typeof code === "string" && /^[\d.]{2,13}$/.test(code)).slice(0, mostMissingShown) as string[];
  const outcome = await applyDecree(db, upload, { staffId: staff.staffId, now: new Date(), fingerprint: sentText(sent, "pratinjau"), ticked });
  if (outcome === "applied") forgetVillageCounts();
  if (outcome === "applied" || outcome === "again") return redirect(`/wilayah/impor/${upload.importId}`, 303);
  return data({ outcome, ticked }, { status: 400 });
}

async function uploadOf(importId: string | undefined): Promise<RegionImport> {
  const upload = isId(importId) ? await findRegionImport(db, importId) : undefined;
  if (!upload) throw notFound();
  return upload;
}

export default function RegionDifferencePage() {
  const { upload, difference } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t, locale } = useCopy();
  return (
    <>
      <p>
        <a className="touch" href="/wilayah/impor">
          {t("regions.importTitle")}
        </a>
      </p>
      <h1>{t("regions.previewTitle")}</h1>
      <p className="muted">{t("regions.previewMeta", { decree: upload.decree, date: formatDate(upload.effectiveOn, locale), file: upload.fileName })}</p>
      {difference ? <Plan difference={difference} importId={upload.importId} refused={answer?.outcome ?? null} ticked={answer?.ticked ?? []} /> : null}
      {upload.appliedAt ? <Applied appliedAt={upload.appliedAt} counts={upload.counts ?? {}} /> : null}
      <p className="next-part">
        <a className="button button-quiet" href="/wilayah/impor">
          {t("regions.anotherFile")}
        </a>
      </p>
    </>
  );
}

interface PlanProps {
  difference: RegionDifference;
  importId: string;
  refused: Exclude<DecreeOutcome, "applied" | "again"> | null;
  ticked: readonly string[];
}

function Plan({ difference, importId, refused, ticked }: PlanProps) {
  const { t } = useCopy();
  const { counts } = difference;
  const isSame = counts.new + counts.renamed + counts.restored + counts.changes + counts.replaced + counts.missing === 0;
  return (
    <form method="post" action={`/wilayah/impor/${importId}`}>
      <input type="hidden" name="pratinjau" value={difference.fingerprint} />
      {refused ? (
        <p className="notice notice-error narrow" role="alert">
          {refused === "changed" ? t("regions.changedNotice") : t("regions.stranded", { ...refused.stranded, count: refused.stranded.children })}
        </p>
      ) : null}
      {isSame ? null : <p>{t("regions.previewIntro")}</p>}
      <DifferenceTotals counts={counts} />
      <DifferenceLists difference={difference} />
      <MissingRegions missing={difference.missing} count={counts.missing} ticked={ticked} />
      {isSame ? (
        <p className="notice narrow">{t("regions.nothing")}</p>
      ) : (
        <div className="narrow next-part">
          <button type="submit" className="button-main">{t("regions.apply")}</button>
        </div>
      )}
    </form>
  );
}

function Applied({ appliedAt, counts }: { appliedAt: Date | string; counts: Record<string, number> }) {
  const { t, locale } = useCopy();
  const total = (name: string) => counts[name] ?? 0;
  return (
    <>
      <p className="notice notice-ok narrow" role="status">
        {t("regions.appliedNotice", { date: formatDate(appliedAt, locale) })}
      </p>
      <Totals
        totals={[
          [t("regions.totalNew"), total("new")],
          [t("regions.totalRenamed"), total("renamed")],
          [t("regions.totalRestored"), total("restored")],
          [t("regions.totalChanges"), total("changes")],
          [t("regions.appliedRetired"), total("retired")],
          [t("regions.totalFaults"), total("faults")],
        ]}
      />
    </>
  );
}
