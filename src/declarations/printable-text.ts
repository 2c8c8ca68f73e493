/** Letters in disguise (mathematical, full width, squared): the plain ones are what they say, and what fonts draw. */
const disguised = /[\u3000-\u33ff\ufe10-\ufe1f\ufe30-\ufe6f\uff00-\uffef\u{1d400}-\u{1d7ff}\u{1f100}-\u{1f1e5}]/gu;

/**
 * What no font of ours draws, and would be printed as other letters over their neighbours: scripts out of DejaVu Sans, signs of Asian
 * typography, and beyond the first plane all but pictures. A square says that something stands there.
 */
const undrawn =
  /[^\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Armenian}\p{Script=Georgian}\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Lao}\p{Script=Nko}\p{Script=Tifinagh}\p{Script=Ogham}\p{Script=Braille}\p{Script=Common}\p{Script=Inherited}]|[\u2e80-\ua4cf\ufe10-\ufe1f\ufe30-\ufe6f\uff00-\uffef]|(?!\p{Extended_Pictographic}|\p{Regional_Indicator})[\u{10000}-\u{10ffff}]/gu;

/**
 * A text as a document can print it: narrow and thin no-break spaces become ordinary ones (fonts lack them), line breaks
 * become spaces, an emoji made of several is its first, letters in disguise are plain ones, and what has no shape is removed (control
 * characters, lone halves of a pair, variants).
 */
export function toPrintableText(text: string): string {
  return text
    .replace(disguised, (character) => character.normalize('NFKC'))
    .replace(/[\u2007\u2009\u202f]/g, '\u00a0')
    .replace(/[\t\n\r\u2028\u2029]+/g, ' ')
    .replace(/[\ufe00-\ufe0f]|\p{Emoji_Modifier}/gu, '')
    .replace(/\u200d\p{Extended_Pictographic}/gu, '')
    .replace(/\p{Control}|\p{Surrogate}|[\u200b\u200d\ufeff]/gu, '')
    .replace(undrawn, '□')
    .trim();
}
