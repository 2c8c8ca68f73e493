import { sacdTextLength } from './check';

/** Everything XML 1.0 forbids: control characters, lone halves of a pair, and the two non-characters. */
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

/**
 * A text as SACD can receive it: without what XML forbids, spaces and line breaks made one space, and at most 128 characters.
 * Characters are code points: cutting an emoji in its middle would make the document invalid.
 */
export function toXmlText(text: string): string {
  const clean = text
    .replace(forbidden, '')
    .replace(/[\t\n\r ]+/g, ' ')
    .trim();
  return [...clean].slice(0, sacdTextLength).join('').trimEnd();
}
