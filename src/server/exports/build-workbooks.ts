import 'server-only';
import { type DeclarationRow, toDeclarationsSheet } from '@/exports/declarations-sheet';
import { toExpensesSheet } from '@/exports/expenses-sheet';
import { toPerformancesSheet } from '@/exports/performances-sheet';
import { toRatesSheet } from '@/exports/rates-sheet';
import { toShowsSheet } from '@/exports/shows-sheet';
import { toSubmissionsSheet } from '@/exports/submissions-sheet';
import { formatPeriod } from '@/i18n/format-quarter';
import { type Database } from '@/server/db/client';
import { type Actor } from '@/server/trpc/context';
import { type SheetToWrite } from '@/spreadsheet/write-sheet-xml';
import { everyShow, listShowIds, type ShowsChoice, walkShows } from './walk-shows';
import { type SubmissionsChoice, walkSubmissions } from './walk-submissions';

type Owner = Pick<Actor, 'db' | 'organizationId'>;

/** Everything a structure has here, sheet by sheet. Rows are read while they are written, so that none is held for long. */
export async function buildWholeWorkbook({ db, organizationId }: Owner): Promise<readonly SheetToWrite[]> {
  const ids = await listShowIds(db, organizationId, everyShow);
  const shows = () => walkShows(db, organizationId, ids);
  return [
    toShowsSheet(shows),
    toPerformancesSheet(shows),
    toRatesSheet(shows),
    toDeclarationsSheet(() => walkDeclarations(db, organizationId, ids)),
    toSubmissionsSheet(() => walkSubmissions(db, organizationId)),
    toExpensesSheet(shows),
  ];
}

/** The list «Spectacles» as it is filtered, over all its pages. */
export async function buildShowsWorkbook(
  { db, organizationId }: Owner,
  choice: ShowsChoice,
): Promise<readonly SheetToWrite[]> {
  const ids = await listShowIds(db, organizationId, choice);
  return [toShowsSheet(() => walkShows(db, organizationId, ids))];
}

/** The list «Envois» as it is filtered, over all its pages. */
export function buildSubmissionsWorkbook(
  { db, organizationId }: Owner,
  choice: SubmissionsChoice,
): readonly SheetToWrite[] {
  return [toSubmissionsSheet(() => walkSubmissions(db, organizationId, choice))];
}

/** Declarations of shows, in their order, then those by quarter, the latest first. */
async function* walkDeclarations(
  db: Database,
  organizationId: string,
  ids: readonly string[],
): AsyncGenerator<readonly DeclarationRow[]> {
  for await (const shows of walkShows(db, organizationId, ids)) {
    yield shows.flatMap(({ draft, declarations }) =>
      declarations.map((declaration) => ({ ...declaration, subject: draft.series.name })),
    );
  }
  const quarters = await db.declaration.findMany({
    where: { organizationId, period: { not: null } },
    select: {
      organism: true,
      state: true,
      dueAt: true,
      period: true,
      submissions: {
        select: { createdAt: true, authorName: true, recipient: true },
        orderBy: { number: 'desc' },
        take: 1,
      },
      _count: { select: { submissions: true } },
    },
    orderBy: { period: 'desc' },
  });
  yield quarters.map(({ submissions: [last], _count, period, ...declaration }) => ({
    ...declaration,
    subject: formatPeriod(period ?? ''),
    submissions: _count.submissions,
    last: last ?? null,
  }));
}
