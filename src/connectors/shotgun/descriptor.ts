import type { ConnectorDescriptor } from '../connector';

/**
 * Shotgun allows 100 requests a minute to one IP address, whatever the accounts: they all share one quota, in which a long
 * synchronisation leaves no place. Hence the reserve, for tests of keys.
 */
export const descriptor: ConnectorDescriptor = {
  system: 'shotgun',
  label: 'Shotgun',
  accessKey: { label: 'Identifiant d’organisateur', hint: 'Un nombre, par exemple 173027' },
  secretKey: { label: 'Jeton (token)', hint: 'La longue suite de lettres et de chiffres qui commence par eyJ' },
  steps: [
    'Connectez-vous à Smartboard, l’espace professionnel de Shotgun.',
    'Ouvrez « Intégrations », puis « Shotgun APIs ».',
    'Copiez l’identifiant d’organisateur (organizer id) et le jeton (token) dans les deux champs.',
  ],
  quota: { requests: 90, windowSeconds: 60, concurrency: 1, scope: 'address', reserve: 6 },
};
