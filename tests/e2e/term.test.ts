import { afterClass } from "./term/after-class.ts";
import { beforeClass } from "./term/before-class.ts";
import { duringClass } from "./term/during-class.ts";
import { useStage } from "./term/stage.ts";

// A whole term of one cohort, in its order: each test goes on where the one before it ended.
const stage = useStage();
beforeClass(stage);
duringClass(stage);
afterClass(stage);
