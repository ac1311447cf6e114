/** How much a national set holds. Each is an environment variable of the same name in capitals. */
export interface Size {
  /** Villages with a center and a cohort, at most 83,762: those of Kabupaten Garut first. */
  villages: number;
  learners: number;
  /** Lessons done, quizzes handed in and practices finished, about. */
  events: number;
}

/** How many times larger the large set is than the small one, in people and in what they did, over the same villages. */
export const times = 50;

export function sizeFrom(env: NodeJS.ProcessEnv): Size {
  const read = (name: string, otherwise: number) => {
    const given = Number(env[name] ?? otherwise);
    if (!Number.isInteger(given) || given < 1) throw new Error(`${name} must be a whole number of 1 or more`);
    return given;
  };
  return { villages: Math.min(read("VILLAGES", 1000), 83_762), learners: read("LEARNERS", 100_000), events: read("EVENTS", 2_000_000) };
}

export function smaller({ villages, learners, events }: Size): Size {
  return { villages, learners: Math.max(1, Math.round(learners / times)), events: Math.max(1, Math.round(events / times)) };
}
