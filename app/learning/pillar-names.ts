/** What each pillar is called to people who never heard of pillars; the same to learners, mentors and leads, who talk to each other. */
export const pillarNames = {
  cakap: "quiz.pillarCakap",
  etis: "quiz.pillarEtis",
  budaya: "quiz.pillarBudaya",
  aman: "quiz.pillarAman",
} as const;
