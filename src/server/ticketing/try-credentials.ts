import 'server-only';
import { type Credentials } from '@/connectors/connector';
import { AppError } from '@/domain/errors';
import { type TicketingSource } from '@/domain/ticketing/model';
import { type Database } from '@/server/db/client';
import { createConnectorContext, findConnector } from './create-connector-context';

/** A person is waiting: whatever the provider and its quota do, the answer comes within this. */
const patienceMilliseconds = 10_000;

/** Asks the provider whose keys these are, within 10 s. Throws AppError with one of the ticketing codes. */
export async function tryCredentials(
  db: Database,
  system: TicketingSource,
  credentials: Credentials,
): Promise<{ account: string; label: string }> {
  const connector = findConnector(system);
  if ((connector.descriptor.accessKey === null) !== (credentials.accessKey === null)) {
    throw new AppError('invalid-input', 'the access key does not fit the system');
  }
  const signal = AbortSignal.timeout(patienceMilliseconds);
  try {
    const limits = { signal, longestQuotaPauseMilliseconds: patienceMilliseconds / 2 };
    return await connector.testConnection(createConnectorContext(db, connector, credentials, limits));
  } catch (error) {
    if (signal.aborted && !(error instanceof AppError)) throw new AppError('unavailable', 'no answer within 10 s');
    throw error;
  }
}
