import { type ShowSpec } from '../season/demo-shows';
import { type LedgerLine } from '../season/model';
import { type Encoded, type EncodedPrice, type EncodedStatement } from './encode';

/**
 * Shows of an account where things go wrong one by one. Most have one defect, named by their title; the others are sound but strangely
 * written. Only what is sent is distorted: the season behind stays sound.
 */
const titles = [
  'Sain, mais écrit bizarrement',
  'Sans date',
  'Une séance sans date',
  'TVA étrangère',
  'Sans TVA',
  'Recette absurde',
  'Recette négative',
  'Nombre de billets impossible',
  'Type inconnu',
  'Sans aucun prix',
  'Carte cadeau',
  'Abonnement',
  'Affiche',
  'Pass conservé',
  'Remboursements partiels',
  'Séries sans titre ni ancien identifiant',
  'Promotions',
  'Bruit de virgule flottante',
  'Tout à la revente',
] as const;
type Title = (typeof titles)[number];

const alone: ReadonlySet<string> = new Set<Title>([
  'Sans date',
  'Carte cadeau',
  'Abonnement',
  'Affiche',
  'Pass conservé',
]);

export const oddShows: readonly ShowSpec[] = titles.map((title) => ({
  title,
  place: 'Salle des Curiosités',
  taxRateBp: 550,
  ...(alone.has(title) ? { hasSessions: false as const } : {}),
  sessions: alone.has(title)
    ? [[-25, '20:30', 90]]
    : [
        [-25, '20:30', 90],
        [-24, '20:30', null],
      ],
  tariffs: [
    ['Plein tarif', 1833, null, null, 70],
    ['Réduit', 899, null, null, 20],
    ['Exonéré', 0, null, null, 10],
  ],
  sales: [12, 18],
}));

type Distortion = (statement: EncodedStatement, index: number) => readonly EncodedStatement[];

const distortions: Partial<Readonly<Record<Title, Distortion>>> = {
  'Sain, mais écrit bizarrement': writeStrangely,
  'Sans date': (statement) => [withSession(statement, { start_date: 0, end_date: 0 })],
  'Une séance sans date': (statement, index) => [index === 1 ? withSession(statement, { start_date: 0 }) : statement],
  'TVA étrangère': (statement) => [withTax(statement, { id: 3, title: 'TVA 7 %', rate: 0.07 })],
  'Sans TVA': (statement, index) => [
    index === 0 ? withTax(statement, undefined) : withSession(statement, { settings: null }),
  ],
  'Recette absurde': (statement) => [withFirstPaid(statement, { revenue: 999_999_999_999.99 })],
  'Recette négative': (statement) => [withFirstPaid(statement, { revenue: -18.33 })],
  'Nombre de billets impossible': (statement) => [withFirstPaid(statement, { quantity: 1.5 })],
  'Type inconnu': (statement) => [withSession(statement, { entity_type: 'hologram' })],
  'Sans aucun prix': ({ internals_prices: _gone, ...statement }) => [statement],
  'Carte cadeau': (statement) => [withSession(statement, { entity_type: 'giftcard' })],
  Abonnement: (statement) => [withSession(statement, { entity_type: 'subscribe' })],
  Affiche: (statement) => [withSession(statement, { entity_type: 'additionalProduct' })],
  'Pass conservé': (statement) => [withSettings(statement, { pass: { is_pass: true } })],
  'Remboursements partiels': (statement) => [
    withPrices(statement, (lines) => [
      ...lines,
      { amount: -4, quantity: 0, revenue: -36.5, title: 'Remboursement partiel' },
    ]),
  ],
  'Séries sans titre ni ancien identifiant': (statement) => [
    withSession(statement, { multisession: { id: toMultisession(statement).id } }),
  ],
  Promotions: (statement) => [
    withPrices(statement, (lines) => lines.map((line) => (Number(line.revenue) > 0 ? { ...line, amount: 25 } : line))),
  ],
  'Bruit de virgule flottante': (statement) => [
    withPrices(statement, (lines) => lines.map((line) => ({ ...line, revenue: Number(line.revenue) - 1e-9 }))),
  ],
  'Tout à la revente': ({ internals_prices: lines, externals_prices: others, ...statement }) => [
    { ...statement, internals_prices: [], externals_prices: [...(lines ?? []), ...(others ?? [])] },
  ],
};

export function distort(title: string, statement: EncodedStatement, index: number): readonly EncodedStatement[] {
  const known = titles.find((candidate) => candidate === title);
  return (known && distortions[known]?.(statement, index)) ?? [statement];
}

/** The books of the site know neither this date nor this rate. */
export function adjustLedger(line: LedgerLine, sessionIndex: number): LedgerLine {
  if (line.seriesName === 'Une séance sans date' && sessionIndex === 1) return { ...line, startAt: null };
  return line.seriesName === 'Sans TVA' ? { ...line, taxRateBp: null } : line;
}

/** Texts for numbers, a percentage for a fraction, nulls, unknown fields, and each statement twice. */
function writeStrangely(statement: EncodedStatement): readonly EncodedStatement[] {
  const { session } = withTax(statement, { rate: '5.5' });
  const strange = {
    ...withPrices(statement, (lines) =>
      lines.map(({ amount, quantity, revenue }) => ({
        amount: String(amount),
        quantity: String(quantity),
        revenue: Number(revenue).toFixed(2),
        nouveau: { profond: [1, null] },
      })),
    ),
    session: {
      ...session,
      id: String(session.id),
      start_date: String(session.start_date),
      end_date: null,
      time_zone: null,
    },
    nouveau: null,
  };
  return [strange, strange];
}

function withSession(statement: EncodedStatement, change: Encoded): EncodedStatement {
  return { ...statement, session: { ...statement.session, ...change } };
}

function withSettings(statement: EncodedStatement, change: Encoded): EncodedStatement {
  return withSession(statement, { settings: { ...toObject(statement.session.settings), ...change } });
}

function withTax(statement: EncodedStatement, tax: Encoded | undefined): EncodedStatement {
  return withSettings(statement, { tax });
}

function toMultisession(statement: EncodedStatement): Encoded {
  return toObject(statement.session.multisession);
}

function toObject(value: unknown): Encoded {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function withPrices(
  statement: EncodedStatement,
  change: (lines: readonly EncodedPrice[]) => readonly EncodedPrice[],
): EncodedStatement {
  return {
    ...statement,
    internals_prices: change(statement.internals_prices ?? []),
    externals_prices: change(statement.externals_prices ?? []),
  };
}

function withFirstPaid(statement: EncodedStatement, change: Partial<EncodedPrice>): EncodedStatement {
  const target = statement.internals_prices?.find(({ amount }) => Number(amount) > 0);
  return withPrices(statement, (lines) => lines.map((line) => (line === target ? { ...line, ...change } : line)));
}
