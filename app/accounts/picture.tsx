import { useCopy } from "#app/i18n/translate.tsx";
import { pictureOf } from "./learner-picture.ts";
import picturesUrl from "./learner-pictures.svg?url";

/** The picture that belongs to a learner's number. All are in one file, which a browser fetches once. */
export function Picture({ number, size }: { number: number; size: number }) {
  const { t } = useCopy();
  const { id, name } = pictureOf(number);
  return <img className="picture" src={`${picturesUrl}#${id}`} alt={t(name)} width={size} height={size} />;
}
