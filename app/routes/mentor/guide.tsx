import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { notFound, requireStaff } from "#app/accounts/access.server.ts";
import { mayReadLessons } from "#app/accounts/role.ts";
import { catalog, findLesson } from "#app/catalog/catalog.server.ts";
import { useCopy } from "#app/i18n/translate.tsx";
import guideUrl from "#app/mentoring/guide.css?url";
import { GuideSheet } from "#app/mentoring/guide-sheet.tsx";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: guideUrl }];
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Panduan: ${data?.title ?? ""} · Melek Desa` }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const staff = await requireStaff(request);
  const place = findLesson(params["course"] ?? "", params["lesson"] ?? "");
  const guide = place && catalog().guides[place.summary.id];
  if (!guide) throw notFound();
  const { course, module, summary } = place;
  const lessonPath = mayReadLessons(staff) ? `/mentor/pelajaran/${course.slug}/${summary.slug}` : null;
  return { lessonPath, id: summary.id, course: course.title, module: module.title, title: summary.title, goal: summary.goal, guide };
}

export default function GuidePage() {
  const { lessonPath, id, course, module, title, goal, guide } = useLoaderData<typeof loader>();
  const { t } = useCopy();
  return (
    <article className="guide-page">
      <p className="muted no-print">
        <a className="touch" href="/mentor/panduan">
          {t("mentor.backToGuides")}
        </a>
      </p>
      <p className="muted place" lang="id">
        {id} · {course} · {module}
      </p>
      <h1 lang="id">{title}</h1>
      <p>
        <strong>{t("mentor.guideGoal")}</strong> <span lang="id">{goal}</span>
      </p>
      {lessonPath ? (
        <p className="no-print">
          <a className="button button-quiet" href={lessonPath}>
            {t("mentor.openLesson")}
          </a>
        </p>
      ) : null}
      <GuideSheet guide={guide} />
      <p className="muted no-print">{t("mentor.guidePrint")}</p>
    </article>
  );
}
