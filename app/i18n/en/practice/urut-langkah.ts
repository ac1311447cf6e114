export const urutLangkah = {
  task: { order: "Put {{all}} steps in order. Done: {{placed}}." },
  places: "Order of the steps",
  empty: "Step {{number}} is still empty",
  which: "Which is step {{number}}?",
  aside: "Not one of the steps",
  notice: {
    start: "Press the first step. Mistakes are fine.",
    right: "That is right, it is step {{number}}. What comes next?",
    "one-left": "That is right, it is step {{number}}. Only one more.",
    early: "That step comes later. Something else comes first.",
    "early-why": "That step comes later. {{why}}",
    other: "That is not one of the steps. {{why}}",
  },
  hint: {
    pick: "Press: {{text}}",
    finished: "All steps are in order.",
  },
};
