import { Ajv2020 } from 'ajv/dist/2020.js';
import { default as addFormats } from 'ajv-formats';
import { buildOpenApi } from '@/server/push/build-open-api';
import { pushOperations, type PushOperation, type PushOperationId } from '@/server/push/push-operations';
import { type PushReply } from './given-push';

/**
 * Holds real exchanges against the served document, by a validator that knows nothing of our schemas. Returns what is wrong in
 * lines; an empty list is what a test expects.
 */
export function createOpenApiChecker() {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  // As read over the network: plain JSON.
  ajv.addSchema(JSON.parse(JSON.stringify(buildOpenApi())), 'api');

  function check(value: unknown, pointer: readonly string[]): string[] {
    const $ref = `api#/${pointer.map(escapePart).join('/')}`;
    const validate = ajv.compile({ $ref });
    return validate(value)
      ? []
      : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
  }

  return {
    checkAnswer(id: PushOperationId, { status, headers, body }: PushReply): string[] {
      const { path, method }: PushOperation = pushOperations[id];
      const mediaType = headers.get('content-type')?.split(';')[0] ?? '';
      const expected = status < 400 ? 'application/json' : 'application/problem+json';
      if (mediaType !== expected) return [`${mediaType} instead of ${expected}`];
      const responses = ['paths', path, method.toLowerCase(), 'responses', String(status)];
      return check(body, [...responses, 'content', mediaType, 'schema']);
    },
    checkBody(id: PushOperationId, body: unknown): string[] {
      const { path, method }: PushOperation = pushOperations[id];
      return check(body, ['paths', path, method.toLowerCase(), 'requestBody', 'content', 'application/json', 'schema']);
    },
  };
}

/** A part of a JSON Pointer written in the fragment of an address. */
function escapePart(part: string): string {
  return encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'));
}
