import 'server-only';
import { type Readable } from 'node:stream';
import { DataStore, ERRORS, Upload } from '@tus/server';
import { type Database } from '@/server/db/client';
import { appendBytes, OffsetConflict } from './append-bytes';

type Create = (upload: Upload) => Promise<void>;

/**
 * The bytes of an upload in PostgreSQL, so that any web process goes on with it. Who may touch which upload was decided before
 * (serve-attachment.ts); `create` is what the person who asks may create.
 */
export class PostgresStore extends DataStore {
  override extensions = ['creation', 'creation-with-upload', 'termination'];

  constructor(
    private readonly db: Database,
    private readonly onCreate: Create,
  ) {
    super();
  }

  override async create(upload: Upload): Promise<Upload> {
    await this.onCreate(upload);
    return upload;
  }

  override async write(stream: Readable, id: string, offset: number): Promise<number> {
    try {
      return await appendBytes(this.db, id, offset, stream);
    } catch (error) {
      throw error instanceof OffsetConflict ? ERRORS.INVALID_OFFSET : error;
    }
  }

  override async getUpload(id: string): Promise<Upload> {
    const row = await this.db.attachment.findUnique({
      where: { id },
      select: { size: true, received: true, name: true },
    });
    if (!row) throw ERRORS.FILE_NOT_FOUND;
    return new Upload({ id, size: row.size, offset: row.received, metadata: { filename: row.name } });
  }

  override async remove(id: string): Promise<void> {
    await this.db.attachment.deleteMany({ where: { id, state: { not: 'ready' } } });
  }
}
