import type { CopyKey } from "#app/i18n/translate.tsx";

/**
 * The pictures by which learners know their own card and line, as drawn in learner-pictures.svg, and what they are
 * called. Cards are printed with them: the order stays as it is.
 */
const pictures = [
  ["rice", "signIn.pictureRice"],
  ["rooster", "signIn.pictureRooster"],
  ["buffalo", "signIn.pictureBuffalo"],
  ["palm", "signIn.picturePalm"],
  ["kite", "signIn.pictureKite"],
  ["fish", "signIn.pictureFish"],
  ["boat", "signIn.pictureBoat"],
  ["house", "signIn.pictureHouse"],
  ["bicycle", "signIn.pictureBicycle"],
  ["umbrella", "signIn.pictureUmbrella"],
  ["sun", "signIn.pictureSun"],
  ["moon", "signIn.pictureMoon"],
  ["melon", "signIn.pictureMelon"],
  ["flower", "signIn.pictureFlower"],
  ["banana", "signIn.pictureBanana"],
  ["butterfly", "signIn.pictureButterfly"],
  ["bird", "signIn.pictureBird"],
  ["cat", "signIn.pictureCat"],
  ["mountain", "signIn.pictureMountain"],
  ["hat", "signIn.pictureHat"],
  ["kettle", "signIn.pictureKettle"],
  ["corn", "signIn.pictureCorn"],
  ["key", "signIn.pictureKey"],
  ["tortoise", "signIn.pictureTortoise"],
] as const satisfies readonly (readonly [id: string, name: CopyKey])[];

export type PictureId = (typeof pictures)[number][0];

export interface LearnerPicture {
  id: PictureId;
  name: CopyKey;
}

/** A learner's picture, by their number in the centre: 24 who were registered one after another have 24 different ones. */
export function pictureOf(number: number): LearnerPicture {
  const [id, name] = pictures[(number - 1) % pictures.length] ?? pictures[0];
  return { id, name };
}

/** The ids of all pictures, in the order in which numbers get them. */
export const pictureIds: readonly PictureId[] = pictures.map(([id]) => id);
