import 'server-only';
import * as z from 'zod';
import { pushProblemTexts, type PushProblemCode } from '@/i18n/push-problems';
import { pushLimits } from './push-limits';
import { pushBasePath, type PushOperation, pushOperations } from './push-operations';
import { problemSchema } from './push-problem';
import {
  batchAnswerSchema,
  batchItemSchema,
  batchSchema,
  heldPerformanceSchema,
  heldShowSchema,
  listAnswerSchema,
  performanceSchema,
  remoteIdSchema,
  showSchema,
  statusAnswerSchema,
  storedSchema,
} from './push-schemas';

type Json = { readonly [name: string]: unknown };

const schemas = {
  Show: showSchema,
  ShowBatch: batchSchema,
  ShowWithId: batchItemSchema,
  Performance: performanceSchema,
  HeldShow: heldShowSchema,
  HeldPerformance: heldPerformanceSchema,
  Stored: storedSchema,
  BatchAnswer: batchAnswerSchema,
  ShowPage: listAnswerSchema,
  Status: statusAnswerSchema,
  Problem: problemSchema,
} as const;

/** What any request may be answered. */
const commonProblems = ['missing-key', 'unknown-key', 'revoked-key', 'too-many-requests', 'internal'] as const;

/** The contract in OpenAPI 3.1, made of the schemas that judge requests and of the table of operations. */
export function buildOpenApi(): Json {
  const paths: Record<string, Record<string, Json>> = {};
  for (const [id, operation] of Object.entries<PushOperation>(pushOperations)) {
    paths[operation.path] = { ...paths[operation.path], [operation.method.toLowerCase()]: toOperation(id, operation) };
  }
  return {
    openapi: '3.1.1',
    info: {
      title: 'Assistant déclaration – envoi de chiffres par une billetterie',
      version: '1.0.0',
      description:
        'Un éditeur de billetterie envoie les spectacles, les représentations et leurs chiffres dans la structure qui lui a donné une clé. Montants en centimes, taux en points de base, instants ISO 8601. Explications et exemples\u00a0: /aide/api.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: pushBasePath }],
    security: [{ key: [] }],
    paths,
    components: {
      securitySchemes: {
        key: {
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'asd_…',
          description: 'Clé créée par un membre de la structure, dans ses réglages.',
        },
      },
      schemas: toComponents(),
    },
  };
}

function toOperation(id: string, operation: PushOperation): Json {
  const { summary, description, scope, body, answers } = operation;
  const codes: readonly PushProblemCode[] = [
    ...operation.problems,
    ...commonProblems,
    ...(scope === null ? [] : (['insufficient-scope'] as const)),
  ];
  const byStatus = Map.groupBy(new Set(codes), (code) => pushProblemTexts[code].status);
  return {
    operationId: id,
    summary,
    description: scope === null ? description : `${description} Droit nécessaire\u00a0: \`${scope}\`.`,
    parameters: toParameters(operation),
    ...(body === null
      ? {}
      : { requestBody: { required: true, content: { 'application/json': { schema: ref(body) } } } }),
    responses: {
      ...Object.fromEntries(
        Object.entries(answers).map(([status, name]) => [
          status,
          { description: status === '201' ? 'Créé.' : 'Fait.', content: { 'application/json': { schema: ref(name) } } },
        ]),
      ),
      ...Object.fromEntries([...byStatus].map(([status, group]) => [status, toRefusal(status, group)])),
    },
  };
}

function toRefusal(status: number, codes: readonly PushProblemCode[]): Json {
  const waits = status === 429 || status === 409;
  return {
    description: codes.map((code) => `\`${code}\`\u00a0: ${pushProblemTexts[code].title}.`).join(' '),
    ...(waits
      ? { headers: { 'Retry-After': { description: 'Secondes à attendre.', schema: { type: 'integer', minimum: 1 } } } }
      : {}),
    content: { 'application/problem+json': { schema: ref('Problem') } },
  };
}

function toParameters({ path, method, query }: PushOperation): readonly Json[] {
  const names = [...path.matchAll(/\{(\w+)\}/g)].flatMap(([, name]) => (name === undefined ? [] : [name]));
  const id = toJsonSchema(remoteIdSchema);
  const inQuery: Readonly<Record<'limit' | 'cursor', Json>> = {
    limit: { type: 'integer', minimum: 1, maximum: pushLimits.showsPerPage, default: 20 },
    cursor: id,
  };
  return [
    ...names.map((name) => ({ name, in: 'path', required: true, schema: id })),
    ...query.map((name) => ({ name, in: 'query', required: false, schema: inQuery[name] })),
    ...(method === 'GET'
      ? []
      : [
          {
            name: 'Idempotency-Key',
            in: 'header',
            required: false,
            description: `Une valeur par requête (un UUID)\u00a0: la même requête renvoyée sous la même valeur reçoit la même réponse pendant ${pushLimits.idempotencyHours}\u00a0heures, sans être faite deux fois.`,
            schema: { type: 'string', minLength: 1, maxLength: 255 },
          },
        ]),
  ];
}

function toComponents(): Json {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(schemas)) registry.add(schema, { id });
  const made = z.toJSONSchema(registry, { uri: (id) => `#/components/schemas/${id}`, override: simplify });
  return Object.fromEntries(
    Object.entries(made.schemas).map(([id, { $schema: _dialect, $id: _id, ...schema }]) => [id, schema]),
  );
}

function toJsonSchema(schema: z.ZodType): Json {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { override: simplify });
  return rest;
}

/** The pattern of an instant says nothing that its format does not. */
function simplify({ jsonSchema }: { jsonSchema: z.core.JSONSchema.BaseSchema }): void {
  if (jsonSchema.format === 'date-time') delete jsonSchema.pattern;
}

function ref(name: keyof typeof schemas): Json {
  return { $ref: `#/components/schemas/${name}` };
}
