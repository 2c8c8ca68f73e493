import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { declarationShape, type ElementShape } from './declaration-shape';

export type ReceivedRepresentation = { readonly reference: string; readonly title: string; readonly fields: Fields };
export type ReceivedDeclaration = {
  readonly declarant: string;
  readonly representations: readonly ReceivedRepresentation[];
};
export type ReadDeclaration =
  { readonly ok: true; readonly declaration: ReceivedDeclaration } | { readonly ok: false; readonly problem: string };

/** Text of the leaf elements of a representation, by name. Names are unique across its sections. */
type Fields = Readonly<Record<string, string>>;

type Node = { readonly name: string; readonly text: string; readonly children: readonly Node[] };

const parser = new XMLParser({ preserveOrder: true, ignoreAttributes: false, parseTagValue: false, trimValues: false });

/** Outside the characters of XML 1.0, or the mark that a broken UTF-8 sequence leaves. */
const forbidden = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffc\u{10000}-\u{10ffff}]/u;

/** Reads the XML of a declaration as strictly as the service may: form, order, required elements, lengths and types. */
export function readDeclaration(xml: string): ReadDeclaration {
  if (!xml.startsWith('<?xml version="1.0" encoding="utf-8"?>'))
    return refuse('the XML declaration is not the expected one');
  if (forbidden.test(xml)) return refuse('the XML holds forbidden or broken characters');
  if (XMLValidator.validate(xml) !== true) return refuse('the XML is not well formed');
  const [root] = toNodes(parser.parse(xml)).filter(({ name }) => name !== '?xml');
  if (!root) return refuse('there is no root element');
  const problem = findProblem(root, declarationShape) ?? findInconsistency(root);
  if (problem !== null) return refuse(problem);
  const representations = listRepresentations(root).map((node): ReceivedRepresentation => {
    const fields = toFields(node);
    return { reference: fields.rep_ref_dec ?? '', title: fields.rep_titre ?? '', fields };
  });
  return { ok: true, declaration: { declarant: toFields(root.children[0]).dec_ref ?? '', representations } };
}

function refuse(problem: string): ReadDeclaration {
  return { ok: false, problem };
}

function toNodes(parsed: unknown): readonly Node[] {
  if (!Array.isArray(parsed)) return [];
  return parsed.flatMap((entry: Record<string, unknown>): Node[] => {
    const name = Object.keys(entry).find((key) => key !== ':@');
    if (name === undefined || name === '#text') return [];
    const content = entry[name];
    const texts = Array.isArray(content)
      ? content.map((part: Record<string, unknown>) => String(part['#text'] ?? ''))
      : [];
    const attributes = name !== '?xml' && entry[':@'] !== undefined ? ' with attributes' : '';
    return [{ name: `${name}${attributes}`, text: texts.join(''), children: toNodes(content) }];
  });
}

/** The first departure from the shape, as a path, or null. */
function findProblem(node: Node, shape: ElementShape, path = shape.name): string | null {
  if (node.name !== shape.name) return `${path} is expected, ${node.name} found`;
  if (!shape.children) return findTextProblem(node, shape, path);
  if (node.text.trim() !== '') return `${path} holds text`;
  let position = 0;
  for (const child of shape.children) {
    const first = position;
    while (node.children[position]?.name === child.name) {
      const problem = findProblem(node.children[position] ?? node, child, `${path}/${child.name}`);
      if (problem !== null) return problem;
      position += 1;
    }
    if (position - first > 1 && !child.repeats) return `${path}/${child.name} is repeated`;
    if (position === first && child.required) return `${path}/${child.name} is missing or out of order`;
  }
  const extra = node.children[position];
  return extra ? `${path}/${extra.name} is unknown or out of order` : null;
}

function findTextProblem(node: Node, shape: ElementShape, path: string): string | null {
  if (node.children.length > 0) return `${path} holds elements`;
  if ([...node.text].length > 128) return `${path} exceeds 128 characters`;
  if (node.text === '') return shape.required ? `${path} is empty` : null;
  return shape.pattern && !shape.pattern.test(node.text) ? `${path} is not of the expected type` : null;
}

/** What the shape alone cannot say: the announced count, ascending starts, amounts of the series told once, on the first. */
function findInconsistency(root: Node): string | null {
  const header = toFields(root.children[0]);
  const representations = listRepresentations(root).map(toFields);
  if (Number(header.dec_nb) !== representations.length) return 'Header/dec_nb is not the number of Representation';
  const starts = representations.map((fields) => `${fields.rep_date_debut ?? ''} ${fields.rep_horaire ?? ''}`);
  if (starts.some((start, index) => index > 0 && start < (starts[index - 1] ?? '')))
    return 'Representation are not in ascending order';
  const references = representations.flatMap(({ rep_ref_dec: reference }) => reference ?? []);
  if (new Set(references).size !== references.length) return 'rep_ref_dec is used twice';
  const later = representations.slice(1);
  if (
    later.some(({ rep_mt_depenses: total, rep_mt_frais: approach }) => total !== undefined || approach !== undefined)
  ) {
    return 'Exploitation is told again after the first Representation';
  }
  const badEnd = representations.find(({ rep_date_debut: from = '', rep_date_fin: to = '' }) => to < from);
  return badEnd ? 'rep_date_fin is before rep_date_debut' : null;
}

function listRepresentations(root: Node): readonly Node[] {
  return root.children[1]?.children ?? [];
}

function toFields(node: Node | undefined): Fields {
  const fields: Record<string, string> = {};
  for (const child of node?.children ?? []) {
    if (child.children.length === 0) fields[child.name] = child.text;
    Object.assign(fields, toFields(child));
  }
  return fields;
}
