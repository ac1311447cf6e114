import { describe, expect, it } from "vitest";
import type { WorkOfDay } from "#app/programs/anomalies/anomaly.ts";
import { coursesRead } from "#app/programs/anomalies/courses-read.server.ts";
import { findAnomalies } from "#app/programs/anomalies/find-anomalies.ts";
import type { Zone } from "#app/mentoring/village-clock.ts";
import { chanceOf, honestly, lesson, nothing, sheet } from "./classes.ts";

const hours = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opens: "08:00", closes: "16:00" }));
const learners = Array.from({ length: 24 }, (_none, index) => index + 1);
/** A Thursday. */
const at = (time: string) => new Date(`2026-11-19T${time}:00+07:00`);
const onPc = (time: string, people: number) => learners.slice(0, people).map((learner) => ({ enrollmentId: `learner ${learner}`, doneAt: at(time) }));
const found = (work: Partial<WorkOfDay>, zone: Zone = "WIB") => findAnomalies({ ...nothing, center: { hours, sessions: [] }, ...work }, zone, coursesRead);

describe("work on a center's devices", () => {
  it("is asked about when five or more did it more than an hour before it opens or after it closes", () => {
    expect(found({ atCenter: onPc("17:01", 5) })).toEqual([{ kind: "hours", people: 5 }]);
    expect(found({ atCenter: onPc("06:59", 24) })).toEqual([{ kind: "hours", people: 24 }]);
    expect([found({ atCenter: onPc("17:00", 24) }), found({ atCenter: onPc("07:00", 24) }), found({ atCenter: onPc("23:00", 4) })]).toEqual([[], [], []]);
  });

  it("is asked about on days on which it is closed, on the village's clock", () => {
    const saturday = onPc("10:00", 6).map((work) => ({ ...work, doneAt: new Date("2026-11-21T10:00:00+07:00") }));
    expect(found({ atCenter: saturday })).toEqual([{ kind: "hours", people: 6 }]);
    expect([found({ atCenter: onPc("16:30", 6) }), found({ atCenter: onPc("16:30", 6) }, "WITA")]).toEqual([[], [{ kind: "hours", people: 6 }]]);
  });

  it("is not while something is planned there, however late", () => {
    const sessions = [{ startsAt: at("19:00"), minutes: 90 }];
    expect(found({ atCenter: onPc("21:30", 24), center: { hours, sessions } })).toEqual([]);
    expect(found({ atCenter: onPc("21:31", 24), center: { hours, sessions } })).toEqual([{ kind: "hours", people: 24 }]);
  });

  it("counts nobody twice", () => {
    expect(found({ atCenter: [...onPc("20:00", 5), ...onPc("21:00", 4)] })).toEqual([{ kind: "hours", people: 5 }]);
  });
});

describe("work elsewhere", () => {
  const random = chanceOf(3);
  const quizzes = (people: number, perDevice: number) =>
    learners.slice(0, people).map((learner) => sheet({ learner, opened: learner * 12, handedIn: learner * 12 + 6, device: `device ${Math.floor((learner - 1) / perDevice)}`, answers: honestly(0.8, random), random }, at("19:00")));

  it("on people's own phones is asked about at no hour, neither quizzes nor lessons", () => {
    const lessons = learners.map((learner) => lesson(learner, "A1.1", 0, at("23:30")));
    expect(found({ quizzes: quizzes(24, 1), lessons })).toEqual([]);
    expect(found({ quizzes: quizzes(24, 2) })).toEqual([]);
    expect(found({ quizzes: quizzes(24, 24).map((quiz) => ({ ...quiz, device: null })) })).toEqual([]);
  });

  it("on devices that three or more shared is, as none of these is anybody's own", () => {
    expect(found({ quizzes: quizzes(6, 3) })).toEqual([{ kind: "hours", people: 6 }]);
    expect(found({ quizzes: quizzes(4, 4) })).toEqual([]);
  });
});

describe("a center whose hours are not recorded", () => {
  it("is asked about work at night, wherever it was done, and about nothing earlier", () => {
    const center = { hours: [], sessions: [] };
    expect(found({ atCenter: onPc("20:00", 24), center })).toEqual([]);
    expect(found({ lessons: learners.map((learner) => lesson(learner, "A1.1", 0, at("23:00"))), center })).toEqual([{ kind: "night", people: 24 }]);
  });
});
