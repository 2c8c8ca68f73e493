import 'server-only';
import * as z from 'zod/mini';
import { parseSeasonKey, toSeasonKey } from '@/domain/season';
import { renderSeasonSummary } from '@/exports/season-summary';
import { renderShowRecord } from '@/exports/show-record';
import { type Database } from '@/server/db/client';
import { toFileResponse } from '@/server/submissions/file-response';
import { authorizeExport, type ExportActor, toNotFound } from './authorize-export';
import { buildSeasonSummary } from './build-season-summary';
import { walkShows } from './walk-shows';

type Made = { readonly filename: string; readonly bytes: Uint8Array };

const idSchema = z.uuid();

/**
 * GET /api/exports/:organizationId/:what/:id: the record of a show (`spectacle`, its identifier) or the summary of a season (`saison`,
 * `2025-2026`), to read or to print, for a signed-in member of the structure.
 */
export async function servePdf(
  db: Database,
  request: Request,
  params: Readonly<Record<string, string>>,
): Promise<Response> {
  const actor = await authorizeExport(db, request, params['organizationId']);
  if (actor instanceof Response) return actor;
  const made = await makePdf(actor, params['what'], params['id'] ?? '', new Date());
  return made ? toFileResponse({ ...made, contentType: 'application/pdf' }, 'inline') : toNotFound();
}

async function makePdf(actor: ExportActor, what: string | undefined, id: string, madeAt: Date): Promise<Made | null> {
  if (what === 'spectacle') return makeShowRecord(actor, id, madeAt);
  const season = what === 'saison' ? parseSeasonKey(id) : null;
  if (!season) return null;
  const bytes = await renderSeasonSummary(await buildSeasonSummary(actor, season, madeAt));
  return { filename: `Bilan de saison ${toSeasonKey(season)} - ${actor.organizationName}.pdf`, bytes };
}

async function makeShowRecord(
  { db, organizationId }: ExportActor,
  seriesId: string,
  madeAt: Date,
): Promise<Made | null> {
  if (!idSchema.safeParse(seriesId).success) return null;
  for await (const [show] of walkShows(db, organizationId, [seriesId])) {
    if (!show) return null;
    const bytes = await renderShowRecord({ show, madeAt });
    return { filename: `Fiche du spectacle - ${[...show.draft.series.name].slice(0, 100).join('')}.pdf`, bytes };
  }
  return null;
}
