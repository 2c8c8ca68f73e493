import { toParisText } from '@/sandbox/season/paris';

/** A ticket as the ledger of a season tells it. Cents, basis points, ISO-8601 UTC. */
export type ExportedLine = {
  readonly seriesName: string;
  readonly startAt: string;
  readonly ticketId: string;
  readonly receivedCents: number;
  readonly taxRateBp: number;
  readonly isCounted: boolean;
};

export type ExportShape = 'tickets' | 'orders' | 'tariffs' | 'ttc' | 'ht-ttc' | 'ttc-rate' | 'ht-vat-ttc';
export const exportShapes: readonly ExportShape[] = [
  'tickets',
  'orders',
  'tariffs',
  'ttc',
  'ht-ttc',
  'ttc-rate',
  'ht-vat-ttc',
];

const weekdays = ['dimanche', 'lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi'];
const months = [
  'janvier',
  'février',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'août',
  'septembre',
  'octobre',
  'novembre',
  'décembre',
];

function toParts(startAt: string): readonly [string, string, string, string, string, string] {
  const text = toParisText(new Date(startAt));
  const weekday = new Date(`${text.slice(0, 10)}T12:00:00Z`).getUTCDay();
  return [
    text.slice(0, 4),
    text.slice(5, 7),
    text.slice(8, 10),
    text.slice(11, 13),
    text.slice(14, 16),
    weekdays[weekday] ?? '',
  ];
}

/** The ways in which software writes a Paris date, by name; the last two take two columns. */
export const dateFormats = {
  slashes: (at: string) => [((p) => `${p[2]}/${p[1]}/${p[0]} ${p[3]}:${p[4]}`)(toParts(at))],
  short: (at: string) => [((p) => `${p[2]}/${p[1]}/${p[0].slice(2)} ${p[3]}h${p[4]}`)(toParts(at))],
  words: (at: string) => [
    ((p) => `${p[5]} ${Number(p[2])}\u00a0${months[Number(p[1]) - 1]} ${p[0]} à ${Number(p[3])}\u202fh\u00a0${p[4]}`)(
      toParts(at),
    ),
  ],
  iso: (at: string) => [((p) => `${p[0]}-${p[1]}-${p[2]}T${p[3]}:${p[4]}:00`)(toParts(at))],
  instant: (at: string) => [at.replace('.000Z', '+00:00')],
  serial: (at: string) => {
    const [year, month, day, hours, minutes] = toParts(at);
    const wall = Date.parse(`${year}-${month}-${day}T${hours}:${minutes}:00Z`);
    return [String((wall - Date.UTC(1899, 11, 30)) / 86_400_000).replace('.', ',')];
  },
  columns: (at: string) => ((p) => [`${p[2]}-${p[1]}-${p[0]}`, `${p[3]}:${p[4]}`])(toParts(at)),
  frenchColumns: (at: string) => ((p) => [`${p[2]}.${p[1]}.${p[0]}`, `${Number(p[3])}h${p[4]}`])(toParts(at)),
} as const satisfies Record<string, (at: string) => readonly string[]>;
export type DateFormat = keyof typeof dateFormats;

export type NumberStyle = {
  readonly decimal: ',' | '.';
  readonly group: '' | ' ' | '\u00a0' | '\u202f';
  readonly euro: boolean;
};

export function writeAmount(cents: number, { decimal, group, euro }: NumberStyle): string {
  const digits = String(Math.abs(cents)).padStart(3, '0');
  const whole = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, group);
  return `${cents < 0 ? '-' : ''}${whole}${decimal}${digits.slice(-2)}${euro ? '\u00a0€' : ''}`;
}

/** HT of these cents at one rate, in exact integers, half up: worked out here, away from the application. */
function toUntaxed(cents: number, rateBp: number): number {
  const divisor = BigInt(10_000 + rateBp);
  return Number((BigInt(cents) * 20_000n + divisor) / (2n * divisor));
}

/** Rows of text of one export, header first. Totals at the end, as software likes to print them. */
export function toExportRows(
  lines: readonly ExportedLine[],
  shape: ExportShape,
  date: DateFormat,
  style: NumberStyle,
): readonly (readonly string[])[] {
  const whens = dateFormats[date];
  const dateHeaders = whens('2026-01-01T12:00:00.000Z').length === 1 ? ['Date de représentation'] : ['Date', 'Heure'];
  const amount = (cents: number): string => writeAmount(cents, style);
  const rate = (rateBp: number): string => `${String(rateBp / 100).replace('.', style.decimal)} %`;
  if (shape === 'tickets') {
    return [
      [
        'N° de billet',
        'Spectacle',
        ...dateHeaders,
        'Montant',
        'Frais de location',
        'Taux de TVA',
        'Statut',
        'Nom',
        'Email',
        'Date de commande',
      ],
      ...lines.map((line) => [
        line.ticketId,
        line.seriesName,
        ...whens(line.startAt),
        amount(line.receivedCents),
        amount(99),
        rate(line.taxRateBp),
        line.isCounted ? 'Payé' : 'Annulé',
        '=Kerbrat',
        `${line.ticketId}@public.example`,
        '12/01/2026 10:11',
      ]),
    ];
  }
  const groups = toGroups(lines, shape);
  if (shape === 'orders' || shape === 'tariffs') {
    return [
      [
        'Événement',
        ...dateHeaders,
        'Tarif',
        'Quantité',
        shape === 'orders' ? 'Prix unitaire' : 'Montant total TTC',
        'TVA (%)',
        'Net organisateur',
      ],
      ...groups.map((group) => [
        group.seriesName,
        ...whens(group.startAt),
        `Tarif ${group.unitCents}`,
        String(group.tickets),
        amount(shape === 'orders' ? group.unitCents : group.cents),
        rate(group.taxRateBp),
        amount(1),
      ]),
      ['Total général', ...dateHeaders.map(() => ''), '', '999', amount(123_456), '', ''],
    ];
  }
  const money = (group: Group): readonly string[] => {
    const untaxed = toUntaxed(group.cents, group.taxRateBp);
    if (shape === 'ttc') return [amount(group.cents)];
    if (shape === 'ht-ttc') return [amount(untaxed), amount(group.cents)];
    if (shape === 'ttc-rate') return [amount(group.cents), rate(group.taxRateBp)];
    return [amount(untaxed), amount(group.cents - untaxed), amount(group.cents)];
  };
  const headers = {
    ttc: ['Recette TTC'],
    'ht-ttc': ['Recette HT', 'Recette TTC'],
    'ttc-rate': ['Recette TTC', 'Taux TVA'],
    'ht-vat-ttc': ['Montant HT', 'TVA', 'Montant TTC'],
  }[shape];
  return [
    ['Manifestation', ...dateHeaders, 'Billets payants', 'Exonérés', ...headers, 'Taux de remplissage'],
    ...groups.map((group) => [
      group.seriesName,
      ...whens(group.startAt),
      String(group.paid),
      String(group.free),
      ...money(group),
      '87 %',
    ]),
    ['TOTAL', ...dateHeaders.map(() => ''), '999', '99', ...headers.map(() => amount(1)), ''],
  ];
}

type Group = ExportedLine & {
  readonly tickets: number;
  readonly paid: number;
  readonly free: number;
  readonly cents: number;
  readonly unitCents: number;
};

/** By performance; by price too where a row is a tariff. Every performance stays, even without any ticket. */
function toGroups(lines: readonly ExportedLine[], shape: ExportShape): readonly Group[] {
  const byPrice = shape === 'orders' || shape === 'tariffs';
  const groups = new Map<string, Group>();
  for (const line of lines) {
    const price = byPrice ? `${line.isCounted ? line.receivedCents : ''} ${line.taxRateBp}` : '';
    const key = `${line.seriesName}|${line.startAt}|${price}`;
    const before = groups.get(key) ?? {
      ...line,
      tickets: 0,
      paid: 0,
      free: 0,
      cents: 0,
      unitCents: line.isCounted ? line.receivedCents : 0,
    };
    const counted = line.isCounted ? 1 : 0;
    const isPaid = counted === 1 && line.receivedCents > 0;
    groups.set(key, {
      ...before,
      tickets: before.tickets + counted,
      paid: before.paid + (isPaid ? 1 : 0),
      free: before.free + (isPaid ? 0 : counted),
      cents: before.cents + (isPaid ? line.receivedCents : 0),
    });
  }
  return [...groups.values()];
}

export type CsvStyle = {
  readonly separator: ';' | '\t' | ',';
  readonly encoding: 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'utf-16be' | 'windows-1252';
  readonly lineBreak: '\n' | '\r\n';
};

const windows1252: Readonly<Record<string, number>> = {
  '\u202f': 0xa0,
  '€': 0x80,
  '…': 0x85,
  '‘': 0x91,
  '’': 0x92,
  '“': 0x93,
  '”': 0x94,
  '–': 0x96,
  œ: 0x9c,
  Œ: 0x8c,
};

/** A CSV as its software would write it. What Windows-1252 does not have becomes a question mark. */
export function writeCsv(rows: readonly (readonly string[])[], { separator, encoding, lineBreak }: CsvStyle): Buffer {
  const quote = (text: string): string =>
    /["\r\n]/.test(text) || text.includes(separator) ? `"${text.replace(/"/g, '""')}"` : text;
  const text = rows.map((cells) => cells.map(quote).join(separator)).join(lineBreak) + lineBreak;
  if (encoding === 'utf-8') return Buffer.from(text);
  if (encoding === 'utf-8-bom') return Buffer.from(`\ufeff${text}`);
  if (encoding === 'utf-16le') return Buffer.from(`\ufeff${text}`, 'utf16le');
  if (encoding === 'utf-16be') return Buffer.from(`\ufeff${text}`, 'utf16le').swap16();
  return Buffer.from(
    [...text].map((one) => windows1252[one] ?? ((one.codePointAt(0) ?? 0) < 256 ? (one.codePointAt(0) ?? 0) : 63)),
  );
}
