import type { ConnectorDescriptor } from '../connector';

/**
 * Billetweb announces 100 requests a minute, counted in a sliding window; 90 in 60 s were still refused in production,
 * 90 in 80 s were not.
 */
export const descriptor: ConnectorDescriptor = {
  system: 'billetweb',
  label: 'Billetweb',
  accessKey: { label: 'Identifiant (user)', hint: 'Le nombre affiché à côté de la clé, par exemple 12345' },
  secretKey: { label: 'Clé API (key)', hint: 'La longue suite de lettres et de chiffres' },
  steps: [
    'Connectez-vous à votre espace organisateur sur Billetweb.',
    'Ouvrez la page « API » (www.billetweb.fr/bo/api.php) et créez une clé.',
    'Laissez cette clé ouverte à tous les événements : sinon Billetweb nous refuse l’accès.',
    'Copiez l’identifiant (user) et la clé (key) dans les deux champs.',
  ],
  quota: { requests: 90, windowSeconds: 80, concurrency: 3 },
};
