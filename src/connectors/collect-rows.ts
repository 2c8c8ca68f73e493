export type RowCollector<Kept> = {
  write(chunk: Buffer): void;
  /** The rows, once the list has come whole; undefined when what came is not a JSON list. */
  end(): Kept[] | undefined;
};

const [quote, comma, backslash] = [0x22, 0x2c, 0x5c];
const [openBracket, closeBracket, openBrace, closeBrace] = [0x5b, 0x5d, 0x7b, 0x7d];
const blanks: ReadonlySet<number> = new Set([0x20, 0x09, 0x0a, 0x0d]);

/**
 * Reads a JSON list while it arrives: each row goes through `keep` and only its result stays, so that the memory taken depends on what
 * is kept and not on what the vendor sends. Finds where a row ends and leaves the rest to JSON.parse: parsers that read by pieces take
 * twenty times longer, which on a long answer is longer than the vendor's own time.
 */
export function createRowCollector<Kept>(keep: (row: unknown) => Kept): RowCollector<Kept> {
  const rows: Kept[] = [];
  /** The beginning of the row under way, from the chunks before this one. */
  let begun: Buffer[] = [];
  let place: 'before' | 'inside' | 'after' | 'no list' = 'before';
  let depth = 0;
  let isText = false;
  let isEscaped = false;

  function endRow(rest: Buffer): void {
    const text = Buffer.concat([...begun, rest]).toString('utf8');
    begun = [];
    if (place === 'after' && rows.length === 0 && text.trim() === '') return;
    try {
      rows.push(keep(JSON.parse(text)));
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      place = 'no list';
    }
  }

  /** True at the end of a row. */
  function readByte(byte: number): boolean {
    if (isText) {
      if (isEscaped) isEscaped = false;
      else if (byte === backslash) isEscaped = true;
      else if (byte === quote) isText = false;
      return false;
    }
    if (byte === quote) isText = true;
    else if (byte === openBracket || byte === openBrace) depth += 1;
    else if (byte === closeBracket || byte === closeBrace) depth -= 1;
    if (depth === 0) place = 'after';
    return depth === 0 || (depth === 1 && byte === comma);
  }

  return {
    write(chunk) {
      let start = 0;
      for (let at = 0; at < chunk.length && place !== 'no list'; at += 1) {
        const byte = chunk[at] ?? 0;
        if (place === 'inside') {
          if (!readByte(byte)) continue;
          endRow(chunk.subarray(start, at));
          start = at + 1;
        } else if (!blanks.has(byte)) {
          place = place === 'before' && byte === openBracket ? 'inside' : 'no list';
          depth = 1;
          start = at + 1;
        }
      }
      if (place === 'inside') begun.push(chunk.subarray(start));
    },
    end: () => (place === 'after' ? rows : undefined),
  };
}
