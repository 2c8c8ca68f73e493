import 'server-only';
import { checks } from '@/declarations/checks';
import { type DeclarationIssue } from '@/domain/declaration/issue';
import { isBlocking } from '@/domain/declaration/issues';
import { type NeutralDeclaration } from '@/domain/declaration/neutral';
import { toNeutralDeclaration } from '@/domain/declaration/to-neutral-declaration';
import { toSeriesVenue } from '@/domain/declaration/effective';
import { type SeriesOrganism, seriesOrganisms } from '@/domain/organism';
import { seriesRowInclude, toDraft } from '@/server/declarations/series-row';
import { type Database } from '@/server/db/client';
import { type Actor } from '@/server/trpc/context';
import { type TodoItem } from './list-todo.schema';

type Pair = Pick<TodoItem, 'seriesId' | 'organism'>;

/** What blocks a declaration, each field once; for a show without organism, the choice of one. */
export type Missing = (pair: Pair) => TodoItem['missing'];

/** Looks at many declarations at once, with the very checks of the page of a show. A fixed number of queries. */
export async function findMissing(actor: Actor, pairs: readonly Pair[], now: Date): Promise<Missing> {
  const ids = pairs.filter(({ organism }) => organism !== null).map(({ seriesId }) => seriesId);
  const declarations = await loadDeclarations(actor, [...new Set(ids)], now);
  const served = await findServedPostalCodes(actor.db, [...declarations.values()]);
  return ({ seriesId, organism }) => {
    if (organism === null) return [{ field: 'series.organisms', code: 'required' }];
    const declaration = declarations.get(seriesId);
    if (!declaration || !isDeclaredByShow(organism)) return [];
    const issues = checks[organism](declaration, now).filter(isBlocking);
    return toFields(hasAgency(organism, declaration, served) ? issues : [...issues, noAgency]);
  };
}

async function loadDeclarations(
  { db, organizationId, user }: Actor,
  seriesIds: string[],
  now: Date,
): Promise<ReadonlyMap<string, NeutralDeclaration>> {
  const rows = await db.series.findMany({
    where: { organizationId, id: { in: seriesIds } },
    include: { ...seriesRowInclude, declarations: { select: { organism: true } } },
  });
  return new Map(
    rows.map((row) => {
      const context = {
        declaredAt: now,
        declarant: { firstname: user.firstname, lastname: user.lastname, email: user.email },
        documents: [],
        organisms: row.declarations.map(({ organism }) => organism).filter(isDeclaredByShow),
      };
      return [row.id, toNeutralDeclaration(toDraft(row), context)];
    }),
  );
}

const noAgency: Pick<DeclarationIssue, 'field' | 'code'> = { field: 'series.venue', code: 'no-agency' };

function toPostalCode(declaration: NeutralDeclaration): string | null {
  return toSeriesVenue(declaration)?.address.postalCode.trim() ?? null;
}

/** Postal codes of these venues that an office of SACEM serves; nobody else is written to. */
async function findServedPostalCodes(
  db: Database,
  declarations: readonly NeutralDeclaration[],
): Promise<ReadonlySet<string>> {
  const codes = new Set(declarations.map(toPostalCode).filter((code) => code !== null));
  const served = await db.agencyPostalCode.findMany({
    where: { organism: 'SACEM', code: { in: [...codes] } },
    select: { code: true },
  });
  return new Set(served.map(({ code }) => code));
}

/** A venue that is not known yet is told as such by the organism's own check. */
function hasAgency(
  organism: SeriesOrganism,
  declaration: NeutralDeclaration,
  served: ReadonlySet<string>,
): boolean {
  const code = toPostalCode(declaration);
  return organism !== 'SACEM' || code === null || served.has(code);
}

function toFields(issues: readonly Pick<DeclarationIssue, 'field' | 'code'>[]): TodoItem['missing'] {
  const unique = new Map(issues.map(({ field, code }) => [`${field} ${code}`, { field, code }]));
  return [...unique.values()];
}

function isDeclaredByShow(organism: string): organism is SeriesOrganism {
  return seriesOrganisms.some((known) => known === organism);
}
