import { ExportRefusal } from './export-refusal';
import { toNumberKind, type NumberKind } from './number-formats';
import type { WorkbookParts } from './open-workbook-parts';
import { parseXml, type XmlHandlers } from './parse-xml';

export type WorkbookSheet = { readonly name: string; readonly isHidden: boolean; readonly path: string };

export type Workbook = {
  readonly sheets: readonly WorkbookSheet[];
  readonly is1904: boolean;
  readonly sharedStrings: readonly string[];
  /** By style index, as the cells name them. */
  readonly numberKinds: readonly NumberKind[];
};

const maxSharedCharacters = 60_000_000;
const ignored: XmlHandlers = { onOpen: () => undefined, onClose: () => undefined, onText: () => undefined };

/** Everything that the sheets of a workbook refer to. Chart sheets are left out. */
export async function readWorkbook(parts: WorkbookParts): Promise<Workbook> {
  const targets = await readTargets(parts);
  const sheets: WorkbookSheet[] = [];
  let is1904 = false;
  await parseXml(await parts.open('xl/workbook.xml'), {
    ...ignored,
    onOpen(name, attributes) {
      if (name === 'workbookPr') is1904 = ['1', 'true'].includes(attributes.date1904 ?? '');
      if (name !== 'sheet') return;
      const id = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1] ?? '';
      const target = targets.get(id);
      if (!target?.type.endsWith('/worksheet') || !parts.has(target.path)) return;
      sheets.push({
        name: attributes.name ?? '',
        isHidden: (attributes.state ?? 'visible') !== 'visible',
        path: target.path,
      });
    },
  });
  const pathOf = (type: string): string | undefined =>
    [...targets.values()].find((one) => one.type.endsWith(type))?.path;
  return {
    sheets,
    is1904,
    sharedStrings: await readSharedStrings(parts, pathOf('/sharedStrings')),
    numberKinds: await readNumberKinds(parts, pathOf('/styles')),
  };
}

type Target = { readonly type: string; readonly path: string };

async function readTargets(parts: WorkbookParts): Promise<ReadonlyMap<string, Target>> {
  const targets = new Map<string, Target>();
  const path = 'xl/_rels/workbook.xml.rels';
  if (!parts.has(path)) throw new ExportRefusal('damaged');
  await parseXml(await parts.open(path), {
    ...ignored,
    onOpen(name, { Id = '', Type = '', Target: to = '', TargetMode }) {
      if (name !== 'Relationship' || TargetMode === 'External') return;
      if (Type.endsWith('/vbaProject')) throw new ExportRefusal('macros');
      targets.set(Id, { type: Type, path: to.startsWith('/') ? to.slice(1) : `xl/${to}` });
    },
  });
  return targets;
}

async function readSharedStrings(parts: WorkbookParts, path: string | undefined): Promise<readonly string[]> {
  const strings: string[] = [];
  if (path === undefined || !parts.has(path)) return strings;
  let text = '';
  let characters = 0;
  let isInText = false;
  let isPhonetic = false;
  await parseXml(await parts.open(path), {
    onOpen(name) {
      if (name === 'si') text = '';
      if (name === 'rPh') isPhonetic = true;
      isInText = name === 't' && !isPhonetic;
    },
    onClose(name) {
      if (name === 't') isInText = false;
      if (name === 'rPh') isPhonetic = false;
      if (name === 'si') strings.push(text);
    },
    onText(part) {
      if (!isInText) return;
      text += part;
      characters += part.length;
      if (characters > maxSharedCharacters) throw new ExportRefusal('expands-too-much');
    },
  });
  return strings;
}

async function readNumberKinds(parts: WorkbookParts, path: string | undefined): Promise<readonly NumberKind[]> {
  const codes = new Map<number, string>();
  const kinds: NumberKind[] = [];
  if (path === undefined || !parts.has(path)) return kinds;
  let isInCellFormats = false;
  await parseXml(await parts.open(path), {
    ...ignored,
    onOpen(name, attributes) {
      if (name === 'numFmt') codes.set(Number(attributes.numFmtId), attributes.formatCode ?? '');
      if (name === 'cellXfs') isInCellFormats = true;
      if (name !== 'xf' || !isInCellFormats) return;
      const id = Number(attributes.numFmtId ?? 0);
      kinds.push(toNumberKind(id, codes.get(id)));
    },
    onClose(name) {
      if (name === 'cellXfs') isInCellFormats = false;
    },
  });
  return kinds;
}
