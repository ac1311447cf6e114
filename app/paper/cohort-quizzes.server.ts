import type { Kysely } from "kysely";
import { catalog, findModule } from "#app/catalog/catalog.server.ts";
import type { Quiz } from "#app/learning/question.ts";
import type { CohortSummary } from "#db/cohorts.ts";
import { findVersionStructure } from "#db/reports.ts";
import type { Database } from "#db/schema.ts";

export interface CohortQuiz {
  moduleId: string;
  title: string;
  quiz: Quiz;
}

/** The quizzes of a cohort's curriculum that are served, in its order. */
export async function listCohortQuizzes(db: Kysely<Database>, { curriculumVersionId }: Pick<CohortSummary, "curriculumVersionId">): Promise<CohortQuiz[]> {
  const structure = await findVersionStructure(db, curriculumVersionId);
  const modules = structure?.courses.flatMap((course) => course.modules) ?? [];
  return modules.flatMap(({ id }) => {
    const [module, quiz] = [findModule(id), catalog().quizzes[id]];
    return module && quiz ? [{ moduleId: id, title: module.title, quiz }] : [];
  });
}
