/** An element of the declaration: its children in order, or the type of its text. */
export type ElementShape = {
  readonly name: string;
  readonly required: boolean;
  readonly repeats?: true;
  readonly pattern?: RegExp;
  readonly children?: readonly ElementShape[];
};

const amount = /^\d+(\.\d{1,2})?$/;
const integer = /^\d+$/;
const percentage = /^\d{1,2}(\.\d+)?$/;
const date = /^\d{4}\/(0[1-9]|1[0-2])\/(0[1-9]|[12]\d|3[01])$/;
const time = /^([01]\d|2[0-3]):[0-5]\d$/;
const referenceType = /^(SACD|INTERNE|SIRET|SIREN|LICENCE)$/;

function required(name: string, pattern?: RegExp): ElementShape {
  return { name, required: true, pattern };
}

function optional(name: string, pattern?: RegExp): ElementShape {
  return { name, required: false, pattern };
}

function section(name: string, children: readonly ElementShape[]): ElementShape {
  return { name, required: true, children };
}

const party = (prefix: 'diff' | 'prod', isCityRequired: boolean): readonly ElementShape[] => [
  optional(`${prefix}_nom`),
  optional(`${prefix}_type_ref`, referenceType),
  optional(`${prefix}_ref`),
  optional(`${prefix}_adresse_1`),
  optional(`${prefix}_adresse_2`),
  optional(`${prefix}_code_postal`),
  isCityRequired ? required(`${prefix}_ville`) : optional(`${prefix}_ville`),
  isCityRequired ? required(`${prefix}_pays`, /^[A-Z]{2}$/) : optional(`${prefix}_pays`, /^[A-Z]{2}$/),
  optional(`${prefix}_tel`),
  optional(`${prefix}_mel`),
  optional(`${prefix}_tva`),
];

const representation: ElementShape = {
  name: 'Representation',
  required: true,
  repeats: true,
  children: [
    optional('rep_ref_dec'),
    required('rep_devise', /^EUR$/),
    optional('rep_statut', /^(PRG|DEF)$/),
    required('rep_version', integer),
    required('rep_titre'),
    required('rep_date_debut', date),
    required('rep_date_fin', date),
    required('rep_nb', integer),
    required('rep_horaire', time),
    section('Billetterie', [
      optional('rep_mt_billets', amount),
      optional('rep_tx_tva_billets', percentage),
      optional('rep_mt_tva_billets', amount),
      optional('rep_nb_billets_pay', integer),
      optional('rep_nb_billets_exo', integer),
    ]),
    section('Exploitation', [
      optional('rep_mt_depenses', amount),
      optional('rep_mt_frais', amount),
      optional('rep_mt_cession', amount),
      optional('rep_tx_tva_cession', percentage),
      optional('rep_mt_tva_cession', amount),
      optional('rep_mt_apports_coprod', amount),
      optional('rep_mt_garantie_rec', amount),
      optional('rep_mt_autres', amount),
      optional('expl_nat', /^(AMA|PRO)$/),
      optional('expl_type_ref', referenceType),
      optional('expl_ref'),
      optional('rep_public'),
      optional('rep_type_diff'),
    ]),
    section('Salle', [
      required('salle_nom'),
      optional('salle_jauge', integer),
      optional('salle_type_ref', referenceType),
      optional('salle_ref'),
      optional('salle_type_lieu'),
      optional('salle_prix_moyen', amount),
    ]),
    section('Diffuseur', party('diff', true)),
    section('Producteur', party('prod', false)),
  ],
};

/** The declaration of the SACD e-ticketing service: no namespace, no attribute, texts of 128 characters at most. */
export const declarationShape = section('Declaration', [
  section('Header', [
    required('dec_ref', /^\d{1,10}$/),
    required('dec_systeme'),
    optional('dec_version'),
    required('dec_date', date),
    required('dec_nb', integer),
  ]),
  section('Representations', [representation]),
]);
