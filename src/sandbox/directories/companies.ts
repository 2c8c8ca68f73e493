/** Name, street, postal code, city, then what is particular. Invented, except the towns. */
type CompanyLine = readonly [string, string, string, string, ('closed' | 'masked' | 'two-places')?];

export type Company = {
  readonly name: string;
  readonly siren: string;
  /** Headquarters first. */
  readonly siretList: readonly [string, ...string[]];
  readonly street: string;
  readonly postalCode: string;
  readonly city: string;
  readonly isClosed: boolean;
  /** The company asked for its address not to be published. */
  readonly isMasked: boolean;
};

const lines: readonly CompanyLine[] = [
  ['Compagnie des Embruns', '12 quai de la Douane', '29200', 'Brest'],
  ['Théâtre de la Marée Haute', '3 rue du Moulin à Poudre', '29200', 'Brest', 'two-places'],
  ['Les Baladins du Goëlo', '8 place du Martray', '22500', 'Paimpol'],
  ['Scène du Bout du Quai', '27 quai Duguay-Trouin', '35400', 'Saint-Malo'],
  ['Association Tréteaux et Compagnie', '5 rue des Halles', '35000', 'Rennes'],
  ['Festival des Lanternes', '2 place du Marché', '56000', 'Vannes'],
  ['La Fabrique à Rideaux', '41 rue de la Fosse', '44000', 'Nantes'],
  ['Cirque Boréal', '19 chemin des Forges', '44600', 'Saint-Nazaire'],
  ['Théâtre du Carrelet', '6 allée des Tamaris', '17000', 'La Rochelle'],
  ['Ensemble Vocal Cantabile', '11 rue des Augustins', '33000', 'Bordeaux'],
  ['Collectif Passe-Muraille', '88 cours de la Somme', '33800', 'Bordeaux', 'two-places'],
  ['Compagnie Soleil d’Hiver', '4 rue des Filatiers', '31000', 'Toulouse'],
  ['Le Petit Plateau', '15 rue du Taur', '31000', 'Toulouse'],
  ['Marionnettes de Gavarnie', '1 place de la Liberté', '65000', 'Tarbes'],
  ['Jazz à la Criée', '7 quai de la République', '34200', 'Sète'],
  ['Théâtre des Trois Fontaines', '22 rue de l’Aiguillerie', '34000', 'Montpellier'],
  ['Opéra de Poche du Sud', '9 rue Rossini', '06000', 'Nice'],
  ['Danse en Stock', '30 rue Consolat', '13001', 'Marseille'],
  ['La Friche aux Étoiles', '14 traverse du Moulin', '13014', 'Marseille', 'masked'],
  ['Compagnie Mistral Gagnant', '17 rue des Teinturiers', '84000', 'Avignon'],
  ['Festival Off les Murs', '33 rue Carnot', '84000', 'Avignon', 'closed'],
  ['Les Arts du Récit Alpin', '2 rue Très-Cloîtres', '38000', 'Grenoble'],
  ['Théâtre de la Vieille Horloge', '5 place Saint-Léger', '73000', 'Chambéry'],
  ['La Comédie du Confluent', '68 cours Charlemagne', '69002', 'Lyon'],
  ['Humour en Pentes', '12 montée de la Grande-Côte', '69001', 'Lyon'],
  ['Quatuor Saint-Éloi', '21 rue de la Charité', '69002', 'Lyon', 'masked'],
  ['Volcans et Chansons', '10 rue des Gras', '63000', 'Clermont-Ferrand'],
  ['Théâtre de l’Écluse', '3 quai des Tanneries', '21000', 'Dijon'],
  ['Les Jours de Fête', '18 rue Battant', '25000', 'Besançon'],
  ['Compagnie du Ballon Rouge', '4 rue de la Filature', '68100', 'Mulhouse'],
  ['Scène Franco-Rhénane', '26 quai des Bateliers', '67000', 'Strasbourg'],
  ['Les Nuits de Stanislas', '8 rue des Dominicains', '54000', 'Nancy'],
  ['Orchestre de Chambre des Ardennes', '1 place Ducale', '08000', 'Charleville-Mézières'],
  ['La Cave à Chansons', '13 rue de Mars', '51100', 'Reims'],
  ['Théâtre du Beffroi', '2 place d’Armes', '59500', 'Douai'],
  ['Compagnie Brique et Lumière', '45 rue de Gand', '59000', 'Lille'],
  ['Les Géants du Littoral', '9 rue de l’Église', '59140', 'Dunkerque'],
  ['Cabaret de la Halle au Blé', '6 place au Fil', '80000', 'Amiens'],
  ['Théâtre des Falaises', '16 boulevard Albert-Ier', '76200', 'Dieppe'],
  ['Impro Normande', '31 rue Eau-de-Robec', '76000', 'Rouen'],
  ['Compagnie du Bocage', '5 rue aux Namps', '14000', 'Caen'],
  ['Théâtre de la Passerelle', '20 rue Oberkampf', '75011', 'Paris', 'two-places'],
  ['Productions du Canal', '104 quai de Jemmapes', '75010', 'Paris'],
  ['Le Cabaret des Oiseaux', '7 rue Véron', '75018', 'Paris'],
  ['Association Clown Sans Filet', '3 rue de la Fontaine', '93100', 'Montreuil'],
  ['Les Ateliers de la Seine', '50 rue de Paris', '92110', 'Clichy'],
  ['Théâtre de la Briqueterie', '17 rue Robert-Degert', '94400', 'Vitry-sur-Seine'],
  ['Ferme des Arts Vivants', '2 route de Meaux', '77120', 'Coulommiers'],
  ['Opéra des Champs', '11 rue du Cloître', '28000', 'Chartres'],
  ['Compagnie des Deux Rives', '8 rue Colbert', '37000', 'Tours'],
  ['Théâtre de la Porcelaine', '23 boulevard de la Corderie', '87000', 'Limoges'],
  ['Conteurs de Lozère', '4 rue Basse', '48000', 'Mende'],
  ['Teatru di a Citadella', '6 rue du Roi-de-Rome', '20000', 'Ajaccio'],
  ['Cantu è Musica', '15 rue Napoléon', '20200', 'Bastia'],
  ['Gwoka Kreyol', '12 rue Frébault', '97110', 'Pointe-à-Pitre'],
  ['Tréteaux des Caraïbes', '33 rue Victor-Hugo', '97200', 'Fort-de-France'],
  ['Théâtre de l’Approuague', '5 avenue du Général-de-Gaulle', '97300', 'Cayenne'],
  ['Maloya Vivant', '28 rue de Paris', '97400', 'Saint-Denis'],
  ['Les Voix du Lagon', '3 rue du Commerce', '97600', 'Mamoudzou'],
  ['Scènes de Nouméa', '10 rue de l’Alma', '98800', 'Nouméa'],
];

/** The organization of the example declaration keeps its own number. */
const example: Company = {
  name: 'Association Le Phare d’Ouessant',
  siren: '552100554',
  siretList: ['55210055400013'],
  street: '4 rue du Créac’h',
  postalCode: '29242',
  city: 'Ouessant',
  isClosed: false,
  isMasked: false,
};

export const companies: readonly Company[] = [example, ...lines.map(toCompany)];

function toCompany([name, street, postalCode, city, particularity]: CompanyLine, index: number): Company {
  const siren = withLuhnKey(String(90_000_000 + index * 137));
  const headquarters = withLuhnKey(`${siren}0001`);
  const siretList =
    particularity === 'two-places' ? ([headquarters, withLuhnKey(`${siren}0002`)] as const) : ([headquarters] as const);
  return {
    name,
    siren,
    siretList,
    street,
    postalCode,
    city,
    isClosed: particularity === 'closed',
    isMasked: particularity === 'masked',
  };
}

/** Appends the digit that makes the number pass the check of SIREN and SIRET numbers. */
function withLuhnKey(digits: string): string {
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const doubled = Number(digit) * (index % 2 === 0 ? 2 : 1);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return `${digits}${(10 - (sum % 10)) % 10}`;
}
