import { createHash } from 'node:crypto';
import { type DocumentType } from '@/domain/declaration/bounds';
import { type Actor } from '@/server/trpc/context';

/** A document of a show, whole and ready; its bytes are a small PDF unless told otherwise. Its id. */
export async function givenAttachment(
  { db, organizationId, user }: Actor,
  values: {
    seriesId: string;
    name?: string;
    type?: DocumentType;
    contentType?: string;
    bytes?: Buffer;
    /** Said of it, when its bytes do not matter. */
    size?: number;
    removedAt?: Date | null;
  },
): Promise<string> {
  const { seriesId, name = 'Contrat de cession.pdf', type = 'OTHER', contentType = 'application/pdf' } = values;
  const bytes = values.bytes ?? Buffer.from(`%PDF-1.7 ${name}`);
  const { size = bytes.byteLength } = values;
  const { id } = await db.attachment.create({
    data: {
      organizationId,
      seriesId,
      type,
      name,
      contentType,
      size,
      received: size,
      state: 'ready',
      sha256: createHash('sha256').update(bytes).digest('hex'),
      createdById: user.id,
      createdBy: 'Nolwenn Cadiou',
      removedAt: values.removedAt ?? null,
      chunks: { create: { position: 0, bytes: new Uint8Array(bytes) } },
    },
    select: { id: true },
  });
  return id;
}
