import { stuckReason } from "#app/mentoring/stuck.ts";
import { judge, kolibriSays, labelledSet, type LearnerKind } from "../mentoring/stuck-set.ts";

/** `npm run bench:stuck`: how well the rule for the board during class finds who is stuck, beside Kolibri's, on 1,200 made-up people. */
const set = labelledSet(20261122, 100);
const says = {
  ours: (one: (typeof set)[number]) => stuckReason(one.signals) !== null,
  Kolibri: kolibriSays,
};
for (const [rule, rules] of Object.entries(says)) {
  const { precision, recall, found, stuck } = judge(rule, set, rules);
  console.log(`${rule.padEnd(8)} precision ${precision.toFixed(3)}  recall ${recall.toFixed(3)}  called ${found}, stuck ${stuck} of ${set.length}`);
}
console.log("\nCalled stuck, by what people really are:");
for (const kind of new Set<LearnerKind>(set.map((one) => one.kind))) {
  const these = set.filter((one) => one.kind === kind);
  const share = (rule: (one: (typeof set)[number]) => boolean) => `${Math.round((100 * these.filter(rule).length) / these.length)} %`.padStart(6);
  console.log(`${kind.padEnd(18)} ${String(these.length).padStart(4)} people   ours ${share(says.ours)}   Kolibri ${share(says.Kolibri)}`);
}
