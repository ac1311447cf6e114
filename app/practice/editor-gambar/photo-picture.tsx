import type { ReactNode } from "react";
import { drawings } from "../drawings.ts";
import { type Box, type Photo, trueLight, whole } from "./photos.ts";
import type { Look } from "./tidy-photo.ts";

/** The side of a cell in the photo's own 48 by 36 units. */
export const cell = 6;

interface PhotoPictureProps {
  readonly photo: Photo;
  readonly look: Look;
  /** Whether all of the photo is shown, with the frame over it. */
  readonly framed?: boolean;
  readonly children?: ReactNode;
}

/** A drawn photo as it looks now; the words below it say what is to be seen. */
export function PhotoPicture({ photo, look: { frame, light }, framed = false, children }: PhotoPictureProps) {
  const [left, top, right, bottom] = framed ? whole : frame;
  const seen = { x: left * cell, y: top * cell, width: (right - left) * cell, height: (bottom - top) * cell };
  const viewBox = `${seen.x} ${seen.y} ${seen.width} ${seen.height}`;
  return (
    <svg className="eg-photo" viewBox={viewBox} aria-hidden="true">
      {/* What is cut away stays away, whatever room is left beside the photo. */}
      <svg {...seen} viewBox={viewBox}>
        <path className="eg-wall" d={outline(whole)} />
        <path className="eg-table" d="M0 27h48v9H0z" />
        {photo.items.map(({ name, drawing, box, subject }) => (
          <svg key={name} className="eg-item" data-subject={subject || undefined} x={box[0] * cell} y={box[1] * cell} width={(box[2] - box[0]) * cell} height={(box[3] - box[1]) * cell} viewBox="2 2 44 33">
            <path d={drawings[drawing]} />
          </svg>
        ))}
        {light !== trueLight && <path className={light < trueLight ? "eg-dark" : "eg-bright"} opacity={Math.abs(trueLight - light) * 0.32} d={outline(whole)} />}
      </svg>
      {framed && <path className="eg-outside" fillRule="evenodd" d={outline(whole) + outline(frame)} />}
      {framed && <path className="eg-frame" d={outline(frame)} />}
      {children}
    </svg>
  );
}

function outline([left, top, right, bottom]: Box): string {
  return `M${left * cell} ${top * cell}H${right * cell}V${bottom * cell}H${left * cell}z`;
}
