import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { copyIn } from "#app/i18n/i18n.server.ts";
import { CopyProvider } from "#app/i18n/translate.tsx";
import { MentorList } from "#app/mentoring/mentor-list.tsx";

it("tells until when a substitute stands in, and why", () => {
  const since = new Date("2026-11-02T00:00:00Z");
  const dewi = { rowId: "1", staffId: "1", name: "Dewi", username: "dewi", since, until: null, reason: null, endedAt: null };
  const agus = { ...dewi, rowId: "2", staffId: "2", name: "Agus", until: new Date("2026-11-29T17:00:00Z"), reason: "Cuti melahirkan" };
  const html = renderToStaticMarkup(
    <CopyProvider value={copyIn("id")}>
      <MentorList mentors={[dewi, agus]} viewerId="1" isLead={false} mayDecide={false} path="/" villageCode="35.05.04.2014" />
    </CopyProvider>,
  );
  expect(html.replaceAll(/<[^>]+>/g, " ").replaceAll(/\s+/g, " ").trim()).toBe(
    "Dewi (Ibu/Bapak) Sejak 2 November 2026. Agus Sejak 2 November 2026. Pengganti sampai 29 November 2026. Setelah itu aksesnya berakhir sendiri. Alasan: Cuti melahirkan",
  );
});
