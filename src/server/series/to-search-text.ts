/** Longer than any title on a poster, and within what a database index takes. */
const longest = 500;

/**
 * What a title is searched by: lower case, without accents or ligatures, one space between words, straight apostrophes.
 * The same function prepares what is stored and what is typed. Empty for a title of spaces.
 */
export function toSearchText(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{Mark}/gu, '')
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replaceAll('ß', 'ss')
    .replaceAll('ø', 'o')
    .replace(/[’ʼ‘`´]/gu, "'")
    .replace(/[\s\p{Control}]+/gu, ' ')
    .trim()
    .slice(0, longest)
    .toWellFormed();
}
