import { json, type Reply, type SandboxRequest, type SandboxSystem } from '../http/exchange';
import { companies, type Company } from './companies';
import { matchesWords, normalizeWords } from './match-words';

/**
 * The public search for companies, `GET /search?q=…&page=…&per_page=…`
 * (https://recherche-entreprises.api.gouv.fr): at least 3 characters, at most 25 results a page, names in capitals,
 * addresses of companies that asked for it replaced by « [ND] ».
 */
export function createCompanyDirectory(): SandboxSystem {
  return {
    name: 'companies',
    title: 'Annuaire des entreprises',
    handle: search,
    toSubject: ({ query }) => query.get('q') ?? '',
    refuseForNow: (seconds) =>
      json({ erreur: 'Trop de requêtes' }, 429, seconds === null ? {} : { 'retry-after': String(seconds) }),
    reset: () => undefined,
  };
}

function search({ method, path, query }: SandboxRequest): Reply {
  if (method !== 'GET' || path !== '/search') return json({ erreur: 'Page introuvable' }, 404);
  const q = query.get('q') ?? '';
  const page = readInteger(query, 'page', 1, 1, 1000);
  const perPage = readInteger(query, 'per_page', 10, 1, 25);
  if (page === null || perPage === null)
    return json({ erreur: 'Veuillez indiquer un paramètre `page` et `per_page` entier et dans les bornes.' }, 400);
  if (normalizeWords(q).length < 3) {
    return json({ erreur: '3 caractères minimum pour les termes de la requête (ou utilisez au moins un filtre)' }, 400);
  }
  const status = query.get('etat_administratif');
  const found = companies.filter((company) => matches(company, q) && (status === null || status === toState(company)));
  return json({
    results: found.slice((page - 1) * perPage, page * perPage).map((company) => encode(company, q)),
    total_results: found.length,
    page,
    per_page: perPage,
    total_pages: Math.ceil(found.length / perPage),
  });
}

/** The default when absent, null when out of bounds. */
function readInteger(query: URLSearchParams, name: string, byDefault: number, min: number, max: number): number | null {
  const value = Number(query.get(name) ?? byDefault);
  return Number.isInteger(value) && value >= min && value <= max ? value : null;
}

function matches(company: Company, q: string): boolean {
  const digits = q.replace(/\s/g, '');
  if (/^\d{9}$/.test(digits)) return company.siren === digits;
  if (/^\d{14}$/.test(digits)) return company.siretList.includes(digits);
  return matchesWords(`${company.name} ${company.isMasked ? '' : company.city} ${company.postalCode}`, q);
}

function encode(company: Company, q: string): unknown {
  const digits = q.replace(/\s/g, '');
  const searched = company.siretList.find((siret) => siret === digits) ?? company.siretList[0];
  return {
    siren: company.siren,
    nom_complet: company.name.toUpperCase(),
    nom_raison_sociale: company.name.toUpperCase(),
    sigle: null,
    nombre_etablissements: company.siretList.length,
    nombre_etablissements_ouverts: company.isClosed ? 0 : company.siretList.length,
    siege: encodePlace(company, company.siretList[0]),
    activite_principale: '90.01Z',
    categorie_entreprise: 'PME',
    date_creation: '2009-04-01',
    etat_administratif: toState(company),
    nature_juridique: '9220',
    section_activite_principale: 'R',
    statut_diffusion: company.isMasked ? 'P' : 'O',
    tranche_effectif_salarie: null,
    dirigeants: [],
    matching_etablissements: [encodePlace(company, searched)],
    complements: { est_association: true, est_entrepreneur_spectacle: true },
  };
}

function encodePlace(company: Company, siret: string): unknown {
  const [, number = '', name = ''] = /^(\d+) (.+)$/.exec(company.street) ?? [];
  const [kind = '', ...rest] = name.toUpperCase().split(' ');
  const mask = (value: string): string => (company.isMasked ? '[ND]' : value);
  const isSecond = siret !== company.siretList[0];
  const street = isSecond ? `1${number} ${name}` : company.street;
  return {
    siret,
    adresse: `${mask(street.toUpperCase())} ${company.postalCode} ${company.city.toUpperCase()}`,
    numero_voie: mask(isSecond ? `1${number}` : number),
    indice_repetition: null,
    type_voie: mask(kind),
    libelle_voie: mask(rest.join(' ')),
    complement_adresse: null,
    code_postal: company.postalCode,
    commune: `${company.postalCode.slice(0, 2)}001`,
    libelle_commune: company.city.toUpperCase(),
    libelle_commune_etranger: null,
    code_pays_etranger: null,
    libelle_pays_etranger: null,
    departement: company.postalCode.slice(0, /^9[78]/.test(company.postalCode) ? 3 : 2),
    cedex: null,
    distribution_speciale: null,
    est_siege: !isSecond,
    etat_administratif: company.isClosed ? 'F' : 'A',
    statut_diffusion_etablissement: company.isMasked ? 'P' : 'O',
    activite_principale: '90.01Z',
    date_creation: '2009-04-01',
    liste_enseignes: null,
    nom_commercial: null,
  };
}

function toState(company: Company): 'A' | 'C' {
  return company.isClosed ? 'C' : 'A';
}
