export const pilahKartu = {
  task: { sort: "Sort {{all}} cards. Right so far: {{sorted}}." },
  left: "Cards left: {{number}}",
  groups: "Where does this card belong?",
  next: "Next card",
  pile: "Cards in the group {{name}}",
  notice: {
    start: "Read the card. Then press its group. Mistakes are fine.",
    right: "That is right. {{why}}",
    missed: "Not quite. {{why}}",
    back: "That card comes back later. Here is another one.",
    again: "This is the card from before. Try again slowly.",
  },
  hint: {
    to: "{{why}} Press {{name}}.",
    next: "Press Next card.",
    finished: "All cards are in their places.",
  },
};
