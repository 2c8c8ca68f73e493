import { beforeEach, describe, expect, it } from '@jest/globals';
import { KeptRows, type Storage } from './kept-rows';

class FakeStorage implements Storage {
  readonly texts = new Map<string, string>();
  getItem = (key: string) => this.texts.get(key) ?? null;
  setItem = (key: string, text: string) => void this.texts.set(key, text);
  removeItem = (key: string) => void this.texts.delete(key);
}

const owner = { userId: 'user-1', seriesId: 'serie-1' };

let storage: FakeStorage;
let kept: KeptRows;
const listEdits = (rows: KeptRows) => Object.fromEntries(rows.getState().edits);

beforeEach(() => {
  storage = new FakeStorage();
  kept = new KeptRows(storage, owner);
});

describe('figures typed and not saved yet', () => {
  it('are found again on the same show by the same person, and by nobody else', () => {
    kept.edit('a', { paidTickets: '80' });
    kept.edit('a', { including: '1 200' });
    const later = new KeptRows(storage, owner);
    expect(listEdits(later)).toEqual({ a: { paidTickets: '80', including: '1 200' } });
    expect([...later.getState().restored]).toEqual(['a']);
    expect(listEdits(new KeptRows(storage, { ...owner, userId: 'user-2' }))).toEqual({});
    expect(listEdits(new KeptRows(storage, { ...owner, seriesId: 'serie-2' }))).toEqual({});
  });

  it('are forgotten once saved, but not what was typed while the save was under way', () => {
    kept.edit('a', { paidTickets: '80', freeTickets: '2' });
    kept.edit('b', { paidTickets: '75' });
    const sent = kept.getState().edits;
    kept.edit('a', { paidTickets: '81' });
    kept.edit('a', { including: '900' });
    kept.edit('c', { paidTickets: '12' });
    kept.forget(sent);
    const left = { a: { paidTickets: '81', including: '900' }, c: { paidTickets: '12' } };
    expect(listEdits(kept)).toEqual(left);
    expect(listEdits(new KeptRows(storage, owner))).toEqual(left);
    kept.forget(kept.getState().edits);
    expect(storage.texts.size).toBe(0);
  });

  it('can be given up', () => {
    kept.edit('a', { paidTickets: '80' });
    const later = new KeptRows(storage, owner);
    later.giveUp();
    expect(later.getState().restored.size).toBe(0);
    expect(storage.texts.size).toBe(0);
  });

  it('are typed all the same without a storage, or with one that is full', () => {
    const full: Storage = {
      ...new FakeStorage(),
      setItem: () => {
        throw new Error('full');
      },
    };
    for (const closed of [null, full]) {
      const rows = new KeptRows(closed, owner);
      rows.edit('a', { paidTickets: '80' });
      expect(listEdits(rows)).toEqual({ a: { paidTickets: '80' } });
    }
  });

  it.each(['', 'null', '[1]', '{"a":null}', '{"a":{"paidTickets":80,"other":"80"}}'])(
    'are none in a text that is no edits: %j',
    (text) => {
      storage.texts.set('manual:user-1:serie-1', text);
      expect(listEdits(new KeptRows(storage, owner))).toEqual({});
    },
  );

  it('tell who shows them', () => {
    let told = 0;
    const stop = kept.subscribe(() => (told += 1));
    kept.edit('a', { paidTickets: '80' });
    stop();
    kept.edit('a', { paidTickets: '81' });
    expect(told).toBe(1);
  });
});
