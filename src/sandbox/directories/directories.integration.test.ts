import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { companies } from './companies';
import { startSandbox, type Sandbox } from '../start-sandbox';

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.stop());

async function search(directory: 'companies' | 'addresses', query: Record<string, string>) {
  const response = await fetch(`${sandbox.url}/${directory}/search?${new URLSearchParams(query).toString()}`);
  return { status: response.status, body: await response.json() };
}

function isLuhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 1 : 2);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

describe('The simulated directory of companies', () => {
  it('finds by the beginnings of words, without accents nor case', async () => {
    const { status, body } = await search('companies', { q: 'theatre marée', per_page: '5' });
    expect(status).toBe(200);
    expect(body).toMatchObject({ total_results: 1, page: 1, per_page: 5, total_pages: 1 });
    expect(body.results[0]).toMatchObject({
      nom_complet: 'THÉÂTRE DE LA MARÉE HAUTE',
      statut_diffusion: 'O',
      etat_administratif: 'A',
    });
    expect(body.results[0].siege).toMatchObject({ code_postal: '29200', libelle_commune: 'BREST', est_siege: true });
  });

  it('finds by SIREN and by SIRET, spaces allowed, other premises included', async () => {
    const company = companies.find(({ siretList }) => siretList.length > 1);
    const [headquarters, second = ''] = company?.siretList ?? [''];
    expect((await search('companies', { q: company?.siren ?? '' })).body.results[0].siege.siret).toBe(headquarters);
    const { body } = await search('companies', {
      q: `${second.slice(0, 3)} ${second.slice(3, 6)} ${second.slice(6, 9)} ${second.slice(9)}`,
    });
    expect(body.results[0].siege.siret).toBe(headquarters);
    expect(body.results[0].matching_etablissements).toEqual([
      expect.objectContaining({ siret: second, est_siege: false }),
    ]);
  });

  it('masks the address of who asked for it', async () => {
    const { body } = await search('companies', { q: 'quatuor saint eloi' });
    expect(body.results[0]).toMatchObject({
      statut_diffusion: 'P',
      siege: { libelle_voie: '[ND]', statut_diffusion_etablissement: 'P' },
    });
    expect(JSON.stringify(body)).not.toContain('CHARITÉ');
  });

  it('tells closed companies', async () => {
    expect((await search('companies', { q: 'off les murs' })).body.results[0].etat_administratif).toBe('C');
    expect((await search('companies', { q: 'off les murs', etat_administratif: 'A' })).body.results).toEqual([]);
  });

  it('pages its results', async () => {
    const first = await search('companies', { q: 'theatre', per_page: '3' });
    const second = await search('companies', { q: 'theatre', per_page: '3', page: '2' });
    expect(first.body.results).toHaveLength(3);
    expect(first.body.total_pages).toBeGreaterThan(1);
    expect(second.body.results[0].siren).not.toBe(first.body.results[0].siren);
  });

  it('refuses too few characters and too large pages', async () => {
    expect((await search('companies', { q: 'ab' })).status).toBe(400);
    expect((await search('companies', { q: 'theatre', per_page: '26' })).status).toBe(400);
  });

  it('holds sixty companies or so, with numbers that pass the check', () => {
    expect(companies.length).toBeGreaterThanOrEqual(60);
    const invented = companies.slice(1);
    expect(invented.filter(({ siren, siretList }) => !isLuhn(siren) || !siretList.every(isLuhn))).toEqual([]);
    expect(new Set(companies.map(({ siren }) => siren)).size).toBe(companies.length);
  });
});

describe('The simulated base of addresses', () => {
  it('finds the room of the example declaration', async () => {
    const { body } = await search('addresses', { q: '1 place de l’eglise ouessant', limit: '5' });
    expect(body.type).toBe('FeatureCollection');
    expect(body.features).toHaveLength(1);
    expect(body.features[0]).toMatchObject({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [expect.any(Number), expect.any(Number)] },
      properties: {
        label: '1 place de l’Église 29242 Ouessant',
        name: '1 place de l’Église',
        postcode: '29242',
        city: 'Ouessant',
        type: 'housenumber',
      },
    });
  });

  it.each([
    ['Corsica', '9 cours paoli', '20250'],
    ['overseas', 'rue lallouette cayenne', '97300'],
    ['Monaco', 'ostende monaco', '98000'],
    ['a lighthouse', 'phare du stiff', '29242'],
    ['a number with bis', '76 bis rue de rennes', '75006'],
  ])('knows %s', async (_title, q, postcode) => {
    expect((await search('addresses', { q })).body.features[0].properties.postcode).toBe(postcode);
  });

  it('finds towns, and only the kind asked for', async () => {
    const { body } = await search('addresses', { q: 'ouessant', type: 'municipality' });
    expect(body.features.map(({ properties }: { properties: { label: string } }) => properties.label)).toEqual([
      'Ouessant',
    ]);
  });

  it('refuses what is too short or does not begin with a letter or a digit', async () => {
    expect((await search('addresses', { q: 'ab' })).status).toBe(400);
    expect((await search('addresses', { q: ' / rue' })).status).toBe(400);
    expect((await search('addresses', { q: 'rue de', limit: '0' })).status).toBe(400);
  });
});
