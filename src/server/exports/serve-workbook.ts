import 'server-only';
import { toParisDay } from '@/domain/calendar';
import { recordAudit } from '@/server/audit/record';
import { type Database } from '@/server/db/client';
import { toPersonName } from '@/server/declarations/to-person-name';
import { logger } from '@/server/logger';
import { listSeriesInput } from '@/server/series/list-series.schema';
import { toStreamResponse } from '@/server/submissions/file-response';
import { listSubmissionsInput } from '@/server/submissions/list-submissions.schema';
import { type SheetToWrite } from '@/spreadsheet/write-sheet-xml';
import { writeWorkbook } from '@/spreadsheet/write-workbook';
import { authorizeExport, type ExportActor, toNotFound } from './authorize-export';
import { buildShowsWorkbook, buildSubmissionsWorkbook, buildWholeWorkbook } from './build-workbooks';

const contentType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

type Asked = { readonly title: string; readonly sheets: readonly SheetToWrite[] };

/**
 * GET /api/exports/:organizationId/:what, `what` being `tout`, `spectacles` (with the filters of the list) or `envois` (with theirs): a
 * workbook, for a signed-in member of the structure. It is sent while it is made, and the journal keeps who asked for it.
 */
export async function serveWorkbook(
  db: Database,
  request: Request,
  params: Readonly<Record<string, string>>,
): Promise<Response> {
  const actor = await authorizeExport(db, request, params['organizationId']);
  if (actor instanceof Response) return actor;
  const query = Object.fromEntries(new URL(request.url).searchParams);
  const asked = await findWorkbook(actor, params['what'], query);
  if (!asked) return toNotFound();
  await recordAudit(db, {
    action: 'export.asked',
    organizationId: actor.organizationId,
    actor: { id: actor.user.id, name: toPersonName(actor.user) },
    subject: actor.organizationId,
    detail: { what: asked.title },
  });
  const now = new Date();
  const stream = writeWorkbook(asked.sheets, now);
  stream.on('error', (error) => logger().error({ err: error, correlationId: actor.correlationId }, 'export broke off'));
  const filename = `${asked.title} - ${actor.organizationName} - ${toParisDay(now)}.xlsx`;
  return toStreamResponse({ filename, contentType, stream });
}

async function findWorkbook(
  actor: ExportActor,
  what: string | undefined,
  query: Readonly<Record<string, string>>,
): Promise<Asked | null> {
  const { organizationId } = actor;
  if (what === 'tout') return { title: 'Export complet', sheets: await buildWholeWorkbook(actor) };
  if (what === 'spectacles') {
    const parsed = listSeriesInput.safeParse({ ...query, page: 1, organizationId });
    return parsed.success ? { title: 'Spectacles', sheets: await buildShowsWorkbook(actor, parsed.data) } : null;
  }
  if (what === 'envois') {
    const parsed = listSubmissionsInput.safeParse({ ...query, page: 1, organizationId });
    return parsed.success ? { title: 'Envois', sheets: buildSubmissionsWorkbook(actor, parsed.data) } : null;
  }
  return null;
}
