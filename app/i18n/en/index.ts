import { accounts } from "./accounts.ts";
import { area } from "./area.ts";
import { attendance } from "./attendance.ts";
import { cards } from "./cards.ts";
import { certificates } from "./certificates.ts";
import { classroom } from "./classroom.ts";
import { cohort } from "./cohort.ts";
import { devices } from "./devices.ts";
import { consent } from "./consent.ts";
import { editor } from "./editor.ts";
import { intake } from "./intake.ts";
import { layout } from "./layout.ts";
import { learn } from "./learn.ts";
import { mentor } from "./mentor.ts";
import { messages } from "./messages.ts";
import { paper } from "./paper.ts";
import { practice } from "./practice.ts";
import { program } from "./program.ts";
import { quiz } from "./quiz.ts";
import { regions } from "./regions.ts";
import { reports } from "./reports.ts";
import { plan } from "./plan.ts";
import { roles } from "./roles.ts";
import { spread } from "./spread.ts";
import { signIn } from "./sign-in.ts";
import { training } from "./training.ts";

/** All copy in English, for partners. Its keys are those of Indonesian: a test holds it. */
export const en = { accounts, area, attendance, cards, certificates, classroom, cohort, consent, devices, editor, intake, layout, learn, mentor, messages, paper, practice, program, quiz, regions, reports, signIn, training, plan, roles, spread };
