import { formatDate } from "#app/i18n/locale.ts";
import { useCopy } from "#app/i18n/translate.tsx";
import type { ListedDevice } from "#db/paired-devices.ts";

/** A centre's paired devices, each with a button that ends its pairing. */
export function DeviceList({ center, hereId }: { center: { key: string; name: string; village: string; devices: ListedDevice[] }; hereId: string | null }) {
  const { t, locale } = useCopy();
  return (
    <section>
      <h2>{t("devices.listTitle", { center: center.name, village: center.village })}</h2>
      <ul className="plain people">
        {center.devices.map(({ deviceId, name, pairedAt, pairedBy }) => (
          <li key={deviceId}>
            <span>
              <strong>{name}</strong> {deviceId === hereId ? <span className="ok">({t("devices.thisOne")})</span> : null}
              <br />
              <span className="muted">{t("devices.pairedBy", { date: formatDate(pairedAt, locale), name: pairedBy })}</span>
            </span>
            <form method="post" action="/mentor/perangkat">
              <button type="submit" name="lepas" value={deviceId} className="button-quiet">
                {t("devices.end")} <span className="visually-hidden">{t("devices.endFor", { name })}</span>
              </button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  );
}
