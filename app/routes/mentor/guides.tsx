import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireStaff } from "#app/accounts/access.server.ts";
import { mayReadLessons } from "#app/accounts/role.ts";
import { catalog } from "#app/catalog/catalog.server.ts";
import { useCopy } from "#app/i18n/translate.tsx";

export const meta: MetaFunction = () => [{ title: "Panduan mengajar · Melek Desa" }];

export async function loader({ request }: LoaderFunctionArgs) {
  const staff = await requireStaff(request);
  const { curricula, guides } = catalog();
  const courses = curricula.flatMap((curriculum) => curriculum.courses);
  return {
    mayRead: mayReadLessons(staff),
    courses: courses
      .map(({ slug, title, modules }) => ({
        slug,
        title,
        modules: modules
          .map((module) => ({ id: module.id, title: module.title, lessons: module.lessons.filter((lesson) => guides[lesson.id]).map(({ id, slug: lessonSlug, title: name }) => ({ id, slug: lessonSlug, title: name })) }))
          .filter(({ lessons }) => lessons.length > 0),
      }))
      .filter(({ modules }) => modules.length > 0),
  };
}

export default function Guides() {
  const { courses, mayRead } = useLoaderData<typeof loader>();
  const { t } = useCopy();
  return (
    <>
      <h1>{t("mentor.guidesTitle")}</h1>
      <p className="narrow">{t("mentor.guidesIntro")}</p>
      {courses.length === 0 ? <p className="notice narrow">{t("mentor.noGuides")}</p> : null}
      {courses.map((course) => (
        <section key={course.slug} className="guides next-part" aria-labelledby={`kursus-${course.slug}`}>
          <h2 id={`kursus-${course.slug}`} lang="id">
            {course.title}
          </h2>
          <div className="columns">
            {course.modules.map((module) => (
              <section key={module.id} className="card cohort" aria-labelledby={`modul-${module.id}`}>
                <h3 id={`modul-${module.id}`} lang="id">
                  {module.title}
                </h3>
                <ul className="plain">
                  {module.lessons.map((lesson) => (
                    <li key={lesson.id}>
                      <a className="touch" href={`/mentor/panduan/${course.slug}/${lesson.slug}`} lang="id">
                        {lesson.id} {lesson.title}
                      </a>
                      {mayRead ? (
                        <a className="touch muted" href={`/mentor/pelajaran/${course.slug}/${lesson.slug}`}>
                          {t("mentor.openLesson")} <span className="visually-hidden" lang="id">{lesson.title}</span>
                        </a>
                      ) : null}
                    </li>
                  ))}
                </ul>
              </section>
            ))}
          </div>
        </section>
      ))}
    </>
  );
}
