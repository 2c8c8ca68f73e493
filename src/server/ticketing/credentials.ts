import 'server-only';
import * as z from 'zod';
import { type Credentials } from '@/connectors/connector';
import { decryptSecret, encryptSecret } from '@/server/secrets/envelope';

const credentialsSchema = z.object({ accessKey: z.string().nullable(), secretKey: z.string() });

/** Closes the keys of a connection for its own row. */
export function sealCredentials(credentials: Credentials, connectionId: string): string {
  return encryptSecret(JSON.stringify(credentials), connectionId);
}

/** The only place where keys of a ticketing system are opened; they go to the connector and nowhere else. */
export function openCredentials(envelope: string, connectionId: string): Credentials {
  return credentialsSchema.parse(JSON.parse(decryptSecret(envelope, connectionId)));
}

/** What the screen may show of a secret: its last four characters, none when it is too short to stay one. */
export function toCredentialHint(secretKey: string): string {
  return secretKey.length >= 12 ? secretKey.slice(-4) : '';
}
