import 'server-only';
import type * as z from 'zod/mini';
import { type AgencyEntry, parseAgencies } from '@/declarations/agencies/parse-agencies';
import { AppError } from '@/domain/errors';
import { type SignedInContext } from '@/server/trpc/context';
import { type agenciesFileInput, type AgenciesPreview } from './agencies.schema';
import { compareAgencies } from './compare-agencies';

/** What a file would change, and what is wrong in it, row by row. Nothing is written. */
export async function previewAgencies(
  { db }: SignedInContext,
  { organism, content }: z.infer<typeof agenciesFileInput>,
): Promise<AgenciesPreview> {
  const parsed = await parseAgencies(organism, Buffer.from(content, 'base64')).catch(toRefusal);
  if (typeof parsed === 'string') return { ...nothing, refusal: parsed };
  const { current, difference, isSuspicious, fingerprint } = await compareAgencies(db, organism, parsed.agencies);
  return {
    refusal: null,
    current: current.length,
    added: difference.added.map(toView),
    updated: difference.updated.map(toView),
    removed: difference.removed.map(toView),
    lostCodes: difference.lostCodes.length,
    isSuspicious,
    conflicts: parsed.conflicts.map(({ code, emails }) => ({ code, emails: [...emails] })),
    unreadableRows: [...parsed.unreadableRows],
    repairedRows: parsed.repairedRows.map((row) => ({ ...row, codes: [...row.codes] })),
    fingerprint,
  };
}

const nothing = {
  current: 0,
  added: [],
  updated: [],
  removed: [],
  lostCodes: 0,
  isSuspicious: false,
  conflicts: [],
  unreadableRows: [],
  repairedRows: [],
  fingerprint: '',
};

/** The reader's own sentence, which is for the person; anything else is a failure of ours. */
function toRefusal(error: unknown): string {
  if (error instanceof AppError && error.code === 'invalid-input') return error.message;
  throw error;
}

function toView({ email, codes }: AgencyEntry) {
  return { email, codes: [...codes] };
}
