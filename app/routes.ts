import { type RouteConfig, index, layout, route } from "@remix-run/route-config";

/** The address book: every URL, in Indonesian, and the module that answers it. */
export default [
  index("routes/start.ts"),
  route("masuk", "routes/account/sign-in.tsx"),
  route("keluar", "routes/account/sign-out.tsx"),
  route("tampilan", "routes/account/display.ts"),

  route("belajar", "routes/learn/home.tsx"),
  route("belajar/:course/:lesson", "routes/learn/lesson.ts"),
  route("belajar/:course/:lesson/latihan", "routes/learn/practice.tsx"),
  route("belajar/:curriculum/tes/:kind", "routes/learn/year-test.tsx"),
  route("belajar/:course/:module/ingat", "routes/learn/review.tsx"),
  route("belajar/:course/:module/ingat/:attempt", "routes/learn/review-result.tsx"),
  route("belajar/:course/:module/kuis", "routes/learn/quiz.tsx"),
  route("belajar/:course/:module/kuis/:attempt", "routes/learn/quiz-result.tsx"),

  layout("routes/staff.tsx", [
    route("mentor", "routes/mentor/cohorts.tsx"),
    route("mentor/panduan", "routes/mentor/guides.tsx"),
    route("mentor/panduan/:course/:lesson", "routes/mentor/guide.tsx"),
    route("mentor/rombel/:cohort", "routes/mentor/board.tsx"),
    route("mentor/rombel/:cohort/peserta-baru", "routes/mentor/register-learner.tsx"),
    route("mentor/rombel/:cohort/tambah", "routes/mentor/enroll-learner.tsx"),
    route("mentor/rombel/:cohort/peserta/:learner", "routes/mentor/learner.tsx"),
    route("mentor/rombel/:cohort/peserta/:learner/latihan/:attempt", "routes/mentor/practice-replay.tsx"),
    route("mentor/rombel/:cohort/peserta/:learner/pin", "routes/mentor/reset-pin.tsx"),
    route("penyunting/fakta", "routes/editor/facts.tsx"),
    route("penyunting/soal", "routes/editor/item-statistics.tsx"),
    route("program", "routes/program/programs.tsx"),
    route("program/:program", "routes/program/completion.tsx"),
  ]),
  route("program/:program/csv", "routes/program/completion-csv.ts"),

  route("sertifikat/saya", "routes/certificates/mine.tsx"),
  route("sertifikat/:code", "routes/certificates/verify.tsx"),
  route("sertifikat/:code/pdf", "routes/certificates/pdf.ts"),

  route("tentang", "routes/about.tsx"),
  route("sehat", "routes/operations/health.ts"),
  route("pekerja-layanan.js", "routes/operations/service-worker.ts"),
  route("*", "routes/not-found.tsx"),
] satisfies RouteConfig;
