/** Scripts that no font of ours draws: a square says that something stands there. */
const undrawn =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Tamil}]/gu;

/**
 * A text as a document can print it: narrow and thin no-break spaces become ordinary ones (fonts lack them), line breaks
 * become spaces, an emoji made of several is its first, and what has no shape is removed (control characters, lone halves
 * of a pair, variants).
 */
export function toPrintableText(text: string): string {
  return text
    .replace(/[\u2007\u2009\u202f]/g, '\u00a0')
    .replace(/[\t\n\r\u2028\u2029]+/g, ' ')
    .replace(/[\ufe00-\ufe0f]|\p{Emoji_Modifier}/gu, '')
    .replace(/\u200d\p{Extended_Pictographic}/gu, '')
    .replace(/\p{Control}|\p{Surrogate}|[\u200b\u200d\ufeff]/gu, '')
    .replace(undrawn, '□')
    .trim();
}
