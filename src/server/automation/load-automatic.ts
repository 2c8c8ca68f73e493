import 'server-only';
import { type Database } from '@/server/db/client';
import { findDeadline } from '@/server/series/find-deadline';
import { type SignedInUser } from '@/server/trpc/context';
import { type Prisma } from '@/server/db/generated/client';

const include = {
  allower: true,
  declaration: {
    select: {
      organism: true,
      state: true,
      dueAt: true,
      series: {
        select: {
          id: true,
          name: true,
          lastStartAt: true,
          organizationId: true,
          organization: { select: { name: true } },
        },
      },
    },
  },
} as const satisfies Prisma.AutomaticTransmissionInclude;

type Row = Prisma.AutomaticTransmissionGetPayload<{ include: typeof include }>;
type Series = NonNullable<Row['declaration']['series']>;
export type LoadedAutomatic = Row & { readonly series: Series; readonly dueAt: Date | null };

/** A transmission that was allowed, with the show it is about; null when it is gone. */
export async function loadAutomatic(db: Database, declarationId: string): Promise<LoadedAutomatic | null> {
  const row = await db.automaticTransmission.findUnique({ where: { declarationId }, include });
  const series = row?.declaration.series;
  if (!row || !series) return null;
  const { organism, dueAt } = row.declaration;
  const computed = series.lastStartAt && findDeadline(organism, series.lastStartAt);
  return { ...row, series, dueAt: dueAt ?? computed?.dueAt ?? null };
}

/** A person to write to about a structure, and in whose name it may act: a member who may sign in; null otherwise. */
export async function findMember(
  db: Database,
  { organizationId, userId }: { organizationId: string; userId: string },
): Promise<SignedInUser | null> {
  const found = await db.user.findFirst({
    where: { id: userId, banned: false, memberships: { some: { organizationId } } },
    select: { id: true, email: true, firstname: true, lastname: true, role: true },
  });
  if (!found) return null;
  const { role, ...user } = found;
  return { ...user, isAdmin: role === 'admin' };
}
