import 'server-only';
import type * as z from 'zod/mini';
import { formatPeriod } from '@/i18n/format-quarter';
import { type Database } from '@/server/db/client';
import { sendingStepKinds } from '@/server/submissions/get-submission.schema';
import { type listUnknownOutput } from './list-unknown.schema';

const rowLimit = 50;

/** Over all structures, what waits for somebody to check with the organism: the one that has waited longest first. Admins only. */
export async function listUnknown({ db }: { readonly db: Database }): Promise<z.infer<typeof listUnknownOutput>> {
  const where = { state: 'unknown' } as const;
  const [total, rows] = await Promise.all([
    db.submission.count({ where }),
    db.submission.findMany({
      where,
      select: {
        id: true,
        organizationId: true,
        organism: true,
        number: true,
        createdAt: true,
        recipient: true,
        authorName: true,
        authorEmail: true,
        declaration: {
          select: {
            period: true,
            organization: { select: { name: true } },
            series: { select: { name: true, organization: { select: { name: true } } } },
          },
        },
        steps: {
          where: { kind: { in: [...sendingStepKinds] }, state: 'unknown' },
          select: { id: true, recipient: true, sendingAt: true },
          orderBy: { position: 'asc' },
        },
      },
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      take: rowLimit,
    }),
  ]);
  return {
    total,
    rows: rows.map(({ declaration, steps, authorName, authorEmail, createdAt, ...row }) => ({
      ...row,
      createdAt: createdAt.toISOString(),
      organizationName: (declaration.series?.organization ?? declaration.organization)?.name ?? '',
      seriesName: declaration.series?.name ?? formatPeriod(declaration.period ?? ''),
      author: { name: authorName, email: authorEmail },
      steps: steps.map(({ sendingAt, ...step }) => ({ ...step, sendingAt: sendingAt?.toISOString() ?? null })),
    })),
  };
}
