/** «a», «a et b», «a, b et c». */
export function joinWords(words: readonly string[]): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} et ${words[words.length - 1] ?? ''}`;
}
