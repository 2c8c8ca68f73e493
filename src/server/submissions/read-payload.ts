import 'server-only';
import * as z from 'zod/mini';
import { type NeutralDeclaration, neutralDeclarationSchema } from '@/domain/declaration/neutral';

/** What is frozen of a declaration by period: every show played in it. */
const periodPayloadSchema = z.object({ period: z.string(), declarations: z.array(neutralDeclarationSchema) });
const payloadSchema = z.union([periodPayloadSchema, neutralDeclarationSchema]);

/** The declarations of a frozen payload: one for a show, one per show for a period. */
export function readPayload(payload: unknown): readonly NeutralDeclaration[] {
  const parsed = payloadSchema.parse(payload);
  return 'declarations' in parsed ? parsed.declarations : [parsed];
}
