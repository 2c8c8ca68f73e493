import type { ConnectorDescriptor } from '../connector';

/** Mapado publishes no quota. Two requests at once is what its servers are known to bear; two a second is far above what is needed. */
export const descriptor: ConnectorDescriptor = {
  system: 'mapado',
  label: 'Mapado',
  accessKey: null,
  secretKey: { label: 'Jeton d’accès (token)', hint: 'La longue suite de lettres et de chiffres' },
  steps: [
    'Connectez-vous à votre compte Mapado avec des droits d’administration.',
    'Ouvrez la page «\u00a0Application\u00a0» de vos paramètres et créez un utilisateur dédié, en lecture seule.',
    'Donnez-lui accès à tous vos événements\u00a0: nous ne lirons que ceux qu’il voit.',
    'Copiez son jeton (token) dans le champ.',
  ],
  quota: { requests: 120, windowSeconds: 60, concurrency: 2 },
};
