/** What the push API answers when it does not do what it was asked: the status, and the words in both languages. */
export type PushProblemText = {
  readonly status: number;
  readonly title: string;
  readonly titleEn: string;
  /** What to do. */
  readonly advice: string;
  readonly adviceEn: string;
};

export const pushProblemTexts = {
  'invalid-json': {
    status: 400,
    title: 'Le corps n’est pas du JSON',
    titleEn: 'The body is not JSON',
    advice: 'Envoyez un seul document JSON, encodé en UTF-8.',
    adviceEn: 'Send one JSON document, encoded in UTF-8.',
  },
  'invalid-parameter': {
    status: 400,
    title: 'Un paramètre de l’adresse ou un en-tête est incorrect',
    titleEn: 'A parameter of the address or a header is not right',
    advice: 'Corrigez ce que désigne «\u00a0errors\u00a0».',
    adviceEn: 'Correct what “errors” points at.',
  },
  'missing-key': {
    status: 401,
    title: 'Il manque une clé',
    titleEn: 'A key is missing',
    advice: 'Envoyez l’en-tête «\u00a0Authorization: Bearer asd_…\u00a0».',
    adviceEn: 'Send the header “Authorization: Bearer asd_…”.',
  },
  'unknown-key': {
    status: 401,
    title: 'Cette clé n’est pas reconnue',
    titleEn: 'This key is not recognised',
    advice: 'Copiez-la de nouveau, entière, ou demandez-en une autre à la structure.',
    adviceEn: 'Copy it again, whole, or ask the organization for another one.',
  },
  'revoked-key': {
    status: 401,
    title: 'Cette clé a été révoquée',
    titleEn: 'This key was revoked',
    advice: 'Demandez une autre clé à la structure\u00a0: les spectacles déjà envoyés y resteront rattachés.',
    adviceEn: 'Ask the organization for another key: the shows already sent will still belong to it.',
  },
  'insufficient-scope': {
    status: 403,
    title: 'Cette clé ne permet pas cette opération',
    titleEn: 'This key does not allow this operation',
    advice: 'Demandez à la structure une clé qui porte le droit nommé dans «\u00a0detail\u00a0».',
    adviceEn: 'Ask the organization for a key with the scope named in “detailEn”.',
  },
  'not-found': {
    status: 404,
    title: 'Ce spectacle ou cette représentation n’existe pas',
    titleEn: 'This show or performance does not exist',
    advice: 'Vérifiez l’identifiant\u00a0: c’est celui que vous avez envoyé avec une clé du même éditeur.',
    adviceEn: 'Check the identifier: it is the one that you sent with a key of the same editor.',
  },
  'idempotency-in-progress': {
    status: 409,
    title: 'La même requête est en cours',
    titleEn: 'The same request is under way',
    advice: 'Attendez la durée de «\u00a0Retry-After\u00a0», puis renvoyez-la telle quelle.',
    adviceEn: 'Wait for as long as “Retry-After” says, then send it again unchanged.',
  },
  'body-too-large': {
    status: 413,
    title: 'Le corps est trop gros',
    titleEn: 'The body is too large',
    advice: 'Deux mégaoctets au plus\u00a0: envoyez moins de spectacles à la fois.',
    adviceEn: 'Two megabytes at most: send fewer shows at a time.',
  },
  'unsupported-media-type': {
    status: 415,
    title: 'Ce type de contenu n’est pas accepté',
    titleEn: 'This content type is not accepted',
    advice: 'Envoyez l’en-tête «\u00a0Content-Type: application/json\u00a0».',
    adviceEn: 'Send the header “Content-Type: application/json”.',
  },
  'invalid-input': {
    status: 422,
    title: 'Des données sont à corriger',
    titleEn: 'Some data need correcting',
    advice:
      'Rien n’a été enregistré. Corrigez chaque point de «\u00a0errors\u00a0», puis renvoyez le spectacle entier.',
    adviceEn: 'Nothing was stored. Correct each point of “errors”, then send the whole show again.',
  },
  'idempotency-key-reused': {
    status: 422,
    title: 'Cette clé d’idempotence a déjà servi à une autre requête',
    titleEn: 'This idempotency key was used for another request',
    advice: 'Prenez une nouvelle valeur pour chaque nouvelle requête.',
    adviceEn: 'Take a new value for each new request.',
  },
  'too-many-requests': {
    status: 429,
    title: 'Trop de requêtes en peu de temps',
    titleEn: 'Too many requests in a short time',
    advice:
      'Attendez la durée de «\u00a0Retry-After\u00a0», en secondes. Regroupez vos spectacles si vous en envoyez beaucoup.',
    adviceEn: 'Wait for as long as “Retry-After” says, in seconds. Group your shows if you send many.',
  },
  internal: {
    status: 500,
    title: 'Le service a rencontré un problème',
    titleEn: 'The service met a problem',
    advice: 'Renvoyez la même requête dans un instant\u00a0: elle ne peut pas compter deux fois.',
    adviceEn: 'Send the same request again in a moment: it cannot count twice.',
  },
} as const satisfies Readonly<Record<string, PushProblemText>>;

export type PushProblemCode = keyof typeof pushProblemTexts;
