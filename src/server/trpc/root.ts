import 'server-only';
import { addressesRouter } from '@/server/addresses/router';
import { administrationRouter } from '@/server/administration/router';
import { agenciesRouter } from '@/server/agencies/router';
import { apiKeysRouter } from '@/server/api-keys/router';
import { attachmentsRouter } from '@/server/attachments/router';
import { automationRouter } from '@/server/automation/router';
import { correctionsRouter } from '@/server/corrections/router';
import { declarationsRouter } from '@/server/declarations/router';
import { exportsRouter } from '@/server/exports/router';
import { importsRouter } from '@/server/imports/router';
import { manualRouter } from '@/server/manual/router';
import { organizationsRouter } from '@/server/organizations/router';
import { seriesRouter } from '@/server/series/router';
import { sessionRouter } from '@/server/session/router';
import { sibilRouter } from '@/server/sibil/router';
import { submissionsRouter } from '@/server/submissions/router';
import { ticketingRouter } from '@/server/ticketing/router';
import { createCallerFactory, router } from './trpc';

/** Every procedure of the service. The matrix test of procedures × roles is generated from it. */
export const appRouter = router({
  session: sessionRouter,
  organizations: organizationsRouter,
  addresses: addressesRouter,
  ticketing: ticketingRouter,
  series: seriesRouter,
  declarations: declarationsRouter,
  submissions: submissionsRouter,
  corrections: correctionsRouter,
  attachments: attachmentsRouter,
  manual: manualRouter,
  apiKeys: apiKeysRouter,
  imports: importsRouter,
  exports: exportsRouter,
  sibil: sibilRouter,
  agencies: agenciesRouter,
  administration: administrationRouter,
  automation: automationRouter,
});
export type AppRouter = typeof appRouter;
export const createCaller = createCallerFactory(appRouter);
