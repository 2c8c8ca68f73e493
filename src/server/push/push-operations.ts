import 'server-only';
import { type PushProblemCode } from '@/i18n/push-problems';
import { type ApiKeyScope } from '@/server/api-keys/api-key.schema';

/** The base of every path. */
export const pushBasePath = '/api/v1';

export type PushOperation = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** As OpenAPI writes it, after the base. */
  readonly path: string;
  readonly summary: string;
  readonly description: string;
  /** What the key must allow; null when any key will do. */
  readonly scope: ApiKeyScope | null;
  /** Names of the schemas of the document. */
  readonly body: 'Show' | 'ShowBatch' | null;
  readonly answers: Readonly<Record<number, 'Status' | 'ShowPage' | 'HeldShow' | 'Stored' | 'BatchAnswer'>>;
  readonly query: readonly ('limit' | 'cursor')[];
  /** Refusals of its own, beside those that every operation knows. */
  readonly problems: readonly PushProblemCode[];
};

const bodyProblems = ['invalid-json', 'body-too-large', 'unsupported-media-type', 'invalid-input'] as const;
const onceProblems = ['invalid-parameter', 'idempotency-in-progress', 'idempotency-key-reused'] as const;

/** Every operation of the push API: the document, the handlers and the tests are held together by this table. */
export const pushOperations = {
  getStatus: {
    method: 'GET',
    path: '/status',
    summary: 'Qui suis-je\u00a0?',
    description: 'La structure que la clé ouvre, l’éditeur, les droits et les limites. Pour essayer une clé.',
    scope: null,
    body: null,
    answers: { 200: 'Status' },
    query: [],
    problems: [],
  },
  listShows: {
    method: 'GET',
    path: '/shows',
    summary: 'Lister les spectacles envoyés',
    description: 'Ce que nous tenons de vous, par identifiant, page par page.',
    scope: 'figures:read',
    body: null,
    answers: { 200: 'ShowPage' },
    query: ['limit', 'cursor'],
    problems: ['invalid-parameter'],
  },
  pushShows: {
    method: 'POST',
    path: '/shows',
    summary: 'Envoyer plusieurs spectacles',
    description:
      'Cinquante au plus. Chaque spectacle a son propre résultat\u00a0: celui qui est refusé n’empêche pas les autres.',
    scope: 'figures:write',
    body: 'ShowBatch',
    answers: { 200: 'BatchAnswer' },
    query: [],
    problems: [...bodyProblems, ...onceProblems],
  },
  getShow: {
    method: 'GET',
    path: '/shows/{showId}',
    summary: 'Lire un spectacle envoyé',
    description: 'Le spectacle tel que nous le tenons, représentations disparues comprises.',
    scope: 'figures:read',
    body: null,
    answers: { 200: 'HeldShow' },
    query: [],
    problems: ['not-found', 'invalid-parameter'],
  },
  putShow: {
    method: 'PUT',
    path: '/shows/{showId}',
    summary: 'Envoyer un spectacle entier',
    description:
      'Toutes ses représentations, avec leurs chiffres complets à cet instant, jamais une différence. Le renvoyer à l’identique ne change rien. Une représentation absente de l’envoi est marquée disparue\u00a0; elle revient si vous l’envoyez de nouveau.',
    scope: 'figures:write',
    body: 'Show',
    answers: { 200: 'Stored', 201: 'Stored' },
    query: [],
    problems: [...bodyProblems, ...onceProblems],
  },
  removePerformance: {
    method: 'DELETE',
    path: '/shows/{showId}/performances/{performanceId}',
    summary: 'Marquer une représentation disparue',
    description:
      'Pour une représentation annulée ou supprimée chez vous. Elle n’est jamais effacée\u00a0: la structure décide de ce qu’elle en déclare.',
    scope: 'figures:write',
    body: null,
    answers: { 200: 'Stored' },
    query: [],
    problems: ['not-found', ...onceProblems],
  },
} as const satisfies Readonly<Record<string, PushOperation>>;
export type PushOperationId = keyof typeof pushOperations;
