import type { ReactNode } from "react";
import { useCopy } from "#app/i18n/translate.tsx";

/** How wide every picture is drawn, in its own units; about a phone's width in pixels, so that its letters are as large as the text around. */
export const pictureWidth = 340;

export interface PictureProps {
  /** Of the page's own; names its title, its description and its hatching. */
  id: string;
  title: string;
  /** What the picture shows, in a sentence. */
  fact: string;
  /** Set where the sentence would only repeat what the picture says in letters: it is told to those who do not see it. */
  isFactHidden?: boolean;
  height: number;
  children: ReactNode;
  /** The same as a table. */
  table: ReactNode;
}

/** A drawn picture with its main fact in words, and the numbers behind it as a table. */
export function Picture({ id, title, fact, isFactHidden = false, height, children, table }: PictureProps) {
  const { t } = useCopy();
  return (
    <section className="chart" aria-label={title}>
      <h2>{title}</h2>
      {isFactHidden ? null : <p>{fact}</p>}
      <svg role="img" aria-labelledby={`${id}-title ${id}-desc`} viewBox={`0 0 ${pictureWidth} ${height}`} width={pictureWidth} height={height}>
        <title id={`${id}-title`}>{title}</title>
        <desc id={`${id}-desc`}>{fact}</desc>
        <defs>
          <pattern id={hatchOf(id)} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect className="fill" width="2.5" height="6" />
          </pattern>
        </defs>
        {children}
      </svg>
      <details className="no-print">
        <summary>{t("pictures.asTable")}</summary>
        <div className="wide">{table}</div>
      </details>
    </section>
  );
}

/** The name of a picture's hatching: what lies between two numbers is drawn with it. */
export function hatchOf(pictureId: string): string {
  return `${pictureId}-hatch`;
}
