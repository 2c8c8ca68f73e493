import { describe, expect, it } from '@jest/globals';
import { formatDecimal } from '@/i18n/format';
import { describeTaggedPdf } from '@/testing/describe-tagged-pdf';
import { givenExportedShow, givenExportedSeason } from '@/testing/given-export';
import { readPdfText as readText } from '@/testing/read-tagged-pdf';
import { listedShows, renderSeasonSummary } from './season-summary';
import { renderShowRecord } from './show-record';
import { toSeasonShow } from './summarize-season';

const madeAt = new Date('2026-11-28T13:00:00.000Z');
const season = { year: 2025 };
const organizationName = 'Association Le Phare d’Ouessant';

const renderRecord = (show = givenExportedShow()) => renderShowRecord({ show, madeAt });
const renderSeason = (shows: ReturnType<typeof givenExportedSeason>) =>
  renderSeasonSummary({
    season,
    organizationName,
    madeAt,
    shows: shows.flatMap((show) => toSeasonShow(show, season) ?? []),
  });

const long = givenExportedShow({ performances: 80 });
describeTaggedPdf({
  name: 'the record of a show',
  renderShort: () => renderRecord(),
  renderLong: () => renderRecord(long),
  renderTitled: (name) => renderRecord(givenExportedShow({ name })),
  title: 'Fiche du spectacle – La Nuit des gardiens',
  bookmarks: ['Fiche du spectacle'],
  headings: ['H1', 'H2', 'H2', 'H2', 'H2', 'H2', 'H2'],
  table: { rows: 82, header: 'Heure' },
  amounts: {
    after: 'Heure',
    texts: long.draft.performances.map(({ imported }) => formatDecimal(imported.excludingTaxesCents)),
  },
  afterTitle: 'Total des recettes',
});

const seasonOf80 = givenExportedSeason(80);
describeTaggedPdf({
  name: 'the summary of a season',
  renderShort: () => renderSeason(givenExportedSeason(3)),
  renderLong: () => renderSeason(seasonOf80),
  renderTitled: (name) => renderSeasonSummary({ season, organizationName: name, madeAt, shows: [] }),
  title: 'Bilan de saison – Saison 2025-2026',
  bookmarks: ['Bilan de saison'],
  headings: ['H1', 'H2', 'H2', 'H2'],
  table: { rows: 82, header: 'Représ.' },
  amounts: {
    after: 'Représ.',
    texts: seasonOf80.map(({ draft }) => formatDecimal(draft.performances[0]?.imported.excludingTaxesCents ?? 0)),
  },
  afterTitle: 'Aucune représentation dans cette saison.',
});

describe('documents for paper', () => {
  it('say of a show what is answered, declared and spent', async () => {
    const text = await readText(await renderRecord());
    expect(text).toContain('Établi le samedi 28 novembre 2026 à 14 h');
    expect(text).toContain('Genre Théâtre, conte, mime');
    expect(text).toContain('Provenance des chiffres Billetweb');
    expect(text).toContain(
      'SACEM Acceptée 6 juillet 2026 mercredi 1 juillet 2026 à 10 h brest@delegation-sacem.test'.replace(
        '1 juillet',
        '1er juillet',
      ),
    );
    expect(text).toContain('SACD À déclarer 26 juillet 2026 Rien n’a été envoyé');
    expect(text).toContain('Dépenses totales 2 400,00 € 132,00 € 2 532,00 €');
  });

  it('say that there is nothing yet', async () => {
    const bare = givenExportedShow({ performances: 0, isBare: true });
    const text = await readText(await renderRecord(bare));
    expect(text).toContain('Aucun organisme n’est choisi.');
    expect(text).toContain('Ce spectacle n’a aucune représentation.');
    expect(text).not.toContain('Dépenses');
    const empty = await readText(await renderSeason([bare]));
    expect(empty).toContain('Aucune représentation dans cette saison.');
    expect(empty).toContain('Aucun organisme n’est choisi pour ces spectacles.');
  });

  it('count the performances of the season alone, and every show beyond those that are listed', async () => {
    const shows = givenExportedSeason(listedShows + 1);
    const text = await readText(await renderSeason(shows));
    expect(text).toContain(`${listedShows + 1} spectacles, ${listedShows + 1} représentations`);
    expect(text).toContain(`Les ${listedShows} premiers des ${listedShows + 1} spectacles sont écrits ici`);
    expect(text).toContain(`SACD ${listedShows + 1} 0 0`);
    expect(toSeasonShow(givenExportedShow(), { year: 2024 })).toBeNull();
    expect(await readText(await renderSeason([givenExportedShow({ name: 'très longue '.repeat(200) })]))).toContain(
      '…',
    );
  }, 60_000);
});
