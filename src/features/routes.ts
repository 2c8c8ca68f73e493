/** Addresses of the pages, in one place: nobody writes one by hand. */
export const routes = {
  home: '/',
  signIn: '/connexion',
  signUp: '/inscription',
  forgottenPassword: '/mot-de-passe-oublie',
  newPassword: '/nouveau-mot-de-passe',
  terms: '/conditions-d-utilisation',
  legalNotice: '/mentions-legales',
  privacy: '/donnees-personnelles',
  accessibility: '/accessibilite',
  guides: '/aide/billetteries',
  guide: (slug: string) => `/aide/billetteries/${slug}`,
  dashboard: '/tableau-de-bord',
  account: '/mon-compte',
  unknownSubmissions: '/administration/envois',
  agencies: (organism: 'sacem' | 'sacd') => `/administration/delegations/${organism}`,
  newOrganization: '/structures/nouvelle',
  todo: (organizationId: string) => `/structures/${organizationId}/a-faire`,
  shows: (organizationId: string, search: Query = {}) => `/structures/${organizationId}/spectacles${toQuery(search)}`,
  show: (organizationId: string, seriesId: string) => `/structures/${organizationId}/spectacles/${seriesId}`,
  newShow: (organizationId: string) => `/structures/${organizationId}/spectacles/nouveau`,
  typedShow: (organizationId: string, seriesId: string) =>
    `/structures/${organizationId}/spectacles/${seriesId}/representations`,
  repeatShow: (organizationId: string, seriesId: string) =>
    `/structures/${organizationId}/spectacles/${seriesId}/reprendre`,
  transmit: (organizationId: string, seriesId: string) =>
    `/structures/${organizationId}/spectacles/${seriesId}/transmettre`,
  submissions: (organizationId: string) => `/structures/${organizationId}/envois`,
  submission: (organizationId: string, submissionId: string) => `/structures/${organizationId}/envois/${submissionId}`,
  quarters: (organizationId: string) => `/structures/${organizationId}/sibil`,
  quarter: (organizationId: string, period: string) => `/structures/${organizationId}/sibil/${period}`,
  quarterFile: (organizationId: string, period: string) => `/api/sibil/${organizationId}/${period}`,
  exports: (organizationId: string) => `/structures/${organizationId}/exports`,
  wholeExport: (organizationId: string) => `/api/exports/${organizationId}/tout`,
  showsExport: (organizationId: string, choice: Query) => `/api/exports/${organizationId}/spectacles${toQuery(choice)}`,
  submissionsExport: (organizationId: string, choice: Query) =>
    `/api/exports/${organizationId}/envois${toQuery(choice)}`,
  showRecord: (organizationId: string, seriesId: string) => `/api/exports/${organizationId}/spectacle/${seriesId}`,
  seasonSummary: (organizationId: string, season: string) => `/api/exports/${organizationId}/saison/${season}`,
  connections: (organizationId: string) => `/structures/${organizationId}/billetteries`,
  connectionHistory: (organizationId: string, connectionId: string, search: Query = {}) =>
    `/structures/${organizationId}/billetteries/${connectionId}${toQuery(search)}`,
  newConnection: (organizationId: string) => `/structures/${organizationId}/billetteries/nouvelle`,
  apiKeys: (organizationId: string) => `/structures/${organizationId}/billetteries/cles`,
  pushApi: '/aide/api',
  newImport: (organizationId: string) => `/structures/${organizationId}/billetteries/import`,
  import: (organizationId: string, importId: string) => `/structures/${organizationId}/billetteries/import/${importId}`,
} as const;

/** Values that an address carries; empty ones are left out. */
export type Query = Readonly<Record<string, string | number | undefined>>;

/** Sign-in page that comes back to `path` afterwards. */
export function toSignIn(path: string): string {
  return `${routes.signIn}${toQuery({ retour: path })}`;
}

/** Where to go after signing in: a path of this site only, whatever the address says. */
export function toSafeReturn(path: string | null | undefined): string {
  return path && /^\/(?![/\\])[\w\-/?=&%.~+]*$/.test(path) ? path : routes.dashboard;
}

/** `?a=b`, without empty values; empty text when nothing is left. */
function toQuery(values: Query): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    if (value !== undefined && value !== '') query.set(name, String(value));
  }
  return query.size > 0 ? `?${query}` : '';
}
