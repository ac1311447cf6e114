import { createContext, type FormEvent, type MouseEvent, type ReactNode, useContext, useState } from "react";
import { useCopy } from "#app/i18n/translate.tsx";
import iconUrl from "./icon.svg?url";

export type TextSize = "normal" | "large" | "largest";

/** Whether the learner has just called for help: the address says so, as the page itself may be one document for everyone. */
export const HelpAskedContext = createContext(false);

/** The page around its content: a bar with who is here, the content, and the same help at the same place on every page. */
export function Frame({ who, home, here, textSize, forStaff = false, isHelpAsked, ownForm, staysHere = false, children }: FrameProps) {
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
        {forStaff ? null : who !== null && home === "/belajar" ? <HelpForm here={here} isKnownAsked={isHelpAsked} inForm={ownForm?.callsHelp ? ownForm.id : undefined} /> : <span>{t("layout.help")}</span>}
        {ownForm ? <DisplayButtons textSize={textSize} ownForm={ownForm} /> : <DisplayForm here={staysHere ? null : here} textSize={textSize} />}
        {forStaff && who !== null && here !== "/sandi" ? <a href="/sandi">{t("layout.password")}</a> : null}
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
  /** Whether the learner's call is open, where the page knows. */
  isHelpAsked?: boolean;
  /** The form of a page that must not be left: a change of text size or language goes with it, and comes back with all that it holds. */
  ownForm?: OwnForm | undefined;
  /** Set where the page's own address takes a change of text size or language: the reader comes back to the anchor where they were. */
  staysHere?: boolean;
  children: ReactNode;
}

interface OwnForm {
  id: string;
  /** The call for help goes with it too. */
  callsHelp?: boolean;
  /** Where React runs: does what a button of text size or language says, without sending the form. */
  choose?: (event: MouseEvent<HTMLButtonElement>) => void;
}

/** Calls the mentor, or takes the call back. */
function HelpForm({ here, isKnownAsked, inForm }: { here: string; isKnownAsked: boolean | undefined; inForm: string | undefined }) {
  const { t } = useCopy();
  const isAskedByAddress = useContext(HelpAskedContext);
  const [sent, setSent] = useState<boolean | null>(null);
  const isAsked = sent ?? isKnownAsked ?? isAskedByAddress;
  const label = isAsked ? t("layout.helpCancel") : t("layout.helpAsk");
  const task = isAsked ? "batal" : "minta";
  const told = isAsked ? <span role="status">{t("layout.helpAsked")} </span> : null;
  if (inForm) {
    return (
      <span className="help">
        {told}
        <button type="submit" form={inForm} name="bantuan" value={task} formNoValidate className="button-quiet">
          {label}
        </button>
      </span>
    );
  }
  return (
    <form method="post" action="/belajar/bantuan" className="help" onSubmit={(event) => sendAside(event, () => setSent(!isAsked))}>
      <input type="hidden" name="kembali" value={here} />
      {told}
      <button type="submit" name="bantuan" value={task} className="button-quiet">
        {label}
      </button>
    </form>
  );
}

/** Where React runs the page keeps what was done on it: the call goes out beside it. */
function sendAside(event: FormEvent<HTMLFormElement>, whenSent: () => void): void {
  event.preventDefault();
  const form = event.currentTarget;
  const { submitter } = event.nativeEvent as SubmitEvent;
  const task = submitter instanceof HTMLButtonElement ? submitter.value : "minta";
  fetch(form.action, { method: "POST", body: new URLSearchParams({ kembali: location.pathname, bantuan: task }), redirect: "manual" }).then(whenSent, () => form.submit());
}

/** `here`: the path to come back to; null where the page's own address takes the form, and its anchor comes along. */
function DisplayForm({ here, textSize }: { here: string | null; textSize: TextSize }) {
  return (
    <form method="post" action={here === null ? undefined : "/tampilan"}>
      {here === null ? null : <input type="hidden" name="kembali" value={here} />}
      <DisplayButtons textSize={textSize} />
    </form>
  );
}

function DisplayButtons({ textSize, ownForm }: { textSize: TextSize; ownForm?: OwnForm }) {
  const { t, locale } = useCopy();
  const sizes = [
    ["normal", t("layout.textNormal")],
    ["large", t("layout.textLarge")],
    ["largest", t("layout.textLargest")],
  ] as const;
  const sending = { type: "submit" as const, ...(ownForm ? { form: ownForm.id, formNoValidate: true, onClick: ownForm.choose } : {}) };
  return (
    <div className="sizes">
      {sizes.map(([size, label]) => (
        <button {...sending} key={size} name="huruf" value={size} className={`button-plain size-${size}`} aria-label={label} aria-pressed={size === textSize}>
          A
        </button>
      ))}
      {locale === "id" ? (
        <button {...sending} name="bahasa" value="en" className="button-plain" lang="en">
          {t("layout.english")}
        </button>
      ) : (
        <button {...sending} name="bahasa" value="id" className="button-plain" lang="id">
          {t("layout.indonesian")}
        </button>
      )}
    </div>
  );
}
