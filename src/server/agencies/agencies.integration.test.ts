import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { findAgencies } from '@/server/declarations/find-agencies';
import { type SignedInUser } from '@/server/trpc/context';
import { callerOf } from '@/testing/caller';
import { createCountingDatabase } from '@/testing/count-queries';
import { givenTestDatabase } from '@/testing/given-test-database';
import { givenUser } from '@/testing/given-user';

const test = givenTestDatabase();
let admin: SignedInUser;
beforeAll(async () => {
  admin = await givenUser(test.db, { isAdmin: true });
});
afterEach(async () => {
  await test.db.agency.deleteMany({});
});

const agencies = () => callerOf(test.db, admin).agencies;
const toFile = (...rows: string[]) => ({
  organism: 'SACEM' as const,
  fileName: 'delegations.csv',
  content: Buffer.from(['LOCAL,CP,Mail', ...rows].join('\n')).toString('base64'),
});
const first = toFile(
  'Ouessant,29242,brest@sacem.test',
  'Bourg,1000,bourg@sacem.test',
  'Rennes,35000,rennes@sacem.test',
);

async function given(file = first, force = false) {
  const { fingerprint } = await agencies().preview(file);
  return agencies().import({ ...file, fingerprint, force });
}

describe('the import of a list by an admin', () => {
  it('shows everything first and changes nothing, then does exactly that and tells who did it', async () => {
    const preview = await agencies().preview(first);
    expect(preview).toMatchObject({
      refusal: null,
      added: [{ email: 'bourg@sacem.test', codes: ['01000'] }, {}, {}],
      repairedRows: [{ row: 3, read: '1000', codes: ['01000'] }],
      isSuspicious: false,
    });
    expect(await test.db.agency.count()).toBe(0);
    expect(await given()).toEqual({ added: 3, updated: 0, removed: 0 });
    expect(await agencies().list({ organism: 'SACEM' })).toMatchObject({ total: 3, codes: 3 });
    const [past] = await agencies().history({ organism: 'SACEM' });
    expect(past).toMatchObject({
      by: `${admin.firstname} ${admin.lastname}`,
      file: 'delegations.csv',
      added: 3,
      forced: false,
    });
  });

  it('is refused when the list seems cut, unless told twice', async () => {
    await given();
    const cut = toFile('Ouessant,29242,brest@sacem.test');
    expect(await agencies().preview(cut)).toMatchObject({ isSuspicious: true, lostCodes: 2, current: 3 });
    await expect(given(cut)).rejects.toThrow();
    expect(await test.db.agency.count()).toBe(3);
    expect(await given(cut, true)).toEqual({ added: 0, updated: 0, removed: 2 });
    expect((await agencies().history({ organism: 'SACEM' }))[0]).toMatchObject({ forced: true, removed: 2 });
  });

  it('is not done on agencies that changed since the preview', async () => {
    const { fingerprint } = await agencies().preview(first);
    await given(toFile('Brest,29200,brest@sacem.test'));
    await expect(agencies().import({ ...first, fingerprint, force: true })).rejects.toMatchObject({
      cause: { code: 'stale-version' },
    });
  });

  it('says in a sentence why a file is not a list', async () => {
    expect(await agencies().preview({ ...first, content: Buffer.from('a,b\n').toString('base64') })).toMatchObject({
      refusal: 'ce fichier n’a pas les colonnes attendues (LOCAL,CP,Mail)',
      added: [],
    });
  });
});

describe('who serves a postal code', () => {
  it('is said as it will be for a show, with as many queries for a long list', async () => {
    await given();
    expect((await agencies().list({ organism: 'SACEM', postalCode: '29242' })).agencies).toMatchObject([
      { email: 'brest@sacem.test', codes: 1 },
    ]);
    expect((await agencies().list({ organism: 'SACEM', postalCode: '98800' })).agencies).toEqual([]);
    const counting = createCountingDatabase(test.url);
    const listAll = () => counting.record(() => callerOf(counting.db, admin).agencies.list({ organism: 'SACEM' }));
    const few = await listAll();
    await given(
      toFile(
        ...Array.from({ length: 60 }, (_, index) => `Ville,${50_000 + index},agence${index}@sacem.test`),
        'Ouessant,29242,brest@sacem.test',
        'Bourg,01000,bourg@sacem.test',
        'Rennes,35000,rennes@sacem.test',
      ),
    );
    expect(await listAll()).toHaveLength(few.length);
    await counting.db.$disconnect();
  });

  it('is the most precise prefix for SACD, overseas and Corsica included', async () => {
    const hold = (email: string, codes: string[]) =>
      test.db.agency.create({
        data: {
          organism: 'SACD',
          name: email,
          email,
          postalCodes: { create: codes.map((code) => ({ organism: 'SACD', code })) },
        },
      });
    await hold('antilles@sacd.test', ['971', '972']);
    await hold('saint-martin@sacd.test', ['97150']);
    await hold('corse@sacd.test', ['20']);
    await hold('bastia@sacd.test', ['202']);
    await hold('monaco@sacd.test', ['980']);
    const place = (postalCode: string, countryCode = 'FR') => ({ postalCode, countryCode });
    const places = [
      [place('97110'), 'antilles@sacd.test'],
      [place('97133'), 'antilles@sacd.test'],
      [place('97150', 'MF'), 'saint-martin@sacd.test'],
      [place('97300'), undefined],
      [place('20000'), 'corse@sacd.test'],
      [place('20200'), 'bastia@sacd.test'],
      [place('98000', 'MC'), 'monaco@sacd.test'],
      [place('98000', 'DE'), undefined],
    ] as const;
    const find = await findAgencies(
      test.db,
      'SACD',
      places.map(([wanted]) => wanted),
    );
    expect(places.map(([wanted]) => find(wanted)?.email)).toEqual(places.map(([, email]) => email));
  });
});
