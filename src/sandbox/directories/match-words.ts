/** Lower case, without accents nor punctuation, one space between words. */
export function normalizeWords(content: string): string {
  return content
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .replace(/œ/giu, 'oe')
    .replace(/[^\p{Letter}\p{Number}]+/gu, ' ')
    .trim()
    .toLowerCase();
}

/** Whether every word searched begins a word of the text. */
export function matchesWords(content: string, searched: string): boolean {
  const words = normalizeWords(content).split(' ');
  return normalizeWords(searched)
    .split(' ')
    .every((wanted) => words.some((word) => word.startsWith(wanted)));
}
