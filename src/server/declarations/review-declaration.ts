import 'server-only';
import type * as z from 'zod/mini';
import { organismModules } from '@/declarations/registry';
import { listEffectivePerformances } from '@/domain/declaration/effective';
import { isBlocking } from '@/domain/declaration/issues';
import { type Database } from '@/server/db/client';
import { isTax } from '@/domain/organism';
import { describeCorrection } from '@/i18n/corrections';
import { type Actor } from '@/server/trpc/context';
import { findLeftAgencies } from './find-left-agencies';
import { loadSeries } from './load-series';
import { listYears, loadYearlyTaxes } from './load-yearly-taxes';
import { type PreparedDeclaration, prepareDeclarations } from './prepare-declaration';
import {
  type OrganismReview,
  type YearlyTax,
  type reviewDeclarationInput,
  type reviewDeclarationOutput,
} from './review-declaration.schema';
import { toFingerprint } from './to-fingerprint';
import { toPersonName } from './to-person-name';
import { findRecipient, toRecipient } from './to-recipient';

type Review = z.infer<typeof reviewDeclarationOutput>;

/** What would be sent now, organism by organism, and what stands in the way. Nothing is written. */
export async function reviewDeclaration(
  { db, organizationId, user }: Actor,
  { seriesId }: z.infer<typeof reviewDeclarationInput>,
): Promise<Review> {
  const loaded = await loadSeries(db, { organizationId, seriesId });
  const prepared = await prepareDeclarations(db, loaded, { user, now: new Date() });
  const fingerprint = toFingerprint(prepared);
  return {
    version: loaded.row.version,
    fingerprint,
    seriesName: loaded.row.name,
    declarant: { name: toPersonName(user), email: user.email },
    organisms: await Promise.all(
      prepared.map(async (one) =>
        toOrganismReview(one, toPreviewHref(one, organizationId, fingerprint), {
          yearlyTaxes: await findYearlyTaxes(db, one, organizationId),
          leftAgencies: await findLeftAgencies(db, one),
        }),
      ),
    ),
  };
}

async function findYearlyTaxes(
  db: Database,
  { organism, declaration }: PreparedDeclaration,
  organizationId: string,
): Promise<YearlyTax[]> {
  if (!isTax(organism)) return [];
  return loadYearlyTaxes(db, { organizationId, tax: organism, years: listYears(declaration) });
}

function toOrganismReview(
  prepared: PreparedDeclaration,
  preview: string,
  found: Pick<OrganismReview, 'yearlyTaxes' | 'leftAgencies'>,
): OrganismReview {
  const { organism, sendable, byLetter, declaration, issues, agency, parts } = prepared;
  const { corrects } = declaration;
  const isComplete = !issues.some(isBlocking);
  const hasDocument = organism !== 'SACD' && isComplete;
  const isAnyLeft = declaration.performances.length > 0;
  const sections = isComplete && isAnyLeft ? organismModules[organism].describe(declaration).sections : [];
  return {
    organism,
    sendable,
    correction: corrects ? describeCorrection({ ...corrects, submittedAt: new Date(corrects.submittedAt) }) : null,
    byLetter,
    issues: issues.map((issue) => ({ ...issue, organism })),
    recipient: findRecipient(organism, agency),
    documentHref: hasDocument && parts.length === 0 ? preview : null,
    documents: toDocuments(prepared),
    message: {
      sections: sections.map(({ title, rows, isCopied, table }) => ({
        title,
        ...(isCopied && { isCopied }),
        rows: [...rows],
        ...(table && {
          table: {
            headers: [...table.headers],
            rows: table.rows.map((row) => [...row]),
            ...(table.totals && { totals: [...table.totals] }),
          },
        }),
      })),
    },
    shares: parts.map((part) => ({
      recipient: toRecipient(organism, part.agency),
      performances: listEffectivePerformances(part.declaration).map(({ id, startAt, venue }) => ({
        id,
        startAt,
        place: venue && `${venue.name}, ${venue.address.city}`,
      })),
      isDelivered: part.isDelivered,
      documentHref: hasDocument ? `${preview}&delegation=${part.agency.id}` : null,
    })),
    ...found,
  };
}

/** Another address as soon as what would leave is another: a page that shows the document shows the new one. */
function toPreviewHref(
  { organism, declaration }: PreparedDeclaration,
  organizationId: string,
  fingerprint: string,
): string {
  return `/api/preview/${organizationId}/${declaration.series.id}/${organism.toLowerCase()}?v=${fingerprint.slice(0, 16)}`;
}

function toDocuments({ organism, agency, parts, documents }: PreparedDeclaration): OrganismReview['documents'] {
  if (documents.length === 0) return null;
  return {
    recipient: parts.length > 0 || !agency ? null : { label: `${organism}, ${agency.name}`, address: agency.email },
    mails: Math.max(...documents.map(({ mailNumber }) => mailNumber)),
    files: documents.map(({ type, name, size }) => ({ type, name, size })),
  };
}
