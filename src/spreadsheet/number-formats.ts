/** What a number format makes of a number. Basic formats of ECMA-376 part 1, § 18.8.30, and those that a workbook defines. */
export type NumberKind = 'number' | 'date' | 'time' | 'date-time' | 'currency';

const builtInKinds: ReadonlyMap<number, NumberKind> = new Map([
  ...[14, 15, 16, 17, 27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58].map(
    (id): [number, NumberKind] => [id, 'date'],
  ),
  ...[18, 19, 20, 21, 32, 33, 45, 46, 47].map((id): [number, NumberKind] => [id, 'time']),
  [22, 'date-time'],
]);

export function toNumberKind(formatId: number, code: string | undefined): NumberKind {
  if (code === undefined) return builtInKinds.get(formatId) ?? 'number';
  if (isForeignCurrency(code)) return 'currency';
  const bare = code
    .replace(/"[^"]*"|\\.|_.|\*./g, '')
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
    .split(';', 1)
    .join('')
    .toLowerCase();
  if (/general|standard/.test(bare)) return 'number';
  const hasDay = /[dyj]|a{2,}/.test(bare);
  const hasHours = /[hs]/.test(bare);
  if (hasDay) return hasHours ? 'date-time' : 'date';
  if (hasHours) return 'time';
  return /m/.test(bare) ? 'date' : 'number';
}

/** `[$CHF]`, `[$$-409]`, `"USD"`, `£`: an amount that is not in euros. */
function isForeignCurrency(code: string): boolean {
  const [, symbol = ''] = /\[\$([^\]-]*)(?:-[^\]]*)?\]/.exec(code) ?? [];
  if (symbol.trim() !== '') return !/^(?:€|eur)$/i.test(symbol.trim());
  return /[£¥$]|\b(?:CHF|USD|GBP|CAD)\b/.test(code.replace(/\[[^\]]*\]/g, ''));
}

const dayMilliseconds = 86_400_000;

/**
 * The wall clock of a serial: `YYYY-MM-DD HH:MM:SS`, only the date when there is no time to show, `HH:MM:SS` below one day. Rounded to the second (20:30 is stored 0.854166…). 1900 holds a 29 February that never was. Null out of range.
 */
export function toWallClock(serial: number, kind: NumberKind, is1904: boolean): string | null {
  if (!Number.isFinite(serial) || serial < 0 || serial > 2_958_465) return null;
  const seconds = Math.round(serial * 86_400);
  if (kind === 'time' && serial < 1) return new Date(seconds * 1000).toISOString().slice(11, 19);
  const epoch = is1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, serial < 60 ? 31 : 30);
  const text = new Date(epoch + seconds * 1000).toISOString();
  const isWholeDay = (seconds * 1000) % dayMilliseconds === 0;
  return isWholeDay && kind !== 'date-time' ? text.slice(0, 10) : `${text.slice(0, 10)} ${text.slice(11, 19)}`;
}
