import { z } from 'zod';
import type { ConnectorContext } from '../connector';
import { createHttpClient, type HttpPolicy } from '../http';
import {
  formSchema,
  itemSchema,
  orderSchema,
  organizationSchema,
  paginationSchema,
  type HelloassoForm,
  type HelloassoItem,
  type HelloassoOrder,
  type HelloassoPage,
} from './schema';
import { rateLimitPauseSeconds, type Session } from './session';
import { AppError } from '@/domain/errors';

/** The most rows a page may hold. */
const pageSize = '100';

type Token = string | null;
type Query = Readonly<Record<string, string | readonly string[]>>;

export type HelloassoApi = {
  /** The one association that the keys open, else `insufficient-rights`. `slug` identifies it for ever. */
  findOrganization(): Promise<{ readonly slug: string; readonly name: string }>;
  /** Tickets of the association, all forms together, oldest order first: an order that stands where it was, whatever changes. */
  listItems(organization: string, token: Token): Promise<HelloassoPage<HelloassoItem>>;
  /** The same, last changed first: also those of old orders. */
  listChangedItems(organization: string, token: Token): Promise<HelloassoPage<HelloassoItem>>;
  /** The valid tickets of one form. */
  listItemsOfForm(organization: string, form: string, token: Token): Promise<HelloassoPage<HelloassoItem>>;
  listOrdersOfForm(organization: string, form: string, token: Token): Promise<HelloassoPage<HelloassoOrder>>;
  /** Null when the form is no longer there, which its tickets may still be. */
  findForm(organization: string, form: string): Promise<HelloassoForm | null>;
};

/** The requests of one connector run, or of a part of it with a signal of its own; the session is shared. */
export function createApi(context: ConnectorContext, policy: HttpPolicy, session: Session): HelloassoApi {
  // Bodies of errors vary and never decide: the general rules on statuses do.
  const client = createHttpClient(context, { policy, headers: {}, rateLimitPauseSeconds, judge: () => null });

  function get(path: string, query?: Query): Promise<unknown> {
    return session.authorize((accessToken) =>
      client.requestJson({ path, query, headers: { authorization: `Bearer ${accessToken}` } }),
    );
  }

  async function getPage<Row extends z.ZodType>(
    path: string,
    row: Row,
    token: Token,
    query: Query,
  ): Promise<HelloassoPage<z.output<Row>>> {
    const asked = { pageSize, withCount: 'true', ...query, ...(token === null ? {} : { continuationToken: token }) };
    const shape = z.object({ data: z.array(row), pagination: paginationSchema });
    const { data, pagination } = parse(path, shape, await get(path, asked));
    return { rows: data, pagination };
  }

  return {
    async findOrganization() {
      const path = '/v5/users/me/organizations';
      const organizations = parse(path, z.array(organizationSchema), await get(path));
      const [organization, ...others] = new Map(organizations.map((one) => [one.organizationSlug, one])).values();
      if (!organization) throw new AppError('insufficient-rights', 'the key opens no organization');
      if (others.length > 0) throw new AppError('insufficient-rights', 'the key opens several organizations');
      return { slug: organization.organizationSlug, name: organization.name?.trim() || organization.organizationSlug };
    },
    listItems: (organization, token) =>
      getPage(`${toPath(organization)}/items`, itemSchema, token, {
        formTypes: 'Event',
        tierTypes: 'Registration',
        sortField: 'Date',
        sortOrder: 'Asc',
      }),
    listChangedItems: (organization, token) =>
      getPage(`${toPath(organization)}/items`, itemSchema, token, {
        formTypes: 'Event',
        tierTypes: 'Registration',
        sortField: 'UpdateDate',
        sortOrder: 'Desc',
      }),
    listItemsOfForm: (organization, form, token) =>
      getPage(`${toFormPath(organization, form)}/items`, itemSchema, token, {
        tierTypes: 'Registration',
        itemStates: ['Processed', 'Registered'],
        sortField: 'Date',
        sortOrder: 'Asc',
      }),
    listOrdersOfForm: (organization, form, token) =>
      getPage(`${toFormPath(organization, form)}/orders`, orderSchema, token, { sortOrder: 'Asc' }),
    async findForm(organization, form) {
      const path = `${toFormPath(organization, form)}/public`;
      try {
        return { ...parse(path, formSchema, await get(path)), formSlug: form };
      } catch (error) {
        if (error instanceof AppError && error.detail.status === 404) return null;
        throw error;
      }
    },
  };
}

function toPath(organization: string): string {
  return `/v5/organizations/${encodeURIComponent(organization)}`;
}

function toFormPath(organization: string, form: string): string {
  return `${toPath(organization)}/forms/Event/${encodeURIComponent(form)}`;
}

function parse<Schema extends z.ZodType>(path: string, schema: Schema, json: unknown): z.output<Schema> {
  const answer = schema.safeParse(json);
  if (answer.success) return answer.data;
  const [issue] = answer.error.issues;
  const place = issue?.path.join('.') || 'the root';
  throw new AppError('unexpected-answer', `${path}: ${issue?.code ?? 'unknown'} at ${place}`);
}
