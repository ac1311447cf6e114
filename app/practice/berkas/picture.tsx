import { type Photo, photos } from "./photos.ts";

/** A drawn photo; its name stands beside it. */
export function Picture({ photo }: { photo: Photo }) {
  return <svg className="bk-photo" viewBox="0 0 48 36" aria-hidden="true"><path d={photos[photo]} /></svg>;
}
