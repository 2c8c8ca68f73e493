/** What can be made to go wrong over HTTP; SACD and SMTP have some of their own. */
export const httpTroubles = {
  slow: 'répond après un délai (delayMilliseconds, 5\u00a0000 par défaut)',
  timeout: 'reçoit la demande, ne la traite pas et ne répond jamais',
  'timeout-after-receiving': 'traite la demande puis ne répond jamais',
  429: 'refuse\u00a0: trop de demandes, sans dire quand revenir',
  '429-retry-after': 'refuse\u00a0: trop de demandes, avec Retry-After (retryAfterSeconds, 1 par défaut)',
  500: 'répond par une erreur 500',
  '500-once': 'répond une seule fois par une erreur 500',
  'wrong-json': 'répond par un JSON coupé au milieu',
  'wrong-shape': 'répond par un objet inattendu',
  html: 'répond par une page de maintenance avec le statut 200',
  challenge: 'répond par la page de vérification d’un pare-feu',
  401: 'refuse la clé',
  403: 'refuse l’accès à cette clé',
  'unknown-fields': 'ajoute des champs inconnus partout',
  'duplicate-rows': 'répète la première ligne de chaque liste',
  'numbers-as-text': 'écrit tous les nombres entre guillemets',
  'missing-ids': 'oublie les identifiants',
  cut: 'coupe la connexion au milieu de la réponse',
  down: 'coupe la connexion sans répondre',
  redirect: 'redirige vers une adresse privée',
} as const satisfies Record<string, string>;

export const sacdTroubles = {
  refuse: 'refuse toutes les représentations (KO)',
  'refuse-one': 'refuse la première représentation (KO), accepte les autres',
  warn: 'accepte avec une remarque (WARNING)',
} as const satisfies Record<string, string>;

export const smtpTroubles = {
  refuse: 'refuse la connexion',
  cut: 'accepte la connexion puis la coupe',
  'reject-recipient': 'refuse le destinataire',
  slow: 'répond après un délai (delayMilliseconds, 5\u00a0000 par défaut)',
  'slow-after-data':
    'reçoit le message en entier et ne confirme qu’après un délai (delayMilliseconds, 5\u00a0000 par défaut)',
  'drop-after-data': 'reçoit le message en entier puis coupe sans confirmer',
} as const satisfies Record<string, string>;

export type Trouble = {
  readonly mode: string;
  /** How many times it happens; null until it is switched off. */
  readonly times: number | null;
  /** Only for this account, declarant, recipient or words searched (a part of it is enough); null for everyone. */
  readonly only: string | null;
  /** Only for paths that contain this. */
  readonly path: string | null;
  /** How many matching requests are left in peace first. */
  readonly skip: number;
  readonly delayMilliseconds: number;
  readonly retryAfterSeconds: number;
};

export type TroubleStore = {
  set(system: string, trouble: Partial<Trouble> & Pick<Trouble, 'mode'>): Trouble;
  list(system: string): readonly Trouble[];
  clear(system?: string): void;
  /** The trouble that this request meets, among `modes` if given, counted as having happened; null when all is well. */
  take(system: string, subject: string, path: string, modes?: readonly string[]): Trouble | null;
};

type Armed = { trouble: Trouble; remaining: number | null; skip: number };

export function createTroubleStore(): TroubleStore {
  const armed = new Map<string, Armed[]>();

  return {
    set(system, { mode, ...rest }) {
      const trouble: Trouble = {
        mode,
        times: rest.times ?? (mode === '500-once' ? 1 : null),
        only: rest.only ?? null,
        path: rest.path ?? null,
        skip: rest.skip ?? 0,
        delayMilliseconds: rest.delayMilliseconds ?? 5_000,
        retryAfterSeconds: rest.retryAfterSeconds ?? 1,
      };
      const others = (armed.get(system) ?? []).filter((entry) => entry.trouble.only !== trouble.only);
      armed.set(system, [...others, { trouble, remaining: trouble.times, skip: trouble.skip }]);
      return trouble;
    },
    list: (system) => (armed.get(system) ?? []).map(({ trouble, remaining }) => ({ ...trouble, times: remaining })),
    clear(system) {
      if (system === undefined) armed.clear();
      else armed.delete(system);
    },
    take(system, subject, path, modes) {
      const entries = armed.get(system) ?? [];
      const entry = entries.find(({ trouble }) => {
        return concerns(trouble, subject, path) && (modes === undefined || modes.includes(trouble.mode));
      });
      if (!entry) return null;
      if (entry.skip > 0) {
        entry.skip -= 1;
        return null;
      }
      if (entry.remaining !== null) entry.remaining -= 1;
      if (entry.remaining === 0)
        armed.set(
          system,
          entries.filter((other) => other !== entry),
        );
      return entry.trouble;
    },
  };
}

function concerns(trouble: Trouble, subject: string, path: string): boolean {
  return (
    (trouble.only === null || subject.includes(trouble.only)) && (trouble.path === null || path.includes(trouble.path))
  );
}
