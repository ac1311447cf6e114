import { useContext } from "react";
import { useCopy } from "#app/i18n/translate.tsx";
import { NonceContext } from "#app/ui/nonce.ts";
import showCardUrl from "./show-card.js?url";

/** Where show-card.js puts its button, in browsers that can read a code through a camera. Nothing is seen elsewhere. */
export function CardCamera() {
  const { t } = useCopy();
  const nonce = useContext(NonceContext);
  return (
    <>
      <section
        id="kamera"
        className="camera"
        hidden
        data-show={t("signIn.cameraShow")}
        data-hint={t("signIn.cameraHint")}
        data-other={t("signIn.cameraOther")}
        data-refused={t("signIn.cameraRefused")}
        data-close={t("signIn.cameraClose")}
      />
      <script src={showCardUrl} nonce={nonce} defer />
    </>
  );
}

/** Somebody else is signed in on the device to which a card is shown. */
export function Occupied({ card }: { card: string }) {
  const { t } = useCopy();
  return (
    <section className="card">
      <h2>{t("signIn.occupiedTitle")}</h2>
      <p>{t("signIn.occupiedText")}</p>
      <form method="post" action="/masuk">
        <input type="hidden" name="kartu" value={card} />
        <button type="submit" className="button-main">{t("signIn.occupiedEnter")}</button>
      </form>
      <a className="touch" href="/">
        {t("signIn.occupiedBack")}
      </a>
    </section>
  );
}
