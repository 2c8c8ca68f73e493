import { type Reply } from './exchange';

type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

/** A sound JSON answer written otherwise, as vendors do without notice; any other answer, or another mode, is left as it is. */
export function distortReply(mode: string, reply: Reply): Reply {
  const distort = distortions[mode];
  if (!distort || typeof reply.body !== 'string' || reply.status >= 400) return reply;
  const json: Json = JSON.parse(reply.body);
  return { ...reply, body: JSON.stringify(distort(json)) };
}

const distortions: Readonly<Record<string, (json: Json) => Json>> = {
  'unknown-fields': (json) =>
    mapObjects(json, (object) => ({ ...object, nouveau_champ: { profond: [1, null] }, autre_champ: null })),
  'duplicate-rows': repeatFirstRow,
  'numbers-as-text': (json) => mapValues(json, (value) => (typeof value === 'number' ? String(value) : value)),
  'missing-ids': (json) => mapObjects(json, (object) => withoutIds(object)),
};

/** The list of an answer: itself, or what its envelope holds. Lists inside rows are left alone. */
function repeatFirstRow(json: Json): Json {
  if (Array.isArray(json)) return [...json, ...json.slice(0, 1)];
  if (typeof json !== 'object' || json === null) return json;
  const entries = Object.entries(json).map(([name, value]): [string, Json] => {
    return [name, Array.isArray(value) ? [...value, ...value.slice(0, 1)] : value];
  });
  return Object.fromEntries(entries);
}

function withoutIds(object: { [name: string]: Json }): { [name: string]: Json } {
  return Object.fromEntries(
    Object.entries(object).filter(([name]) => !['id', '@id', 'ticket_id', 'formSlug'].includes(name)),
  );
}

function mapObjects(json: Json, change: (object: { [name: string]: Json }) => { [name: string]: Json }): Json {
  if (Array.isArray(json)) return json.map((item) => mapObjects(item, change));
  if (typeof json !== 'object' || json === null) return json;
  const inside = Object.entries(json).map(([name, value]): [string, Json] => [name, mapObjects(value, change)]);
  return change(Object.fromEntries(inside));
}

function mapValues(json: Json, change: (value: Json) => Json): Json {
  if (Array.isArray(json)) return json.map((item) => mapValues(item, change));
  if (typeof json !== 'object' || json === null) return change(json);
  const inside = Object.entries(json).map(([name, value]): [string, Json] => [name, mapValues(value, change)]);
  return Object.fromEntries(inside);
}
