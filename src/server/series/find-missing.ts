import 'server-only';
import { listPlaces, splitByAgency } from '@/declarations/agencies/split-by-agency';
import { checks } from '@/declarations/checks';
import { type DeclarationIssue } from '@/domain/declaration/issue';
import { isBlocking } from '@/domain/declaration/issues';
import { type NeutralDeclaration } from '@/domain/declaration/neutral';
import { toNeutralDeclaration } from '@/domain/declaration/to-neutral-declaration';
import { isSeriesOrganism } from '@/domain/organism';
import { type FindAgency, findAgencies } from '@/server/declarations/find-agencies';
import { seriesRowInclude, toDraft } from '@/server/declarations/series-row';
import { type Actor } from '@/server/trpc/context';
import { type TodoItem } from './list-todo.schema';

type Pair = Pick<TodoItem, 'seriesId' | 'organism'>;

/** What blocks a declaration, each field once; for a show without organism, the choice of one. */
export type Missing = (pair: Pair) => TodoItem['missing'];

/** Looks at many declarations at once, with the very checks of the page of a show. A fixed number of queries. */
export async function findMissing(actor: Actor, pairs: readonly Pair[], now: Date): Promise<Missing> {
  const ids = pairs.filter(({ organism }) => organism !== null).map(({ seriesId }) => seriesId);
  const declarations = await loadDeclarations(actor, [...new Set(ids)], now);
  // SACD's web service needs no agency.
  const find = await findAgencies(actor.db, 'SACEM', [...declarations.values()].flatMap(listPlaces));
  return ({ seriesId, organism }) => {
    if (organism === null) return [{ field: 'series.organisms', code: 'required' }];
    const declaration = declarations.get(seriesId);
    if (!declaration || !isSeriesOrganism(organism)) return [];
    const issues = checks[organism](declaration, now).filter(isBlocking);
    return toFields([...issues, ...(organism === 'SACEM' ? listUnserved(declaration, find) : [])]);
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
        organisms: row.declarations.map(({ organism }) => organism).filter(isSeriesOrganism),
      };
      return [row.id, toNeutralDeclaration(toDraft(row), context)];
    }),
  );
}

/** A venue that is not known yet is told as such by the organism's own check. */
function listUnserved(declaration: NeutralDeclaration, find: FindAgency) {
  return splitByAgency(declaration, find).unserved.map(({ field }) => ({ field, code: 'no-agency' }) as const);
}

function toFields(issues: readonly Pick<DeclarationIssue, 'field' | 'code'>[]): TodoItem['missing'] {
  const unique = new Map(issues.map(({ field, code }) => [`${field} ${code}`, { field, code }]));
  return [...unique.values()];
}
