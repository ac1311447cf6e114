import { attendance } from "./attendance.ts";
import { cards } from "./cards.ts";
import { certificates } from "./certificates.ts";
import { cohort } from "./cohort.ts";
import { devices } from "./devices.ts";
import { editor } from "./editor.ts";
import { layout } from "./layout.ts";
import { learn } from "./learn.ts";
import { mentor } from "./mentor.ts";
import { paper } from "./paper.ts";
import { practice } from "./practice.ts";
import { program } from "./program.ts";
import { quiz } from "./quiz.ts";
import { signIn } from "./sign-in.ts";
import { training } from "./training.ts";

/** All copy in English, for partners. Its keys are those of Indonesian: a test holds it. */
export const en = { attendance, cards, certificates, cohort, devices, editor, layout, learn, mentor, paper, practice, program, quiz, signIn, training };
