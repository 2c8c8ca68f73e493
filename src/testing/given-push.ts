import { type ApiKeyScope } from '@/server/api-keys/api-key.schema';
import { createApiKey } from '@/server/api-keys/create-api-key';
import { type Database } from '@/server/db/client';
import { type Actor } from '@/server/trpc/context';
import { givenStructure } from './given-season';
import { givenActor } from './given-show';

export type PushClient = {
  readonly actor: Actor;
  readonly token: string;
  readonly keyId: string;
  /** A request as an editor sends it; `body` goes as JSON unless it is text. */
  send(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<PushReply>;
};
export type PushReply = {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
};

/** An editor with a key of a structure of its own, or of `actor`'s, in front of the push API at `url`. */
export async function givenPushClient(
  db: Database,
  url: string,
  values: { readonly actor?: Actor; readonly editor?: string; readonly scopes?: ApiKeyScope[] } = {},
): Promise<PushClient> {
  const actor = values.actor ?? (await givenActor(db, (await givenStructure(db)).id));
  const { id: keyId, token } = await createApiKey(actor, {
    organizationId: actor.organizationId,
    editor: values.editor ?? 'Guichet Armor',
    scopes: values.scopes ?? ['figures:write', 'figures:read'],
  });
  return { actor, token, keyId, send: createSender(url, { authorization: `Bearer ${token}` }) };
}

/** Sends requests to the push API with these headers. */
export function createSender(url: string, usual: Record<string, string>): PushClient['send'] {
  return async (method, path, body, headers = {}) => {
    const response = await fetch(url + path, {
      method,
      headers: { ...usual, ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
      body: body === undefined || typeof body === 'string' ? body : JSON.stringify(body),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: text === '' ? null : JSON.parse(text) };
  };
}

/** One performance of 120 paid tickets at 15.00 € and 8 free ones, at 5.5 %. */
export function givenPushedPerformance(values: Readonly<Record<string, unknown>> = {}) {
  return {
    id: 'seance-1',
    startAt: '2026-06-26T20:30:00+02:00',
    endAt: null,
    includingTaxesCents: 180_000,
    excludingTaxesCents: 170_616,
    taxRateBp: 550,
    paidTickets: 120,
    freeTickets: 8,
    ...values,
  };
}

/** A show as it is sent, of one such performance unless told otherwise. */
export function givenPushedShow(values: Readonly<Record<string, unknown>> = {}) {
  return { name: 'La Nuit des gardiens', performances: [givenPushedPerformance()], ...values };
}
