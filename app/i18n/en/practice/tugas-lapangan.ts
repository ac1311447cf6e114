export const tugasLapangan = {
  task: { plan: "Make a plan. Done: {{done}} of {{all}}.", steps: "Tick what is done. Done: {{done}} of {{all}}." },
  plan: "My plan",
  open: "not chosen yet",
  change: "Change",
  list: "Is it done?",
  later: "Not yet? Copy the plan on paper. Do it first, then come back.",
  show: "Show it to your mentor",
  mentor: "Your mentor signs after seeing it.",
  notice: {
    start: "Make a plan first. Every choice is fine.",
    chosen: "Good, it is written down. Choose the next.",
    planned: "The plan is ready. Is it done? Tick one by one.",
    change: "You may change it. Choose again.",
    ticked: "Well done! {{left}} left.",
    unticked: "The tick is gone. That is fine.",
  },
  hint: {
    plan: "Every choice is fine. For example, press: {{text}}.",
    tick: "Is it done? Press: {{text}}.",
    finished: "The plan and the list are complete.",
  },
};
