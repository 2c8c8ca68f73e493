/** Help pages on bringing figures in, in the order of the index; their text is in `docs/aide/billetteries/<slug>.md`. */
export const guideSlugs = [
  'billetweb',
  'helloasso',
  'mapado',
  'shotgun',
  'soticket',
  'supersoniks',
  'fichier',
  'saisie',
  'envoi',
] as const;
