import 'server-only';
import { signedInProcedure, router } from '@/server/trpc/trpc';
import { getViewer } from './get-viewer';
import { getViewerOutput } from './get-viewer.schema';

export const sessionRouter = router({
  viewer: signedInProcedure.output(getViewerOutput).query(({ ctx }) => getViewer(ctx)),
});
