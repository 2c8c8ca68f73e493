import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startSandbox, type Sandbox } from '@/sandbox/start-sandbox';
import { callerOf } from '@/testing/caller';
import { givenTestDatabase } from '@/testing/given-test-database';
import { givenUser } from '@/testing/given-user';

describe('structures and directories', () => {
  const test = givenTestDatabase();
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await startSandbox();
    Object.assign(process.env, {
      COMPANY_DIRECTORY_BASE_URL: sandbox.environment.COMPANY_DIRECTORY_BASE_URL,
      ADDRESS_DIRECTORY_BASE_URL: sandbox.environment.ADDRESS_DIRECTORY_BASE_URL,
    });
  });
  afterAll(() => sandbox.stop());
  beforeEach(async () => {
    sandbox.clearTrouble('companies');
    sandbox.clearTrouble('addresses');
    await test.db.directoryCache.deleteMany();
  });
  const givenCaller = async () => callerOf(test.db, await givenUser(test.db));
  const phare = {
    name: 'ASSOCIATION LE PHARE D’OUESSANT',
    siren: '552100554',
    siret: '55210055400013',
    address: { street: '4 RUE DU CRÉAC’H', postalCode: '29242', city: 'OUESSANT', countryCode: 'FR' },
  };

  it.each(['phare ouessant', '552 100 554', '55210055400013'])('finds a head office by «%s»', async (text) => {
    const caller = await givenCaller();
    expect(await caller.organizations.searchCompanies({ text })).toEqual({ available: true, companies: [phare] });
  });

  it('gives no address when its diffusion is restricted, and no company that has closed', async () => {
    const caller = await givenCaller();
    const { companies } = await caller.organizations.searchCompanies({ text: 'friche aux étoiles' });
    expect(companies).toMatchObject([{ name: 'LA FRICHE AUX ÉTOILES', address: null }]);
    expect((await caller.organizations.searchCompanies({ text: 'off les murs' })).companies).toEqual([]);
  });

  it('asks the directory once a day for the same words', async () => {
    const caller = await givenCaller();
    const before = sandbox.counts('companies').requests;
    await caller.organizations.searchCompanies({ text: 'Cirque Boréal' });
    await caller.organizations.searchCompanies({ text: 'cirque  boréal' });
    expect(sandbox.counts('companies').requests).toBe(before + 1);
    await test.db.directoryCache.updateMany({ data: { expiresAt: new Date(0) } });
    await caller.organizations.searchCompanies({ text: 'cirque boréal' });
    expect(sandbox.counts('companies').requests).toBe(before + 2);
  });

  it.each(['down', '500', '429', 'html', 'wrong-json', 'wrong-shape', 'cut', 'redirect', 'timeout'])(
    'says that the directory is not available when it answers «%s», within 3 s, and asks again next time',
    async (mode) => {
      const caller = await givenCaller();
      sandbox.setTrouble('companies', { mode });
      const startedAt = performance.now();
      expect(await caller.organizations.searchCompanies({ text: 'phare ouessant' })).toEqual({
        available: false,
        companies: [],
      });
      expect(performance.now() - startedAt).toBeLessThan(4_500);
      sandbox.clearTrouble('companies');
      expect((await caller.organizations.searchCompanies({ text: 'phare ouessant' })).available).toBe(true);
    },
  );

  it('finds addresses, without towns alone, and nothing for a text the directory would refuse', async () => {
    const caller = await givenCaller();
    expect(await caller.addresses.search({ text: '14 rue de Siam' })).toEqual({
      available: true,
      addresses: [
        {
          label: '14 rue de Siam 29200 Brest',
          address: { street: '14 rue de Siam', postalCode: '29200', city: 'Brest', countryCode: 'FR' },
        },
      ],
    });
    expect(await caller.addresses.search({ text: '«« rue' })).toEqual({ available: true, addresses: [] });
    sandbox.setTrouble('addresses', { mode: 'down' });
    expect(await caller.addresses.search({ text: 'quai de la Criée' })).toEqual({ available: false, addresses: [] });
  });

  it('makes a structure whose author is a member, once per SIRET', async () => {
    const user = await givenUser(test.db);
    const caller = callerOf(test.db, user);
    const { organizationId } = await caller.organizations.create({ ...phare, address: { ...phare.address } });
    expect(await caller.organizations.get({ organizationId })).toEqual({
      id: organizationId,
      name: phare.name,
      siren: phare.siren,
      siret: phare.siret,
      headquarters: phare.address,
      sacemId: null,
      sacdId: null,
      licenceNumbers: [],
      isSubsidised: null,
    });
    expect((await caller.session.viewer()).organizations).toEqual([{ id: organizationId, name: phare.name }]);
    expect(await test.db.auditEvent.findFirst({ where: { organizationId } })).toMatchObject({
      action: 'organization.created',
      actorId: user.id,
      actorName: 'Camille Le Gall',
      detail: { name: phare.name, siret: phare.siret },
    });
    const other = await givenCaller();
    await expect(other.organizations.create(phare)).rejects.toMatchObject({
      message: 'organization-already-registered',
    });
  });

  it('asks somebody who searches too often to wait', async () => {
    const user = await givenUser(test.db);
    await test.db.requestCount.create({
      data: { key: `company-search:${user.id}`, points: 60, expire: new Date(Date.now() + 30_000) },
    });
    await expect(callerOf(test.db, user).organizations.searchCompanies({ text: 'phare' })).rejects.toMatchObject({
      code: 'TOO_MANY_REQUESTS',
    });
  });
});
