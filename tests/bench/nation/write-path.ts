import { type Kysely, sql } from "kysely";
import { catalog } from "#app/catalog/catalog.server.ts";
import { submitQuiz } from "#app/learning/submit-quiz.server.ts";
import { newId } from "#db/ids.ts";
import type { Database } from "#db/schema.ts";
import { median } from "./cost.ts";

interface Learner {
  villageCode: string;
  learnerId: string;
  enrollmentId: string;
}

/** What a quiz submission takes, in ms at the median, where each is somebody else's first work of the day: what counting costs most. */
export interface WritePath {
  small: number;
  large: number;
  /** In the large set, while nothing is noted for counting. */
  uncounted: number;
  /** The middle one of the turns' own ratios. */
  largeToSmall: number;
  countedToUncounted: number;
}

const [people, chunk] = [250, 25];

export async function measureWrites(small: Kysely<Database>, large: Kysely<Database>, rounds: number): Promise<WritePath> {
  const learners = { small: await chosenFrom(small), large: await chosenFrom(large) };
  const seen = { small: [] as number[], large: [] as number[], uncounted: [] as number[] };
  // They take turns, so that whatever else the machine does weighs on all of them; the first round warms up.
  for (let turn = 0; turn < (rounds + 1) * (people / chunk); turn += 1) {
    const times = { small: [] as number[], large: [] as number[], uncounted: [] as number[] };
    for (let sent = 0; sent < chunk; sent += 1) {
      times.small.push(await handIn(small, learners.small, turn * chunk + sent));
      times.large.push(await handIn(large, learners.large, turn * chunk + sent));
    }
    await sql`alter table quiz_attempt disable trigger user`.execute(large);
    for (let sent = 0; sent < chunk; sent += 1) times.uncounted.push(await handIn(large, learners.large, turn * chunk + sent));
    await sql`alter table quiz_attempt enable trigger user`.execute(large);
    if (turn >= people / chunk) for (const what of ["small", "large", "uncounted"] as const) seen[what].push(median(times[what]));
  }
  const ratio = (one: number[], other: number[]) => median(one.map((ms, turn) => ms / (other[turn] ?? NaN)));
  return {
    small: median(seen.small),
    large: median(seen.large),
    uncounted: median(seen.uncounted),
    largeToSmall: ratio(seen.large, seen.small),
    countedToUncounted: ratio(seen.large, seen.uncounted),
  };
}

async function handIn(db: Kysely<Database>, learners: readonly Learner[], turn: number): Promise<number> {
  const { quiz, items, answers } = passedQuiz();
  const learner = learners[turn % learners.length] as Learner;
  const began = performance.now();
  await submitQuiz(db, { ...learner, formId: newId(), quiz, items, answers }, new Date());
  return performance.now() - began;
}

/** A quiz of which everything with one right choice is asked, and answered rightly: then it is looked whether a certificate is earned. */
function passedQuiz() {
  const [quiz] = Object.values(catalog().quizzes);
  if (!quiz) throw new Error("no quiz is compiled");
  const asked = quiz.questions.flatMap((question) => (question.kind === "one" ? [question] : []));
  const items = asked.map(({ id, options }) => ({ id, shown: options.map((option) => option.id) }));
  const answers = Object.fromEntries(asked.map(({ id, options }) => [id, options.filter(({ correct }) => correct).map((option) => option.id)]));
  return { quiz, items, answers };
}

/** People from all over the country, the same number of each set. */
async function chosenFrom(db: Kysely<Database>): Promise<Learner[]> {
  const { rows } = await sql<Learner>`
    select village_code as "villageCode", learner_id as "learnerId", id as "enrollmentId" from enrollment
    order by hashtextextended(id::text, 5) limit ${people}`.execute(db);
  return rows;
}
