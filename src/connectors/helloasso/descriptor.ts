import type { ConnectorDescriptor } from '../connector';

/**
 * HelloAsso rations its tokens only (some ten in 10 s, twenty in 10 minutes, fifty an hour), which one token for 30 minutes never
 * comes near. Other requests have no published limit: this one is politeness, and the concurrency that of a person's browser.
 */
export const descriptor: ConnectorDescriptor = {
  system: 'helloasso',
  label: 'HelloAsso',
  accessKey: { label: 'Identifiant de l’API (clientId)', hint: 'Une suite de 32 lettres et chiffres' },
  secretKey: { label: 'Clé secrète (clientSecret)', hint: 'La suite affichée à côté de l’identifiant' },
  steps: [
    'Connectez-vous à l’espace d’administration de votre association sur HelloAsso.',
    'Ouvrez «\u00a0Mon compte\u00a0», puis «\u00a0Intégrations et API\u00a0».',
    'Vérifiez que c’est bien l’association qui vend vos billets\u00a0: la clé ne doit en ouvrir qu’une.',
    'Copiez l’identifiant (clientId) et la clé secrète (clientSecret) dans les deux champs.',
  ],
  quota: { requests: 200, windowSeconds: 10, concurrency: 3 },
};
