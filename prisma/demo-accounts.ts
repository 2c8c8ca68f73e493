/** The people of the demonstration, invented. One password for all: it opens nothing but a local database. */
export const demoPassword = 'Rideau-Ouvert-29';

export const demoAccounts = {
  member: {
    email: 'nolwenn@phare.test',
    firstname: 'Nolwenn',
    lastname: 'Kerbrat',
    role: 'user',
    purpose: 'structure complète : billetterie synchronisée, déclarations en cours et envoyées',
  },
  newcomer: {
    email: 'ines@lucioles.test',
    firstname: 'Inès',
    lastname: 'Benali',
    role: 'user',
    purpose: 'compte neuf : tout reste à faire, de la structure à la première déclaration',
  },
  admin: {
    email: 'admin@assistant.test',
    firstname: 'Maël',
    lastname: 'Dourver',
    role: 'admin',
    purpose: 'administration du service',
  },
} as const;
export type DemoAccount = (typeof demoAccounts)[keyof typeof demoAccounts];

/** Keys of the simulated Billetweb that a newcomer may paste. */
export const demoKeys = { accessKey: 'demo-user', secretKey: 'demo-key-billetweb' } as const;
/** The structure without any show of its own connects another season of the same simulated system. */
export const newcomerKeys = { accessKey: 'user-1', secretKey: 'key-1' } as const;

/** Sends figures into the demonstration's structure by the push API. It opens nothing but a local database. */
export const demoPushKey = `asd_de3000000000_${'demonstration-'.repeat(3)}x`;

/** What the terminal shows once the demonstration is ready. */
export function describeDemoAccounts(): string {
  const lines = Object.values(demoAccounts).map(({ email, purpose }) => `  ${email.padEnd(22)} ${purpose}`);
  return [
    `Comptes (mot de passe : ${demoPassword})`,
    ...lines,
    `Clé de l’API d’envoi : ${demoPushKey} (à essayer sur /aide/api)`,
    `Billetweb simulé : utilisateur ${newcomerKeys.accessKey}, clé ${newcomerKeys.secretKey}`,
  ].join('\n');
}
