/** What the server knows of a thing before a request chooses its properties. What is long to work out waits until it is asked for. */
export type Resource = { readonly '@id': string; readonly '@type': string; readonly [property: string]: Value };
export type Value = Known | (() => Known);
type Known = null | boolean | number | string | Resource | readonly Resource[];

/** The properties a request asks for, each with those asked of its relation; null: no braces, a relation is then its identifier. */
export type Fields = ReadonlyMap<string, Fields | null>;

const property = /[@A-Za-z][A-Za-z0-9]*/y;

/** `@id,status,ticketPrice{@id,tax{rate}}`; null when it cannot be read. */
export function parseFields(text: string): Fields | null {
  const read = readFields(text, 0);
  return read && read.end === text.length ? read.fields : null;
}

function readFields(text: string, start: number): { readonly fields: Fields; readonly end: number } | null {
  const fields = new Map<string, Fields | null>();
  for (let at = start; ; at += 1) {
    property.lastIndex = at;
    const name = property.exec(text)?.[0];
    if (name === undefined) return null;
    at += name.length;
    const inside = text.charAt(at) === '{' ? readFields(text, at + 1) : null;
    if (text.charAt(at) === '{' && (!inside || text.charAt(inside.end) !== '}')) return null;
    if (inside) at = inside.end + 1;
    fields.set(name, inside?.fields ?? null);
    if (text.charAt(at) !== ',') return { fields, end: at };
  }
}

/** A property was asked for that things of this type do not have. */
export class UnknownProperty extends Error {}

/** What was asked for, and always `@id` and `@type`. */
export function project(resource: Resource, fields: Fields): Record<string, unknown> {
  const entries = [...fields].map(([name, inside]): [string, unknown] => {
    const value = resource[name];
    if (value === undefined) throw new UnknownProperty(`${resource['@type']} has no property "${name}"`);
    return [name, projectValue(typeof value === 'function' ? value() : value, inside, name)];
  });
  return { '@id': resource['@id'], '@type': resource['@type'], ...Object.fromEntries(entries) };
}

function projectValue(value: Known, inside: Fields | null, name: string): unknown {
  if (isList(value)) return value.map((item) => (inside ? project(item, inside) : item['@id']));
  if (value !== null && typeof value === 'object') return inside ? project(value, inside) : value['@id'];
  if (value !== null && inside) throw new UnknownProperty(`"${name}" has no properties`);
  return value;
}

function isList(value: Known): value is readonly Resource[] {
  return Array.isArray(value);
}
