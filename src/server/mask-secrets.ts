import 'server-only';

const SECRET_NAME =
  /pass(word|wd|phrase)?$|secret|token|authorization|cookie|credential|(access|api|private|consumer)[-_]?key|^key$|connectionstring/i;
/** Keys written inside texts: `Bearer …`, `user:password@host`, `?api_key=…`. */
const SECRET_IN_TEXT: readonly (readonly [RegExp, string])[] = [
  [/\b(Bearer|Basic)\s+[\w.~+/=-]+/gi, '$1 [masked]'],
  [/:\/\/[^\s/:@]*:[^\s/@]+@/g, '://[masked]@'],
  [/([?&;\s](?:[\w-]*(?:key|token|secret|password|user))=)[^&\s"']+/gi, '$1[masked]'],
  [/\basd_([0-9a-f]{12})_[\w-]+/g, 'asd_$1_[masked]'],
];
const MASK = '[masked]';
const MAX_DEPTH = 8;

/** A copy fit for a log: values under secret names are masked, errors become plain, texts lose the keys they carry. */
export function maskSecrets(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return maskText(value);
  if (typeof value === 'bigint') return value.toString();
  if (typeof value !== 'object' || value === null) return value;
  if (depth > MAX_DEPTH) return '[too deep]';
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Uint8Array) return `[${value.byteLength} bytes]`;
  if (value instanceof Error) return describeError(value, depth);
  if (Array.isArray(value)) return value.map((item) => maskSecrets(item, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [
      name,
      SECRET_NAME.test(name) && item !== null && item !== undefined ? MASK : maskSecrets(item, depth + 1),
    ]),
  );
}

export function maskText(text: string): string {
  return SECRET_IN_TEXT.reduce((masked, [pattern, replacement]) => masked.replace(pattern, replacement), text);
}

function describeError(error: Error, depth: number): Record<string, unknown> {
  const code = 'code' in error ? error.code : undefined;
  return {
    type: error.name,
    message: maskText(error.message),
    ...(typeof code === 'string' ? { code } : {}),
    stack: maskText(error.stack ?? ''),
    ...(error.cause === undefined ? {} : { cause: maskSecrets(error.cause, depth + 1) }),
  };
}
