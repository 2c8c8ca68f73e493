import { existsSync } from 'node:fs';
import path from 'node:path';
import { Font } from '@react-pdf/renderer';

const marianne = '@codegouvfr/react-dsfr/dsfr/fonts';
const dejaVu = '@fontsource/dejavu-sans/files';
const emoji = '@fontsource/noto-emoji/files';

/** Noto Emoji comes in slices of its characters. */
const emojiSlices = 11;

/**
 * A file of an installed package. Not through the module resolver: bundlers rewrite it, and the same code runs from sources
 * (tsx), from a bundle and inside Next's server. All three run from the project, whose `node_modules` is here or above.
 */
export function resolvePackageFile(file: string, from: string = process.cwd()): string {
  const candidate = path.join(from, 'node_modules', file);
  if (existsSync(candidate)) return candidate;
  const parent = path.dirname(from);
  if (parent === from) throw new Error(`${file} is not installed: run npm ci`);
  return resolvePackageFile(file, parent);
}

let isRegistered = false;

/** Tells the renderer where the fonts are; they are read from disk, when first used, never over the network. */
function registerFonts(): void {
  if (isRegistered) return;
  Font.register({
    family: 'Marianne',
    fonts: [
      { src: resolvePackageFile(`${marianne}/Marianne-Regular.woff`), fontWeight: 400 },
      { src: resolvePackageFile(`${marianne}/Marianne-Medium.woff`), fontWeight: 500 },
      { src: resolvePackageFile(`${marianne}/Marianne-Bold.woff`), fontWeight: 700 },
    ],
  });
  Font.register({
    family: 'DejaVu Sans',
    fonts: [
      { src: resolvePackageFile(`${dejaVu}/dejavu-sans-latin-400-normal.woff`), fontWeight: 400 },
      { src: resolvePackageFile(`${dejaVu}/dejavu-sans-latin-700-normal.woff`), fontWeight: 700 },
    ],
  });
  for (let slice = 0; slice < emojiSlices; slice += 1) {
    Font.register({
      family: `Noto Emoji ${slice}`,
      src: resolvePackageFile(`${emoji}/noto-emoji-${slice}-400-normal.woff`),
    });
  }
  // French words are never cut: the renderer only knows English hyphenation. Endless ones are, or they leave the page.
  Font.registerHyphenationCallback((word) => (word.length > 28 ? (word.match(/.{1,14}/gu) ?? [word]) : [word]));
  isRegistered = true;
}

/** Latin letters, French punctuation and signs: what Marianne draws. */
const drawnByMarianne =
  /^[\s\u0020-\u017e\u2013\u2014\u2018-\u201e\u2020-\u2022\u2026\u2030\u2039\u203a\u20ac\u2122\u2212]*$/;

/** Font families for a text: Marianne, and behind it those that have what it lacks. Loading them is slow, so only if needed. */
export function pickFontFamilies(text: string): string[] {
  registerFonts();
  if (drawnByMarianne.test(text)) return ['Marianne'];
  const emojiFamilies = Array.from({ length: emojiSlices }, (_, slice) => `Noto Emoji ${slice}`);
  const hasEmoji = /\p{Extended_Pictographic}|\p{Regional_Indicator}/u.test(text);
  return ['Marianne', 'DejaVu Sans', ...(hasEmoji ? emojiFamilies : [])];
}
