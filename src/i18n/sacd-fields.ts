/** Elements of SACD’s message that its answers name («champ»), in words; source: docs of the message in `src/declarations/sacd/message.ts`. */
const sacdFieldLabels: ReadonlyMap<string, string> = new Map([
  ['dec_ref', 'identifiant SACD de la structure'],
  ['rep_titre', 'titre du spectacle'],
  ['rep_date_debut', 'date de la représentation'],
  ['rep_date_fin', 'date de fin de la représentation'],
  ['rep_horaire', 'heure de la représentation'],
  ['rep_mt_billets', 'recette de billetterie HT'],
  ['rep_mt_tva_billets', 'TVA de la billetterie'],
  ['rep_nb_billets_pay', 'billets payants'],
  ['rep_nb_billets_exo', 'billets gratuits'],
  ['rep_mt_depenses', 'dépenses'],
  ['rep_mt_frais', 'frais d’approche'],
  ['salle_nom', 'nom de la salle'],
  ['salle_jauge', 'jauge de la salle'],
  ['diff_nom', 'nom de la structure'],
  ['diff_ref', 'SIREN de la structure'],
  ['diff_adresse_1', 'adresse de la structure'],
  ['diff_code_postal', 'code postal de la structure'],
  ['diff_ville', 'ville de la structure'],
  ['diff_pays', 'pays de la structure'],
  ['prod_nom', 'nom du producteur'],
  ['prod_ref', 'SIREN du producteur'],
]);

/** What a field of SACD’s message is called on screen; null for one that has no name here: its code says nothing to a person. */
export function describeSacdField(field: string): string | null {
  return sacdFieldLabels.get(field) ?? null;
}
