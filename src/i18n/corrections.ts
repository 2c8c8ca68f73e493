import { formatDay } from './format';

/** A corrective declaration, and the one that it cancels and replaces. */
export type CorrectionWords = { readonly number: number; readonly replaces: number; readonly submittedAt: Date };

/** The mention that an organism looks for first, in a subject and on a document. */
export function describeCorrection({ number, replaces, submittedAt }: CorrectionWords): string {
  return `Déclaration rectificative n°\u00a0${number}\u00a0: annule et remplace la déclaration n°\u00a0${replaces} du ${formatDay(submittedAt)}`;
}
