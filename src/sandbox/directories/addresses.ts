import { companies } from './companies';

export type KnownAddress = {
  readonly name: string;
  readonly postalCode: string;
  readonly city: string;
  readonly type: 'housenumber' | 'street' | 'locality' | 'municipality';
  /** Department number and name, region. */
  readonly context: string;
};

/** Streets of invented venues in real towns; the last ones are the hard cases: islands, Corsica, overseas, Monaco. */
const venues: readonly (readonly [string, string, string])[] = [
  ['1 place de l’Église', '29242', 'Ouessant'],
  ['Phare du Stiff', '29242', 'Ouessant'],
  ['14 rue de Siam', '29200', 'Brest'],
  ['2 quai de la Criée', '29900', 'Concarneau'],
  ['40 rue de la Visitation', '35000', 'Rennes'],
  ['5 boulevard du Colombier', '35000', 'Rennes'],
  ['1 rue Racine', '44000', 'Nantes'],
  ['11 rue Saint-Laud', '49000', 'Angers'],
  ['3 rue du Chien-Rouge', '79000', 'Niort'],
  ['19 rue Judaïque', '33000', 'Bordeaux'],
  ['Le Bourg', '24250', 'Domme'],
  ['7 place du Capitole', '31000', 'Toulouse'],
  ['24 boulevard Sarrail', '34000', 'Montpellier'],
  ['8 rue Beauvau', '13001', 'Marseille'],
  ['20 place Crillon', '84000', 'Avignon'],
  ['6 rue Hector-Berlioz', '38000', 'Grenoble'],
  ['8 rue Vauzelles', '69004', 'Lyon'],
  ['36 cours Émile-Zola', '69100', 'Villeurbanne'],
  ['3 rue de Verdun', '63000', 'Clermont-Ferrand'],
  ['31 rue d’Ahuy', '21000', 'Dijon'],
  ['1 avenue de la Marseillaise', '67000', 'Strasbourg'],
  ['10 rue Baron-Louis', '54000', 'Nancy'],
  ['4 place Charles-de-Gaulle', '59000', 'Lille'],
  ['5 rue de l’Hôpital', '76000', 'Rouen'],
  ['32 rue des Cordes', '14000', 'Caen'],
  ['15 rue du Faubourg-du-Temple', '75011', 'Paris'],
  ['76 bis rue de Rennes', '75006', 'Paris'],
  ['12 place Jean-Jaurès', '93100', 'Montreuil'],
  ['1 place de la Ronde', '92130', 'Issy-les-Moulineaux'],
  ['2 route de Bonifacio', '20137', 'Porto-Vecchio'],
  ['9 cours Paoli', '20250', 'Corte'],
  ['17 rue Achille-René-Boisneuf', '97110', 'Pointe-à-Pitre'],
  ['4 rue Jacques-Cazotte', '97200', 'Fort-de-France'],
  ['21 rue Lallouette', '97300', 'Cayenne'],
  ['Place du Jardin-de-l’État', '97400', 'Saint-Denis'],
  ['6 boulevard Halidi-Selemani', '97600', 'Mamoudzou'],
  ['12 avenue d’Ostende', '98000', 'Monaco'],
];

const contexts: Readonly<Record<string, string>> = {
  '13': '13, Bouches-du-Rhône, Provence-Alpes-Côte d’Azur',
  '20': '2A, Corse-du-Sud, Corse',
  '29': '29, Finistère, Bretagne',
  '33': '33, Gironde, Nouvelle-Aquitaine',
  '35': '35, Ille-et-Vilaine, Bretagne',
  '44': '44, Loire-Atlantique, Pays de la Loire',
  '59': '59, Nord, Hauts-de-France',
  '69': '69, Rhône, Auvergne-Rhône-Alpes',
  '75': '75, Paris, Île-de-France',
  '971': '971, Guadeloupe',
  '972': '972, Martinique',
  '973': '973, Guyane',
  '974': '974, La Réunion',
  '976': '976, Mayotte',
  '980': '980, Monaco',
};

function toKnownAddress(name: string, postalCode: string, city: string): KnownAddress {
  const department = postalCode.slice(0, /^9[78]/.test(postalCode) ? 3 : 2);
  const isNumbered = /^\d/.test(name);
  const isStreet = /^(rue|place|quai|avenue|boulevard|cours)\b/i.test(name);
  return {
    name,
    postalCode,
    city,
    type: isNumbered ? 'housenumber' : isStreet ? 'street' : 'locality',
    context: contexts[department] ?? department,
  };
}

function listAddresses(): readonly KnownAddress[] {
  const seats = companies.filter(({ isMasked }) => !isMasked);
  const numbered = [
    ...venues.map(([name, postalCode, city]) => toKnownAddress(name, postalCode, city)),
    ...seats.map(({ street, postalCode, city }) => toKnownAddress(street, postalCode, city)),
  ];
  const towns = new Map(numbered.map((address) => [`${address.postalCode} ${address.city}`, address]));
  const municipalities = [...towns.values()].map((address): KnownAddress => ({ ...address, type: 'municipality' }));
  return [...numbered, ...municipalities];
}

export const addresses = listAddresses();
