import type { ReactNode } from "react";
import { useCopy } from "#app/i18n/translate.tsx";
import iconUrl from "./icon.svg?url";

export type TextSize = "normal" | "large" | "largest";

/** The page around its content: a bar with who is here, the content, and the same help at the same place on every page. */
export function Frame({ who, home, here, textSize, forStaff = false, children }: FrameProps) {
  const { t } = useCopy();
  return (
    <>
      <a className="skip" href="#isi">
        {t("layout.skip")}
      </a>
      <header className="bar">
        <a className="brand" href={home}>
          <img src={iconUrl} alt="" width={32} height={32} />
          <span>{t("layout.appName")}</span>
        </a>
        {who === null ? null : (
          <>
            <span className="who">{who}</span>
            <form method="post" action="/keluar">
              <button type="submit" className="button-plain">{t("layout.signOut")}</button>
            </form>
          </>
        )}
      </header>
      <main id="isi">{children}</main>
      <footer className="foot">
        {forStaff ? null : <span>{t("layout.help")}</span>}
        <DisplayForm here={here} textSize={textSize} />
        <a href="/tentang">{t("layout.about")}</a>
      </footer>
    </>
  );
}

interface FrameProps {
  /** The name of who is signed in; null when nobody is. */
  who: string | null;
  home: string;
  /** The path to come back to after a change of text size or language. */
  here: string;
  textSize: TextSize;
  /** Staff are who others call for help. */
  forStaff?: boolean;
  children: ReactNode;
}

function DisplayForm({ here, textSize }: { here: string; textSize: TextSize }) {
  const { t, locale } = useCopy();
  const sizes = [
    ["normal", t("layout.textNormal")],
    ["large", t("layout.textLarge")],
    ["largest", t("layout.textLargest")],
  ] as const;
  return (
    <form method="post" action="/tampilan" className="sizes">
      <input type="hidden" name="kembali" value={here} />
      {sizes.map(([size, label]) => (
        <button type="submit" key={size} name="huruf" value={size} className={`button-plain size-${size}`} aria-label={label} aria-pressed={size === textSize}>
          A
        </button>
      ))}
      {locale === "id" ? (
        <button type="submit" name="bahasa" value="en" className="button-plain" lang="en">
          {t("layout.english")}
        </button>
      ) : (
        <button type="submit" name="bahasa" value="id" className="button-plain" lang="id">
          {t("layout.indonesian")}
        </button>
      )}
    </form>
  );
}
