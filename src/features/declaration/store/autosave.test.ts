import { beforeEach, describe, expect, it } from '@jest/globals';
import type { DraftPatch } from '@/domain/declaration/draft';
import { givenTwoEvenings } from '@/testing/given-declaration-page';
import { Autosave, type Gateway } from './autosave';
import { DraftStore } from './draft-store';
import { writeField } from './field-path';
import { KeptEdits, type Storage } from './kept-edits';
import type { StoredVersion } from './store-types';

const savedAt = '2026-07-06T08:00:00.000Z';
const later = '2026-07-06T08:05:00.000Z';
const paid = 'performances.rep-1.corrected.paidTickets';

class Refusal extends Error {
  constructor(readonly code: string) {
    super(code);
  }
}

/** A clock that a test moves by hand. */
class HandClock {
  readonly #waiting: { action: () => void; delayMs: number }[] = [];

  readonly schedule = (action: () => void, delayMs: number) => {
    const timer = { action, delayMs };
    this.#waiting.push(timer);
    return () => {
      const position = this.#waiting.indexOf(timer);
      if (position >= 0) this.#waiting.splice(position, 1);
    };
  };

  get delays(): number[] {
    return this.#waiting.map(({ delayMs }) => delayMs);
  }

  ring(): void {
    for (const { action } of this.#waiting.splice(0)) action();
  }
}

class FakeStorage implements Storage {
  readonly texts = new Map<string, string>();
  getItem = (key: string) => this.texts.get(key) ?? null;
  setItem = (key: string, text: string) => void this.texts.set(key, text);
  removeItem = (key: string) => void this.texts.delete(key);
}

const owner = { userId: 'user-1', seriesId: 'serie-1' };

let store: DraftStore;
let clock: HandClock;
let storage: FakeStorage;
let sent: { version: number; patch: DraftPatch }[];
let answers: (() => Promise<{ version: number; savedAt: string }>)[];
let current: StoredVersion;
let autosave: Autosave;

const gateway: Gateway = {
  save: (input) => {
    sent.push(input);
    const answer = answers.shift();
    return answer ? answer() : Promise.resolve({ version: input.version + 1, savedAt: later });
  },
  refetch: () => Promise.resolve(current),
  toCode: (error) => (error instanceof Refusal ? error.code : 'internal'),
};
const refuse = (code: string) => () => Promise.reject(new Refusal(code));

beforeEach(() => {
  current = { version: 3, savedAt, draft: givenTwoEvenings() };
  store = new DraftStore(current, 'Nolwenn Cadiou');
  clock = new HandClock();
  storage = new FakeStorage();
  sent = [];
  answers = [];
  autosave = new Autosave(store, gateway, new KeptEdits(storage, owner), clock.schedule);
  autosave.start();
});

describe('saving by itself', () => {
  it('waits for a pause in typing, then sends the difference alone with the version it names', async () => {
    store.edit(paid, 12);
    store.edit(paid, 121);
    expect(store.getStatus()).toEqual({ kind: 'waiting' });
    expect(clock.delays).toEqual([800]);
    await autosave.flush();
    expect(sent).toEqual([{ version: 3, patch: { performances: [{ id: 'rep-1', corrected: { paidTickets: 121 } }] } }]);
    expect(store.getStatus()).toEqual({ kind: 'saved', at: later });
    expect(store.version).toBe(4);
    expect(storage.texts.size).toBe(0);
  });

  it('sends fields of every kind as one patch', async () => {
    store.edit('organization.sacemId', '123');
    store.edit('series.capacity', null);
    store.edit('series.expenses.total', null);
    store.edit('performances.rep-2.overrides.capacity', 90);
    store.edit('performances.rep-2.otherRevenue.bar', { excludingTaxesCents: 1000, includingTaxesCents: 1200 });
    await autosave.flush();
    expect(sent[0]?.patch).toEqual({
      organization: { sacemId: '123' },
      series: { capacity: null, expenses: { total: null } },
      performances: [
        {
          id: 'rep-2',
          overrides: { capacity: 90 },
          otherRevenue: { bar: { excludingTaxesCents: 1000, includingTaxesCents: 1200 } },
        },
      ],
    });
  });

  it('sends one save at a time, and what was typed meanwhile after it', async () => {
    let answer: (value: { version: number; savedAt: string }) => void = () => undefined;
    answers.push(() => new Promise((resolve) => (answer = resolve)));
    store.edit(paid, 12);
    const first = autosave.flush();
    store.edit(paid, 121);
    answer({ version: 4, savedAt: later });
    await first;
    expect(sent).toHaveLength(1);
    expect(store.getStatus()).toEqual({ kind: 'waiting' });
    await autosave.flush();
    expect(sent[1]).toEqual({
      version: 4,
      patch: { performances: [{ id: 'rep-1', corrected: { paidTickets: 121 } }] },
    });
  });

  it('sends nothing when a value is back to what it was', async () => {
    store.edit(paid, 121);
    store.edit(paid, null);
    expect(store.getStatus()).toEqual({ kind: 'saved', at: savedAt });
    await autosave.flush();
    expect(sent).toEqual([]);
  });

  it('saves the rest when one field holds no value', async () => {
    store.reject('performances.rep-1.corrected.amounts', { code: 'half-pair', texts: { excluding: '12' } });
    store.edit(paid, 121);
    await autosave.flush();
    expect(sent[0]?.patch).toEqual({ performances: [{ id: 'rep-1', corrected: { paidTickets: 121 } }] });
  });

  it('says why it stopped, keeps the edits, and tries again at the next one', async () => {
    answers.push(refuse('declaration-locked'));
    store.edit(paid, 121);
    await autosave.flush();
    expect(store.getStatus()).toEqual({ kind: 'stopped', code: 'declaration-locked', isKept: true });
    expect(clock.delays).toEqual([]);
    expect(storage.texts.size).toBe(1);
    store.edit(paid, 122);
    expect(clock.delays).toEqual([800]);
  });

  it('stops when asked', () => {
    const other = new DraftStore(current, 'Nolwenn Cadiou');
    const stop = new Autosave(other, gateway, new KeptEdits(null, owner), clock.schedule).start();
    other.edit(paid, 1);
    stop();
    other.edit(paid, 2);
    expect(clock.delays).toEqual([]);
  });
});

describe('a lost network', () => {
  it('keeps the edits, says so, and sends them when it is back', async () => {
    answers.push(refuse('offline'), refuse('offline'));
    store.edit(paid, 121);
    await autosave.flush();
    expect(store.getStatus()).toEqual({ kind: 'offline', isKept: true });
    expect(clock.delays).toEqual([2000]);
    store.edit(paid, 122);
    expect(store.getStatus()).toEqual({ kind: 'offline', isKept: true });
    await autosave.flush();
    expect(clock.delays).toEqual([4000]);
    await autosave.flush();
    expect(store.getStatus()).toEqual({ kind: 'saved', at: later });
    expect(sent.at(-1)?.patch).toEqual({ performances: [{ id: 'rep-1', corrected: { paidTickets: 122 } }] });
    expect(storage.texts.size).toBe(0);
  });

  it('gives the edits back after a reload, with what changed meanwhile as a conflict', async () => {
    answers.push(refuse('offline'));
    store.edit(paid, 121);
    store.edit('series.capacity', 190);
    await autosave.flush();
    current = { version: 4, savedAt, draft: writeField(givenTwoEvenings(), 'series.capacity', 200) };
    const reloaded = new DraftStore(current, 'Nolwenn Cadiou');
    const kept = new KeptEdits(storage, owner);
    expect(await kept.restore(reloaded)).toBe(true);
    expect(reloaded.getField(paid).value).toBe(121);
    expect(reloaded.getField('series.capacity')).toEqual({
      value: 190,
      invalid: null,
      conflict: { path: 'series.capacity', theirs: 200, by: null },
    });
    expect(reloaded.listSendable()).toEqual([paid]);
  });

  it('keeps nothing of another person or another show', async () => {
    answers.push(refuse('offline'));
    store.edit(paid, 121);
    await autosave.flush();
    const other = new DraftStore(current, 'Camille Riou');
    expect(await new KeptEdits(storage, { ...owner, userId: 'user-2' }).restore(other)).toBe(false);
    expect(other.isPending()).toBe(false);
  });

  it.each(['not json', '{}', '{"mine":{"series":{"capacity":"many"}},"before":{}}'])(
    'ignores a kept text that cannot be read: %s',
    async (text) => {
      storage.setItem('declaration:user-1:serie-1', text);
      expect(await new KeptEdits(storage, owner).restore(store)).toBe(false);
    },
  );

  it('goes on when the browser refuses to keep anything', () => {
    const closed: Storage = {
      getItem: () => {
        throw new Error('closed');
      },
      setItem: () => {
        throw new Error('full');
      },
      removeItem: () => undefined,
    };
    const kept = new KeptEdits(closed, owner);
    store.edit(paid, 121);
    expect(kept.keep(store)).toBe(false);
    return expect(kept.restore(store)).resolves.toBe(false);
  });
});

describe('two people on one show', () => {
  it('lays the edits again on a version saved in between, and sends them', async () => {
    answers.push(refuse('stale-version'));
    store.edit(paid, 121);
    current = { version: 4, savedAt, draft: writeField(givenTwoEvenings(), 'series.capacity', 200) };
    await autosave.flush();
    expect(sent.map(({ version }) => version)).toEqual([3, 4]);
    expect(store.getField('series.capacity').value).toBe(200);
    expect(store.getStatus()).toEqual({ kind: 'saved', at: later });
    expect(store.version).toBe(5);
  });

  it('sends everything but a field that both changed, until the person chose', async () => {
    answers.push(refuse('stale-version'));
    store.edit('series.capacity', 190);
    store.edit(paid, 121);
    current = { version: 4, savedAt, draft: writeField(givenTwoEvenings(), 'series.capacity', 200) };
    await autosave.flush();
    expect(sent[1]?.patch).toEqual({ performances: [{ id: 'rep-1', corrected: { paidTickets: 121 } }] });
    expect(storage.texts.size).toBe(1);
    store.settleConflict('series.capacity', 'mine');
    await autosave.flush();
    expect(sent[2]?.patch).toEqual({ series: { capacity: 190 } });
    expect(storage.texts.size).toBe(0);
  });

  it('fetches what somebody else saved, and ignores the echo of its own save', async () => {
    current = { version: 4, savedAt, draft: writeField(givenTwoEvenings(), 'series.genre', 'DANCE') };
    await autosave.notice({ version: 3, by: 'Nolwenn Cadiou' });
    expect(store.getField('series.genre').value).toBe('THEATRE_AND_STORYTELLING_AND_MIME');
    await autosave.notice({ version: 4, by: 'Camille Riou' });
    expect(store.getField('series.genre').value).toBe('DANCE');
    expect(store.getNews()).toEqual({ by: 'Camille Riou', paths: ['series.genre'], figures: 0 });
  });

  it('gives up after five rounds and says so', async () => {
    answers.push(...Array.from({ length: 6 }, () => refuse('stale-version')));
    store.edit(paid, 121);
    await autosave.flush();
    expect(sent).toHaveLength(6);
    expect(store.getStatus()).toEqual({ kind: 'stopped', code: 'stale-version', isKept: true });
  });
});
