import * as z from 'zod/mini';
import { draftOrganizationSchema } from '@/domain/declaration/draft';

export const organizationScope = z.object({ organizationId: z.uuid() });
export const getOrganizationOutput = draftOrganizationSchema;
