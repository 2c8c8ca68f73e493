/**
 * Lower case, without accents, ligatures or punctuation, one space between words: what headers, statuses and months are compared
 * by. `%` and `€` stay.
 */
export function toPlainWords(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .replace(/[^a-z0-9%€]+/g, ' ')
    .trim();
}
