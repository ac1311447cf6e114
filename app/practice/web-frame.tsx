import type { ReactNode } from "react";

/** A phone with a page on its screen. */
export function WebFrame({ label, children }: { label: string; children: ReactNode }) {
  return <div className="web"><div className="web-screen" role="group" aria-label={label}>{children}</div></div>;
}

/** The paper that lies beside the phone. */
export function PaperNote({ title, children }: { title: string; children: ReactNode }) {
  return <div className="web-note"><p><b>{title}</b></p>{children}</div>;
}
