import { beforeEach, describe, expect, it } from '@jest/globals';
import { givenTwoEvenings } from '@/testing/given-declaration-page';
import { waitUntil } from '@/testing/wait-until';
import { Autosave, type Gateway } from './autosave';
import { DraftStore } from './draft-store';
import { writeField } from './field-path';
import { KeptEdits, type Storage } from './kept-edits';

const savedAt = '2026-07-06T08:00:00.000Z';
const paid = 'performances.rep-1.corrected.paidTickets';
const owner = { userId: 'user-1', seriesId: 'serie-1' };

class FakeStorage implements Storage {
  readonly texts = new Map<string, string>();
  getItem = (key: string) => this.texts.get(key) ?? null;
  setItem = (key: string, text: string) => void this.texts.set(key, text);
  removeItem = (key: string) => void this.texts.delete(key);
}

const refuseToWrite = () => {
  throw new Error('full');
};

let code: string;
/** A server that takes nothing. */
const gateway: Gateway = {
  save: () => Promise.reject(new Error(code)),
  refetch: () => Promise.reject(new Error(code)),
  toCode: () => code,
};

/** The page of the show, opened in a browser with this storage. */
function open(storage: Storage | null, draft = givenTwoEvenings()) {
  const store = new DraftStore({ version: 3, savedAt, draft }, 'Nolwenn Cadiou');
  const autosave = new Autosave(store, gateway, new KeptEdits(storage, owner), () => () => undefined);
  autosave.start();
  return { store, autosave };
}

let storage: FakeStorage;
beforeEach(() => {
  storage = new FakeStorage();
  code = 'offline';
});

describe('edits kept in the browser', () => {
  it('are forgotten when the server has them by now, instead of coming back months later', async () => {
    const { store, autosave } = open(storage);
    store.edit(paid, 121);
    await autosave.flush();
    expect(storage.texts.size).toBe(1);
    const later = open(storage, writeField(givenTwoEvenings(), paid, 121));
    await waitUntil(
      () => storage.texts.size,
      (size) => size === 0,
      2_000,
    );
    expect(later.store.isPending()).toBe(false);
  });

  it.each([
    ['has no storage', () => null],
    ['refuses to write', () => Object.assign(storage, { setItem: refuseToWrite })],
  ])('are not promised when the browser %s', async (_, toStorage) => {
    const { store, autosave } = open(toStorage());
    store.edit(paid, 121);
    await autosave.flush();
    expect(store.getStatus()).toEqual({ kind: 'offline', isKept: false });
    code = 'sign-in-required';
    await autosave.flush();
    expect(store.getStatus()).toEqual({ kind: 'stopped', code, isKept: false });
  });

  it('are not promised any more once the browser is full', async () => {
    const { store, autosave } = open(storage);
    store.edit(paid, 121);
    await autosave.flush();
    expect(store.getStatus()).toEqual({ kind: 'offline', isKept: true });
    storage.setItem = refuseToWrite;
    store.edit(paid, 122);
    expect(store.getStatus()).toEqual({ kind: 'offline', isKept: false });
  });
});
