import 'server-only';
import { randomUUID } from 'node:crypto';
import { readSession } from '@/server/auth/read-session';
import { type Database } from '@/server/db/client';
import { toFileResponse, toTextResponse } from '@/server/submissions/file-response';
import { loadQuarter } from './load-quarter';
import { quarterScope } from './quarter.schema';
import { renderQuarter } from './render-quarter';

const notFound = 'Ce fichier n’existe pas ou ne vous est pas ouvert.';

/** GET /api/sibil/:organizationId/:period: the file of a quarter as it is now, for a signed-in member of the structure. */
export async function serveQuarterFile(
  db: Database,
  request: Request,
  params: Readonly<Record<string, string>>,
): Promise<Response> {
  const user = await readSession(db, request.headers);
  if (!user) return toTextResponse(401, 'Connectez-vous pour télécharger ce fichier.');
  const parsed = quarterScope.safeParse(params);
  if (!parsed.success) return toTextResponse(404, notFound);
  const { organizationId, period } = parsed.data;
  const membership = await db.membership.findUnique({
    where: { organizationId_userId: { organizationId, userId: user.id } },
    select: { organizationId: true },
  });
  if (!membership) return toTextResponse(404, notFound);
  const now = new Date();
  const loaded = await loadQuarter({ db, user, organizationId, correlationId: randomUUID() }, period, now);
  const file = renderQuarter(loaded, now);
  if (!file) return toTextResponse(409, 'Complétez les représentations du trimestre pour obtenir le fichier.');
  return toFileResponse(file, 'attachment');
}
