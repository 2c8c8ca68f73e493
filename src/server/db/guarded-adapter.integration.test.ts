import { describe, expect, it } from '@jest/globals';
import { givenTestDatabase } from '@/testing/given-test-database';
import { givenShow } from '@/testing/given-show';
import { createDatabase } from './client';

describe('a transaction that lasted too long', () => {
  const test = givenTestDatabase();

  it('leaves nothing of the operation that was under way, whose statements it cut in two', async () => {
    const { actor, organizationId } = await givenShow(test.db);
    const other = await test.db.organization.create({
      data: {
        name: 'Autre',
        siren: '732829320',
        siret: '73282932000074',
        street: '1 rue',
        postalCode: '29200',
        city: 'Brest',
      },
    });
    const blocker = createDatabase(test.url);
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    let locked = () => {};
    const isLocked = new Promise<void>((resolve) => (locked = resolve));
    const blocking = blocker.$transaction(async (tx) => {
      await tx.$queryRaw`SELECT id FROM "User" WHERE id = ${actor.user.id} FOR UPDATE`;
      locked();
      await held;
    });
    await isLocked;

    // Two statements: the first waits for the lock, and the time is over before the second.
    const cut = test.db.$transaction(
      (tx) =>
        tx.user.update({
          where: { id: actor.user.id },
          data: { name: 'Autre nom', memberships: { create: { organizationId: other.id } } },
        }),
      { timeout: 100 },
    );
    setTimeout(release, 600);
    await expect(cut).rejects.toThrow();
    await blocking;
    await blocker.$disconnect();

    const user = await test.db.user.findUniqueOrThrow({
      where: { id: actor.user.id },
      select: { name: true, memberships: { select: { organizationId: true } } },
    });
    expect(user).toEqual({ name: 'Nolwenn Cadiou', memberships: [{ organizationId }] });
  });
});
