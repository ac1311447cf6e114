/** Sentences of the simulator Formulir. */
export const formulir = {
  task: {
    fill: "Fill in {{all}} required fields. Right so far: {{right}}.",
    skip: "Leave empty the fields that are not needed",
    send: "Send the form",
  },
  note: "Paper with practice data",
  screen: "Phone screen: form",
  star: "The sign * means it must be filled in.",
  required: "required",
  send: "Send",
  fault: {
    empty: "This field is required. Please fill it in.",
    number: "This field takes numbers only.",
    other: "Not the same as on the paper yet. Look again.",
    optional: "This field is not required. Leave it empty.",
    avoid: "Leave it empty. {{why}}",
  },
  notice: {
    start: "Fill in what the paper says. Mistakes are fine.",
    filled: "{{label}} is filled in.",
    emptied: "{{label}} is empty now.",
    optional: "{{label}} is not required. Leave it empty.",
    avoid: "{{label}} need not be filled in. {{why}}",
    "not-yet": "Not sent yet. Check {{label}}. All the rest is still there.",
    sent: "The form is sent. Well done!",
  },
  hint: {
    type: "Fill in {{label}}: {{text}}",
    pick: "At {{label}}, tap {{text}}.",
    empty: "Delete what is in {{label}}.",
    unpick: "Tap {{text}} again to leave it empty.",
    send: "Everything is right. Tap Send.",
    finished: "The form has been sent.",
  },
} as const;
