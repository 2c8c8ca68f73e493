import type { ConnectorDescriptor } from '../connector';

/**
 * One site per customer, hence a domain name where others have an account number, and a key that the vendor's support issues.
 * No quota is documented; a synchronisation is one request, so a cautious one costs nothing.
 */
export function createDescriptor(brand: Pick<ConnectorDescriptor, 'system' | 'label'>): ConnectorDescriptor {
  return {
    ...brand,
    accessKey: {
      label: 'Nom de domaine de votre billetterie',
      hint: 'Sans «\u00a0https://\u00a0» ni rien après, par exemple billetterie.mon-theatre.fr',
    },
    secretKey: { label: 'Clé API', hint: 'Une centaine de caractères, elle commence par «\u00a0ey\u00a0»' },
    steps: [
      `Écrivez au support de ${brand.label} et demandez une clé pour lire l’API de votre billetterie.`,
      'Demandez-lui aussi d’autoriser notre service dans le pare-feu de votre site, s’il y en a un.',
      'Ouvrez votre billetterie comme un spectateur\u00a0: son nom de domaine est dans la barre d’adresse, entre «\u00a0https://\u00a0» et la barre oblique suivante.',
      'Copiez ce nom de domaine et la clé reçue dans les deux champs.',
    ],
    quota: { requests: 20, windowSeconds: 60, concurrency: 1 },
  };
}
