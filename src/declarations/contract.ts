import { readFileSync } from 'node:fs';
import { describe, expect, it, jest } from '@jest/globals';
import type { DeclarationField } from '@/domain/declaration/issue';
import {
  type AmountPair,
  type NeutralDeclaration,
  neutralDeclarationSchema,
  type NeutralPerformance,
} from '@/domain/declaration/neutral';
import { computeTotals, type DeclarationTotals } from '@/domain/declaration/totals';
import { vatCents } from '@/domain/tax';
import { formatAmount, formatCount } from '@/i18n/format';
import { givenDeclaration, givenPerformance } from '@/testing/given-declaration';
import type { OrganismModule, ReadableMessage, RenderedDocument } from './organism';

export type OrganismContract = {
  readonly module: OrganismModule;
  /** Each field the organism asks for, and how a declaration lacks it. */
  readonly required: readonly { readonly field: DeclarationField; readonly without: Partial<DraftValues> }[];
  /** What a person, or a program, reads in the document: spaces may differ. */
  readonly readText: (document: RenderedDocument) => Promise<string>;
  /** How an amount is written in the document. */
  readonly writeAmount: (cents: number) => string;
  /** Amounts of the ticketing that the document holds for each performance: HT, then VAT, where not said otherwise. */
  readonly listAmounts?: (ticketing: AmountPair) => readonly [number, ...number[]];
  /** What the last row of the table of performances holds: counts, HT and VAT, where not said otherwise. */
  readonly listTotals?: (totals: DeclarationTotals) => readonly string[];
  /** Organisms that a person declares to on their own site have no agencies. */
  readonly hasAgencies: boolean;
  /** The deadline after a last performance on 30 June 2026. */
  readonly dueAt: string;
};

type DraftValues = NonNullable<Parameters<typeof givenDeclaration>[0]>;

/** The example of the command line's file format: complete for every organism. */
export function readExample(): NeutralDeclaration {
  return neutralDeclarationSchema.parse(
    JSON.parse(readFileSync('src/declarations/fixtures/example-declaration.json', 'utf8')),
  );
}

/** Distinct amounts on every line, so that a line read twice or forgotten changes a total. */
export function givenSeason(count: number): NeutralPerformance[] {
  return Array.from({ length: count }, (_, index) =>
    givenPerformance({
      id: `rep-${index + 1}`,
      startAt: new Date(Date.UTC(2026, 0, 1 + Math.floor(index / 2), index % 2 === 0 ? 14 : 19, 30)).toISOString(),
      endAt: null,
      ticketing: {
        excludingTaxesCents: 100_000 + 7 * index,
        includingTaxesCents: 105_500 + 7 * index,
        paidTickets: 60 + (index % 50),
        freeTickets: index % 9,
      },
    }),
  );
}

/** Titles that broke documents before: endless, in pictures, from right to left, with what XML and fonts refuse. */
const titles = [
  ['long', 'La très longue et très véritable histoire de la nuit des gardiens de phare '.repeat(3).trim()],
  ['without any space', 'Anticonstitutionnellement'.repeat(8)],
  ['with emoji', 'La Nuit 🎭🎪 des gardiens 👨‍👩‍👧'],
  ['from right to left', 'לילה טוב – مسرح الليل'],
  ['with signs of markup', 'Roméo & Juliette <le "bal"> ]]>'],
  ['in letters in disguise', '𝗖𝗼𝗻𝗰𝗲𝗿𝘁 ＬＩＶＥ à Paris'],
  ['in a script that no font draws', 'ರಂಗಭೂಮಿ – ቲያትር'],
  ['with characters that nothing can print', 'La\u0000 Nuit\u000b\ud800 des\ufffe gardiens'],
] as const;

/** The suite that every organism passes. */
export function describeOrganism({
  module,
  required,
  readText,
  writeAmount,
  listAmounts = (pair) => [pair.excludingTaxesCents, vatCents(pair)],
  listTotals = ({ paidTickets, freeTickets, ticketing }) => [
    formatCount(paidTickets),
    formatCount(freeTickets),
    formatAmount(ticketing.excludingTaxesCents),
    formatAmount(ticketing.vatCents),
  ],
  hasAgencies,
  dueAt,
}: OrganismContract): void {
  // A document of 200 performances takes seconds where several suites share two processors.
  jest.setTimeout(120_000);
  const now = new Date('2026-07-06T08:00:00.000Z');
  const isBlocking = (severity: string) => severity !== 'warning';
  const listBlocking = (declaration: NeutralDeclaration) =>
    module.check(declaration, now).filter(({ severity }) => isBlocking(severity));

  describe(`${module.organism}: what is missing`, () => {
    it('is nothing in the complete example', () => {
      expect(module.check(readExample(), now)).toEqual([]);
    });

    it.each(required.map(({ field, without }) => [field, without] as const))(
      'is exactly %s when it is removed, and nothing is rendered then',
      async (field, without) => {
        const declaration = givenDeclaration(without);
        expect(listBlocking(declaration)).toEqual([
          {
            organism: module.organism,
            severity: 'missing',
            code: field === 'performances' ? 'no-performance' : 'required',
            field,
          },
        ]);
        await expect(module.render(declaration)).rejects.toMatchObject({ code: 'declaration-incomplete' });
        expect(() => module.describe(declaration)).toThrow(expect.objectContaining({ code: 'declaration-incomplete' }));
      },
    );

    it('lists what blocks before what only deserves a look', () => {
      const ticketing = {
        excludingTaxesCents: 100_000,
        includingTaxesCents: 120_000,
        paidTickets: 0,
        freeTickets: 900,
      };
      const performances = [
        givenPerformance({ ticketing }),
        givenPerformance({ id: 'rep-2', endAt: '2026-06-01T00:00:00.000Z' }),
      ];
      const severities = module
        .check(givenDeclaration({ performances, series: { venue: null } }), now)
        .map((issue) => issue.severity);
      expect(severities).toEqual(['missing', 'wrong', 'warning', 'warning', 'warning']);
    });
  });

  describe(`${module.organism}: the document`, () => {
    it('holds every amount of the example to the cent', async () => {
      const declaration = readExample();
      const text = simplify(await readText(await module.render(declaration)));
      for (const { ticketing } of declaration.performances) {
        for (const cents of listAmounts(ticketing)) expect(text).toContain(simplify(writeAmount(cents)));
      }
      expect(text).toContain(simplify(declaration.series.name));
    });

    it('is the same bytes each time', async () => {
      const [first, second] = [await module.render(readExample()), await module.render(readExample())];
      expect(Buffer.from(first.bytes).equals(Buffer.from(second.bytes))).toBe(true);
      expect(second).toEqual(first);
    });

    it.each(titles)('is made for a title %s', async (_case, name) => {
      const document = await module.render(givenDeclaration({ series: { name }, organization: { name } }));
      expect(document.bytes.byteLength).toBeGreaterThan(500);
      expect(document.filename).toMatch(/^Déclaration [A-Z]+ - [a-z0-9-]{1,80}\.(?:pdf|xml|csv)$/);
      expect(await readText(document)).not.toMatch(/\p{Surrogate}/u);
    });

    it.each([[1], [200]])('holds %i performances, each once', async (count) => {
      const performances = givenSeason(count);
      const text = simplify(await readText(await module.render(givenDeclaration({ performances }))));
      for (const { ticketing } of performances) {
        expect(text.split(simplify(writeAmount(listAmounts(ticketing)[0]))).length - 1).toBeGreaterThanOrEqual(1);
      }
    });
  });

  describe(`${module.organism}: the same for the eyes`, () => {
    it.each([
      ['the example', readExample()],
      ['200 performances', givenDeclaration({ performances: givenSeason(200) })],
    ])('has totals equal to the sums of its lines: %s', (_case, declaration) => {
      const table = findPerformances(module.describe(declaration));
      const totals = computeTotals(declaration.performances);
      expect(table.rows).toHaveLength(declaration.performances.length);
      expect(table.totals).toEqual(expect.arrayContaining([...listTotals(totals)]));
      expect(table.rows.every((row) => row.length === table.headers.length)).toBe(true);
      expect(table.totals).toHaveLength(table.headers.length);
    });
  });

  describe(`${module.organism}: agency and deadline`, () => {
    it(
      hasAgencies ? 'finds the agency from the venue of the series, else from that of a performance' : 'has no agency',
      () => {
        const { venue } = givenDeclaration().series;
        const found = hasAgencies ? '29242' : null;
        expect(module.agencyPostalCode(readExample())).toBe(found);
        expect(module.agencyPostalCode(givenDeclaration({ series: { venue: null } }))).toBeNull();
        const performances = [givenPerformance({ overrides: venue ? { venue } : {} })];
        expect(module.agencyPostalCode(givenDeclaration({ series: { venue: null }, performances }))).toBe(found);
      },
    );

    it('is due at the end of a Paris day, for a reason that can be shown', () => {
      const deadline = module.deadline(new Date('2026-06-30T12:00:00.000Z'));
      expect(deadline.dueAt.toISOString()).toBe(dueAt);
      expect(deadline.source).toContain(module.organism);
    });
  });
}

function findPerformances(message: ReadableMessage) {
  const table = message.sections.find(({ title }) => title === 'Représentations')?.table;
  if (!table) throw new Error('no table of performances');
  return table;
}

/** Text without any space: documents break lines where they want. */
function simplify(text: string): string {
  return text.replace(/\s/gu, '');
}
