import { crc32, deflateRawSync } from 'node:zlib';

/** A cell as XLSX stores it. `formula` without `value` has no cached value; `style` is an index of `numberFormats`. */
export type WrittenCell =
  | string
  | number
  | null
  | { readonly value?: string | number; readonly style?: number; readonly formula?: string; readonly error?: string };

export type WrittenSheet = {
  readonly name: string;
  readonly rows: readonly (readonly WrittenCell[])[];
  readonly isHidden?: boolean;
};

export type WrittenWorkbook = {
  readonly sheets: readonly WrittenSheet[];
  /** Format codes by style; style 0 is General. */
  readonly numberFormats?: readonly string[];
  readonly is1904?: boolean;
  /** Parts added or replaced, by path. */
  readonly parts?: Readonly<Record<string, string>>;
};

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** An XLSX written from the format (ECMA-376), blind to the code that reads it. Texts are shared strings. */
export function writeWorkbook(workbook: WrittenWorkbook): Buffer {
  const strings = new Map<string, number>();
  const sheets = workbook.sheets.map(({ rows }) => writeSheet(rows, strings));
  const formats = ['General', ...(workbook.numberFormats ?? [])];
  const parts: Record<string, string> = {
    '[Content_Types].xml': `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    'xl/workbook.xml': `${head}<workbook xmlns="${main}" xmlns:r="${relations}">${workbook.is1904 ? '<workbookPr date1904="1"/>' : ''}<sheets>${workbook.sheets
      .map(
        ({ name, isHidden }, index) =>
          `<sheet name="${escape(name)}" sheetId="${index + 1}"${isHidden ? ' state="hidden"' : ''} r:id="rId${index + 1}"/>`,
      )
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${workbook.sheets
      .map(
        (_, index) =>
          `<Relationship Id="rId${index + 1}" Type="${relations}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
      )
      .join(
        '',
      )}<Relationship Id="rIdS" Type="${relations}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rIdF" Type="${relations}/styles" Target="/xl/styles.xml"/></Relationships>`,
    'xl/sharedStrings.xml': `${head}<sst xmlns="${main}">${[...strings.keys()].map((text) => `<si><t xml:space="preserve">${escape(text)}</t></si>`).join('')}</sst>`,
    'xl/styles.xml': `${head}<styleSheet xmlns="${main}"><numFmts>${formats.map((code, index) => `<numFmt numFmtId="${164 + index}" formatCode="${escape(code)}"/>`).join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${formats.map((_, index) => `<xf numFmtId="${164 + index}"/>`).join('')}</cellXfs></styleSheet>`,
    ...workbook.parts,
  };
  for (const [index, xml] of sheets.entries()) parts[`xl/worksheets/sheet${index + 1}.xml`] ??= xml;
  return writeZip(Object.entries(parts).map(([name, text]) => ({ name, content: Buffer.from(text) })));
}

function writeSheet(rows: readonly (readonly WrittenCell[])[], strings: Map<string, number>): string {
  const lines = rows.map((cells, row) => {
    const written = cells.map((cell, column) => writeCell(cell, `${toLetters(column)}${row + 1}`, strings)).join('');
    return written === '' ? '' : `<row r="${row + 1}">${written}</row>`;
  });
  return `${head}<worksheet xmlns="${main}"><sheetData>${lines.join('')}</sheetData></worksheet>`;
}

function writeCell(cell: WrittenCell, reference: string, strings: Map<string, number>): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return `<c r="${reference}"><v>${cell}</v></c>`;
  if (typeof cell === 'string') {
    const index = strings.get(cell) ?? strings.size;
    strings.set(cell, index);
    return `<c r="${reference}" t="s"><v>${index}</v></c>`;
  }
  const { value, style = 0, formula, error } = cell;
  const type = error !== undefined ? ' t="e"' : typeof value === 'string' ? ' t="str"' : '';
  const cached = error ?? value;
  return `<c r="${reference}" s="${style}"${type}>${formula === undefined ? '' : `<f>${escape(formula)}</f>`}${cached === undefined ? '' : `<v>${escape(String(cached))}</v>`}</c>`;
}

function toLetters(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : toLetters(Math.floor(column / 26) - 1) + letter;
}

function escape(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}

export type ZipEntry = {
  readonly name: string;
  readonly content: Buffer;
  /** What the directory says of it, when it lies. */
  readonly declaredSize?: number;
  readonly flags?: number;
  /** As it is, without compression. */
  readonly isStored?: boolean;
};

/** A zip, deflated, as PKWARE's APPNOTE describes it. */
export function writeZip(entries: readonly ZipEntry[]): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content, declaredSize = content.length, flags = 0x800, isStored = false } of entries) {
    const packed = isStored ? content : deflateRawSync(content);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(flags, 2);
    fields.writeUInt16LE(isStored ? 0 : 8, 4);
    fields.writeUInt32LE(crc32(content), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(declaredSize, 18);
    fields.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), fields, Buffer.from(name), packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0000'), fields, tail, Buffer.from(name)]));
    bodies.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...bodies, central, Buffer.from('PK\u0005\u0006'), end]);
}
