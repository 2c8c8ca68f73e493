import * as z from 'zod/mini';

/** Who is looking: shown in the header and used to choose the structure. */
export const getViewerOutput = z.object({
  user: z.object({
    id: z.string(),
    email: z.string(),
    firstname: z.string(),
    lastname: z.string(),
    isAdmin: z.boolean(),
  }),
  organizations: z.array(z.object({ id: z.string(), name: z.string() })),
});
export type Viewer = z.infer<typeof getViewerOutput>;
