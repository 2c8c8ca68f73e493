/** A show of the demonstration season, in days around the reference date. Everything here is invented. */
export type ShowSpec = {
  readonly title: string;
  readonly place: string;
  readonly taxRateBp: number;
  readonly hasSessions?: false;
  readonly isOffline?: true;
  /** Day offset, Paris time, minutes or null when the end is not known. `null` instead of the list: no date at all. */
  readonly sessions: readonly (readonly [number, string, number | null])[] | null;
  /** Name, price in cents, own rate or null, commission in cents or null, share of the sales. */
  readonly tariffs: readonly (readonly [string, number, number | null, number | null, number])[];
  /** Tickets per session, at least and at most. */
  readonly sales: readonly [number, number];
  /** When nothing moved for long: tickets changed at most this many days before the reference date. */
  readonly lastChangeDaysAgo?: number;
};

const usualTariffs: ShowSpec['tariffs'] = [
  ['Plein tarif', 1800, null, 79, 55],
  ['Tarif réduit', 1250, null, 69, 25],
  ['Moins de 12 ans', 833, null, 59, 12],
  ['Exonéré', 0, null, null, 8],
];

export const demoShows: readonly ShowSpec[] = [
  {
    title: 'La Nuit des gardiens',
    place: 'Salle du Stiff',
    taxRateBp: 550,
    sessions: [
      [-58, '20:30', 90],
      [-57, '20:30', 90],
      [-51, '20:30', 90],
      [-50, '17:00', 90],
      [-45, '20:30', 90],
    ],
    tariffs: usualTariffs,
    sales: [60, 110],
  },
  {
    title: 'Ouïe ! 🎭 L’Impromptu de l’écluse',
    place: 'Théâtre des Embruns',
    taxRateBp: 550,
    sessions: [
      [-30, '20:00', 75],
      [-29, '20:00', 75],
      [-28, '20:00', 75],
      [-26, '16:00', 75],
    ],
    tariffs: [...usualTariffs, ['Dernière minute', 201, null, 40, 6]],
    sales: [40, 95],
  },
  {
    title: "Le Bal <masqué> & autres « contes » d'Iroise",
    place: 'Théâtre des Embruns',
    taxRateBp: 550,
    sessions: [
      [-12, '20:30', 100],
      [-11, '20:30', 100],
      [-10, '20:30', 100],
      [-7, '18:00', 100],
      [-6, '20:30', 100],
      [-5, '15:00', 100],
    ],
    tariffs: usualTariffs,
    sales: [50, 120],
  },
  {
    title: 'Quatuor Saint-Éloi : Ravel, Debussy et la mer',
    place: 'Chapelle du Créac’h',
    taxRateBp: 550,
    hasSessions: false,
    sessions: [[-9, '18:30', 80]],
    tariffs: [
      ['Tarif unique', 2200, null, 99, 85],
      ['Soutien', 5000, null, 99, 5],
      ['Élève du conservatoire', 0, null, null, 10],
    ],
    sales: [70, 90],
  },
  {
    title: 'Petites Œuvres pour grande marée',
    place: 'Salle du Stiff',
    taxRateBp: 210,
    sessions: [
      [-75, '14:30', 50],
      [-74, '10:00', 50],
      [-74, '14:30', 50],
      [-41, '10:00', 50],
      [-40, '14:30', 50],
    ],
    tariffs: [
      ['Enfant', 600, null, 45, 60],
      ['Adulte', 900, null, 55, 30],
      ['Accompagnateur scolaire', 0, null, null, 10],
    ],
    sales: [45, 100],
  },
  {
    title: 'Cabaret de minuit, dîner compris',
    place: 'Le Grand Phare',
    taxRateBp: 550,
    sessions: [
      [-20, '23:00', 120],
      [-13, '23:00', 120],
      [-6, '23:00', 120],
    ],
    tariffs: [
      ['Spectacle seul', 1790, null, 89, 45],
      ['Spectacle et dîner', 4250, 2000, 149, 35],
      ['Création, première exploitation', 1400, 210, 79, 15],
      ['Invitation', 0, 0, null, 5],
    ],
    sales: [50, 80],
  },
  {
    title: 'Le Clown et la balise : stage, puis spectacle',
    place: 'Théâtre des Embruns',
    taxRateBp: 550,
    sessions: [
      [-33, '14:00', 300],
      [-32, '14:00', 300],
    ],
    tariffs: [
      ['Stage et spectacle', 3501, 2000, 129, 40],
      ['Spectacle', 1100, null, 65, 60],
    ],
    sales: [30, 45],
  },
  {
    title: 'Pass saison (six spectacles au choix)',
    place: 'Théâtre des Embruns',
    taxRateBp: 550,
    hasSessions: false,
    sessions: [[-110, '10:00', 60]],
    tariffs: [
      ['Pass', 7200, null, 199, 90],
      ['Pass réduit', 4800, null, 149, 10],
    ],
    sales: [60, 60],
  },
  {
    title: 'Conférence gesticulée « Le sel et la loi »',
    place: 'Médiathèque du Port',
    taxRateBp: 550,
    sessions: [[-18, '19:00', 90]],
    tariffs: [['Entrée libre', 0, null, null, 100]],
    sales: [50, 60],
  },
  {
    title: 'Festival des Lanternes',
    place: 'Jardins de la Digue',
    taxRateBp: 550,
    hasSessions: false,
    sessions: [[-3, '21:00', null]],
    tariffs: [
      ['Un soir', 1500, null, 69, 70],
      ['Famille (par personne)', 975, null, 59, 30],
    ],
    sales: [110, 150],
  },
  {
    title: 'Archives : lecture inaugurale',
    place: 'Théâtre des Embruns',
    taxRateBp: 550,
    hasSessions: false,
    isOffline: true,
    sessions: null,
    tariffs: [['Entrée', 500, null, null, 100]],
    sales: [12, 12],
  },
  {
    title: 'Jazz à la criée',
    place: 'Ancienne criée',
    taxRateBp: 550,
    sessions: [
      [-14, '20:30', 110],
      [-7, '20:30', 110],
      [7, '20:30', 110],
      [14, '20:30', 110],
    ],
    tariffs: usualTariffs,
    sales: [35, 90],
  },
  {
    title: 'Le Retour du flétan',
    place: 'Théâtre des Embruns',
    taxRateBp: 550,
    sessions: [
      [-440, '20:30', 85],
      [-439, '20:30', 85],
    ],
    tariffs: usualTariffs,
    sales: [40, 60],
    lastChangeDaysAgo: 438,
  },
];
