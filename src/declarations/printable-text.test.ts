import { describe, expect, it } from '@jest/globals';
import { toPrintableText } from './printable-text';

describe('toPrintableText', () => {
  it.each([
    ['1\u202f234,56\u2009€', '1\u00a0234,56\u00a0€'],
    [' La Nuit\r\ndes gardiens\t', 'La Nuit des gardiens'],
    ['a\u0000b\u200bc\ud800d\ufeffe', 'abcde'],
    ['❤\ufe0f', '❤'],
    ['fin 👨‍👩‍👧 !', 'fin 👨 !'],
    ['👋🏽', '👋'],
    ['東京 Tokyo', '□□ Tokyo'],
    ['𝗖𝗼𝗻𝗰𝗲𝗿𝘁 ＬＩＶＥ', 'Concert LIVE'],
    ['ರಂಗ ቲ 𝄞', '□□□ □ □'],
    ['№ 1 ½ ™ ① « œuvre » ☃ 🎭', '№ 1 ½ ™ ① « œuvre » ☃ 🎭'],
    ['Ωμέγα, Жизнь, مسرح, לילה', 'Ωμέγα, Жизнь, مسرح, לילה'],
  ])('prints %j as %j', (text, printable) => {
    expect(toPrintableText(text)).toBe(printable);
  });
});
