import type { Copy } from "#app/i18n/translate.tsx";

/** A curriculum that figures can be told of apart. */
export interface NamedCurriculum {
  id: string;
  title: string;
  year: number;
}

/** A curriculum as one says it: `Tahun 1: Mengenal Internet`. */
export function curriculumName({ year, title }: NamedCurriculum, { t }: Copy): string {
  return t("area.curriculum", { year, title });
}

/** Which years of learning figures are of; the only one where there is one. */
export function curriculumText(curricula: readonly NamedCurriculum[], chosen: string | null, copy: Copy): string {
  const one = curricula.length === 1 ? curricula[0] : curricula.find(({ id }) => id === chosen);
  return one ? curriculumName(one, copy) : copy.t("area.allCurricula");
}
