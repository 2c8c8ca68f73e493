/** Characters that a cell holds. */
const cellLimit = 32_767;

/** What XML 1.0 refuses is left out; `_x0041_`, which these files read as a code, is written so that it stays what it is. */
export function toXmlText(text: string): string {
  return text
    .slice(0, cellLimit)
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
}
