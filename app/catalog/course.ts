/** One of the four pillars of Indonesian digital literacy (Komdigi). */
export type Pillar = "cakap" | "etis" | "budaya" | "aman";

export const pillars: readonly Pillar[] = ["cakap", "etis", "budaya", "aman"];

export interface LessonSummary {
  id: string;
  slug: string;
  title: string;
  goal: string;
  pillar: Pillar;
  competences: string[];
  minutes: number;
}

export interface Module {
  id: string;
  slug: string;
  title: string;
  lessons: LessonSummary[];
}

export interface Course {
  id: string;
  slug: string;
  title: string;
  modules: Module[];
}

/** Whose courses they are. */
export type Audience = "learners" | "mentors";

/** Courses in their order: what learners are enrolled in for a year, or what their mentors read. */
export interface Syllabus {
  id: string;
  slug: string;
  title: string;
  courses: Course[];
}

/** What learners are enrolled in. */
export interface Curriculum extends Syllabus {
  year: number;
}

/** What a published curriculum version asks of a learner, kept for good with the version. Minutes are on-screen time. */
export interface CurriculumStructure {
  title: string;
  year: number;
  courses: {
    id: string;
    title: string;
    modules: { id: string; title: string; lessons: { id: string; title: string; minutes: number }[] }[];
  }[];
}

/** The part of a curriculum that a version pins. Wording that asks nothing new of a learner, such as a goal, is left out. */
export function structureOf(curriculum: Curriculum): CurriculumStructure {
  return {
    title: curriculum.title,
    year: curriculum.year,
    courses: curriculum.courses.map((course) => ({
      id: course.id,
      title: course.title,
      modules: course.modules.map((module) => ({
        id: module.id,
        title: module.title,
        lessons: module.lessons.map(({ id, title, minutes }) => ({ id, title, minutes })),
      })),
    })),
  };
}

/** The ids of every lesson and of every module (each has one quiz) that the version asks for, in order. */
export function requirementsOf(structure: CurriculumStructure): { lessonIds: string[]; moduleIds: string[] } {
  const modules = structure.courses.flatMap((course) => course.modules);
  return {
    lessonIds: modules.flatMap((module) => module.lessons.map((lesson) => lesson.id)),
    moduleIds: modules.map((module) => module.id),
  };
}
