import 'server-only';
import { type AgenciesDifference } from '@/declarations/agencies/diff-agencies';
import { type AgencyEntry, type ParsedAgencies, parseAgencies } from '@/declarations/agencies/parse-agencies';
import { AppError } from '@/domain/errors';
import { type TransmittableOrganism } from '@/domain/organism';
import { recordAudit } from '@/server/audit/record';
import { type Database, type Transaction } from '@/server/db/client';
import { toSha256 } from '@/server/submissions/canonical-json';
import { compareAgencies } from './compare-agencies';

export type AgenciesChange = Omit<ParsedAgencies, 'agencies'> & {
  readonly added: number;
  readonly updated: number;
  readonly removed: number;
};

export type SynchronizeOptions = {
  readonly dryRun?: boolean;
  /** Said a second time, after a first refusal. */
  readonly force?: boolean;
  /** Of the comparison that a person looked at: `stale-version` when the agencies changed since. */
  readonly fingerprint?: string;
  /** Who imports which file, for the journal. */
  readonly by: { readonly id: string | null; readonly name: string };
  readonly fileName: string;
};

/**
 * Makes the agencies of an organism those of its file, all of it or nothing. A file that would take away more than a fifth
 * of them is refused unless `force`: it is probably cut. `dryRun` counts and writes nothing.
 */
export async function synchronizeAgencies(
  db: Database,
  organism: TransmittableOrganism,
  file: Uint8Array,
  { dryRun = false, force = false, fingerprint, by, fileName }: SynchronizeOptions,
): Promise<AgenciesChange> {
  const { agencies, ...report } = await parseAgencies(organism, file);
  return db.$transaction(
    async (tx) => {
      // Two imports at once would each remove what the other adds.
      await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtext(${`agencies ${organism}`}))::text`;
      const { current, difference, isSuspicious, ...found } = await compareAgencies(tx, organism, agencies);
      if (fingerprint !== undefined && fingerprint !== found.fingerprint) throw new AppError('stale-version');
      if (isSuspicious && !force) {
        throw new AppError(
          'invalid-input',
          `ce fichier retirerait ${difference.removed.length} délégations sur ${current.length} et ${difference.lostCodes.length} codes postaux : est-il entier ? --force l’applique quand même`,
        );
      }
      const counts = {
        added: difference.added.length,
        updated: difference.updated.length,
        removed: difference.removed.length,
      };
      if (!dryRun && counts.added + counts.updated + counts.removed > 0) {
        await apply(tx, organism, difference);
        await recordAudit(tx, {
          action: 'agencies.synchronized',
          organizationId: null,
          actor: by,
          subject: organism,
          detail: {
            ...counts,
            conflicts: report.conflicts.length,
            unreadable: report.unreadableRows.length,
            repaired: report.repairedRows.length,
            forced: isSuspicious,
            file: fileName,
            sha256: toSha256(file),
          },
        });
      }
      return { ...counts, ...report };
    },
    { timeout: 60_000, maxWait: 10_000 },
  );
}

/** Codes are freed before they are given: one code leads to one agency. */
async function apply(tx: Transaction, organism: TransmittableOrganism, difference: AgenciesDifference): Promise<void> {
  const emailsOf = (entries: readonly AgencyEntry[]) => entries.map(({ email }) => email);
  await tx.agency.deleteMany({ where: { organism, email: { in: emailsOf(difference.removed) } } });
  await tx.agencyPostalCode.deleteMany({
    where: { organism, agency: { email: { in: emailsOf(difference.updated) } } },
  });
  await tx.agency.createMany({
    data: difference.added.map(({ email }) => ({ organism, email, name: nameAgency(organism, email) })),
  });
  const changed = [...difference.added, ...difference.updated];
  const rows = await tx.agency.findMany({
    where: { organism, email: { in: emailsOf(changed) } },
    select: { id: true, email: true },
  });
  const ids = new Map(rows.map(({ id, email }) => [email, id]));
  await tx.agencyPostalCode.createMany({
    data: changed.flatMap(({ email, codes }) => {
      const agencyId = ids.get(email);
      return agencyId === undefined ? [] : codes.map((code) => ({ organism, code, agencyId }));
    }),
  });
}

/** The files hold no name: «Délégation SACEM (brest)» from brest@…, until a person gives a better one. */
function nameAgency(organism: TransmittableOrganism, email: string): string {
  return `Délégation ${organism} (${email.slice(0, email.indexOf('@'))})`;
}
