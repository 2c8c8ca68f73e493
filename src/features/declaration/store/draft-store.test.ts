import { beforeEach, describe, expect, it } from '@jest/globals';
import { college, givenTwoEvenings } from '@/testing/given-declaration-page';
import { givenDraftPerformance } from '@/testing/given-draft';
import { DraftStore } from './draft-store';
import { readField, writeField } from './field-path';

const savedAt = '2026-07-06T08:00:00.000Z';
const amounts = 'performances.rep-1.corrected.amounts';
const paid = 'performances.rep-1.corrected.paidTickets';
const pair = { excludingTaxesCents: 172038, includingTaxesCents: 181500 };

let store: DraftStore;
beforeEach(() => {
  store = new DraftStore({ version: 3, savedAt, draft: givenTwoEvenings() }, 'Nolwenn Cadiou');
});

/** The draft as somebody else's save would leave it. */
function givenTheirs(
  version: number,
  change: (draft: ReturnType<typeof givenTwoEvenings>) => ReturnType<typeof givenTwoEvenings>,
) {
  return { version, savedAt, draft: change(givenTwoEvenings()) };
}

describe('editing', () => {
  it('changes one field and the totals, and nothing else', () => {
    const before = store.getField('series.capacity');
    const other = store.getPerformance('rep-2');
    store.edit(amounts, pair);
    expect(store.getField(amounts)).toEqual({ value: pair, invalid: null, conflict: null });
    expect(store.getField('series.capacity')).toBe(before);
    expect(store.getPerformance('rep-2')).toBe(other);
    expect(store.getTotals().ticketing).toEqual({
      excludingTaxesCents: 172038 + 170616,
      includingTaxesCents: 181500 + 180000,
      vatCents: 361500 - 342654,
    });
  });

  it('tells those who look at the field, at its performance and at the totals, once', () => {
    const heard: string[] = [];
    for (const topic of [amounts, paid, 'performance:rep-1', 'performance:rep-2', 'totals', 'series.venue'] as const) {
      store.subscribe(topic, () => heard.push(topic));
    }
    store.editAll([
      { path: amounts, value: pair },
      { path: paid, value: 121 },
    ]);
    expect(heard.sort()).toEqual([amounts, paid, 'performance:rep-1', 'totals'].sort());
  });

  it('stops telling who has left', () => {
    let heard = 0;
    store.subscribe('totals', () => (heard += 1))();
    store.edit(paid, 121);
    expect(heard).toBe(0);
  });

  it('gives the same snapshot until something changes', () => {
    expect(store.getField(amounts)).toBe(store.getField(amounts));
    expect(store.getTotals()).toBe(store.getTotals());
  });

  it('has nothing to send once a value is back to what the server holds', () => {
    store.edit(paid, 121);
    expect(store.listSendable()).toEqual([paid]);
    store.edit(paid, null);
    expect(store.listSendable()).toEqual([]);
    expect(store.isPending()).toBe(false);
  });

  it('keeps a text that is not a value in its field, and sends the rest', () => {
    store.edit(paid, 121);
    store.reject(amounts, { code: 'not-an-amount', texts: { excluding: '1706,16', including: 'mille' } });
    expect(store.getField(amounts)).toEqual({
      value: null,
      invalid: { code: 'not-an-amount', texts: { excluding: '1706,16', including: 'mille' } },
      conflict: null,
    });
    expect(store.listSendable()).toEqual([paid]);
    expect(store.listInvalid()).toEqual([amounts]);
    store.edit(amounts, pair);
    expect(store.listInvalid()).toEqual([]);
  });

  it('holds back expenses whose parts exceed their total, and sends them once they agree', () => {
    store.edit(paid, 121);
    store.edit('series.expenses.approach', { excludingTaxesCents: 300000, includingTaxesCents: 316500 });
    expect(store.listSendable()).toEqual([paid]);
    store.edit('series.expenses.total', { excludingTaxesCents: 300000, includingTaxesCents: 316500 });
    expect(store.listSendable()).toEqual([paid, 'series.expenses.approach', 'series.expenses.total']);
  });

  it('leaves out of the totals a performance that the ticketing no longer knows, unless it was corrected', () => {
    store.rebase(
      givenTheirs(4, (draft) => ({
        ...draft,
        performances: [givenDraftPerformance({ gone: true }), givenDraftPerformance({ id: 'rep-2' })],
      })),
      null,
    );
    expect(store.getTotals().performances).toBe(1);
    store.edit(paid, 3);
    expect(store.getTotals()).toMatchObject({ performances: 2, paidTickets: 123 });
  });
});

describe('taking back', () => {
  it('goes back edit by edit', () => {
    store.edit('series.capacity', 200);
    store.closeEdit();
    store.edit('series.venue', college);
    expect(store.undo()).toEqual(['series.venue']);
    expect(store.getField('series.venue').value).toEqual(givenTwoEvenings().series.venue);
    expect(store.undo()).toEqual(['series.capacity']);
    expect(store.getField('series.capacity').value).toBe(180);
    expect(store.canUndo()).toBe(false);
    expect(store.undo()).toEqual([]);
  });

  it('takes typing in one field as one edit, until the person leaves it', () => {
    store.edit(paid, 1);
    store.edit(paid, 12);
    store.edit(paid, 121);
    store.closeEdit();
    store.edit(paid, 9);
    store.undo();
    expect(store.getField(paid).value).toBe(121);
    store.undo();
    expect(store.getField(paid).value).toBeNull();
  });

  it('takes several fields of one edit back together', () => {
    store.editAll([
      { path: 'series.capacity', value: 200 },
      { path: 'performances.rep-2.overrides.capacity', value: 90 },
    ]);
    store.undo();
    expect(store.isPending()).toBe(false);
  });

  it('clears a text that was not a value', () => {
    store.reject(amounts, { code: 'negative', texts: { including: '-1' } });
    expect(store.undo()).toEqual([amounts]);
    expect(store.getField(amounts)).toEqual({ value: null, invalid: null, conflict: null });
  });

  it('sends the former value again when the edit was saved meanwhile', () => {
    store.edit(paid, 121);
    store.acknowledge([{ path: paid, value: 121 }], 4, savedAt);
    store.undo();
    expect(store.listSendable()).toEqual([paid]);
    expect(store.getField(paid).value).toBeNull();
  });

  it('remembers a hundred edits', () => {
    for (let count = 1; count <= 120; count += 1) {
      store.edit(paid, count);
      store.closeEdit();
    }
    let undone = 0;
    while (store.undo().length > 0) undone += 1;
    expect(undone).toBe(100);
    expect(store.getField(paid).value).toBe(20);
  });
});

describe('what the server stored', () => {
  it('is no longer pending, and signs the correction', () => {
    store.edit(amounts, pair);
    store.acknowledge([{ path: amounts, value: pair }], 4, '2026-07-06T08:01:00.000Z');
    expect(store.version).toBe(4);
    expect(store.isPending()).toBe(false);
    expect(store.getPerformance('rep-1')?.correction).toEqual({ by: 'Nolwenn Cadiou', at: '2026-07-06T08:01:00.000Z' });
    store.edit(amounts, null);
    store.acknowledge([{ path: amounts, value: null }], 5, savedAt);
    expect(store.getPerformance('rep-1')?.correction).toBeNull();
  });

  it('leaves what was typed since to be sent', () => {
    store.edit(paid, 12);
    store.edit(paid, 121);
    store.acknowledge([{ path: paid, value: 12 }], 4, savedAt);
    expect(store.listPending()).toEqual([{ path: paid, value: 121, base: 12 }]);
  });

  it('sends again a value put back to its origin while another was on its way', () => {
    store.edit(paid, 121);
    store.edit(paid, null);
    store.acknowledge([{ path: paid, value: 121 }], 4, savedAt);
    expect(store.listPending()).toEqual([{ path: paid, value: null, base: 121 }]);
  });
});

describe('somebody else’s version', () => {
  it('comes under the edits, and what only they changed is told', () => {
    store.edit(paid, 121);
    store.rebase(
      givenTheirs(4, (draft) => writeField(draft, 'series.capacity', 200)),
      'Camille Riou',
    );
    expect(store.version).toBe(4);
    expect(store.getField('series.capacity').value).toBe(200);
    expect(store.getField(paid).value).toBe(121);
    expect(store.listSendable()).toEqual([paid]);
    expect(store.getNews()).toEqual({ by: 'Camille Riou', paths: ['series.capacity'], figures: 0 });
    store.dismissNews();
    expect(store.getNews()).toBeNull();
  });

  it('adds up one person’s news until they are read', () => {
    store.rebase(
      givenTheirs(4, (draft) => writeField(draft, 'series.capacity', 200)),
      'Camille Riou',
    );
    store.rebase(
      givenTheirs(5, (draft) => writeField(writeField(draft, 'series.capacity', 200), 'series.venue', college)),
      'Camille Riou',
    );
    expect(store.getNews()?.paths).toEqual(['series.capacity', 'series.venue']);
  });

  it('makes a conflict of a field that both changed, keeps the person’s own value and waits', () => {
    store.edit('series.capacity', 190);
    store.edit(paid, 121);
    store.rebase(
      givenTheirs(4, (draft) => writeField(draft, 'series.capacity', 200)),
      'Camille Riou',
    );
    const conflict = { path: 'series.capacity', theirs: 200, by: 'Camille Riou' };
    expect(store.getConflicts()).toEqual([conflict]);
    expect(store.getField('series.capacity')).toEqual({ value: 190, invalid: null, conflict });
    expect(store.listSendable()).toEqual([paid]);
    expect(store.getNews()).toBeNull();
  });

  it('lets the person keep their own value, which is then sent', () => {
    store.edit('series.capacity', 190);
    store.rebase(
      givenTheirs(4, (draft) => writeField(draft, 'series.capacity', 200)),
      'Camille Riou',
    );
    store.settleConflict('series.capacity', 'mine');
    expect(store.getConflicts()).toEqual([]);
    expect(store.getField('series.capacity')).toEqual({ value: 190, invalid: null, conflict: null });
    expect(store.listPending()).toEqual([{ path: 'series.capacity', value: 190, base: 200 }]);
  });

  it('lets the person take the other value, and then has nothing to send', () => {
    store.edit('series.capacity', 190);
    store.rebase(
      givenTheirs(4, (draft) => writeField(draft, 'series.capacity', 200)),
      'Camille Riou',
    );
    store.settleConflict('series.capacity', 'theirs');
    expect(store.getField('series.capacity')).toEqual({ value: 200, invalid: null, conflict: null });
    expect(store.isPending()).toBe(false);
  });

  it('is no conflict when both typed the same', () => {
    store.edit('series.venue', college);
    store.rebase(
      givenTheirs(4, (draft) => writeField(draft, 'series.venue', structuredClone(college))),
      'Camille Riou',
    );
    expect(store.getConflicts()).toEqual([]);
    expect(store.isPending()).toBe(false);
  });

  it('gets its name later when the version came first', () => {
    store.edit('series.capacity', 190);
    store.rebase(
      givenTheirs(4, (draft) => writeField(writeField(draft, 'series.capacity', 200), 'series.genre', 'DANCE')),
      null,
    );
    store.attribute(4, 'Camille Riou');
    expect(store.getNews()).toEqual({ by: 'Camille Riou', paths: ['series.genre'], figures: 0 });
    expect(store.getField('series.capacity').conflict?.by).toBe('Camille Riou');
  });

  it('may bring new performances and new figures, and forgets edits of a performance that left', () => {
    store.edit('performances.rep-2.corrected.freeTickets', 1);
    const moved = givenDraftPerformance({ imported: { ...givenDraftPerformance().imported, paidTickets: 130 } });
    store.rebase(
      givenTheirs(4, (draft) => ({ ...draft, performances: [moved, givenDraftPerformance({ id: 'rep-3' })] })),
      null,
    );
    expect(store.isPending()).toBe(false);
    expect(store.getNews()).toEqual({ by: null, paths: [], figures: 2 });
    expect(store.undo()).toEqual([]);
  });

  it('says nothing of a synchronisation that found the same figures', () => {
    const again = givenTwoEvenings().performances.map((performance) => ({
      ...performance,
      imported: { ...performance.imported, importedAt: '2026-07-01T02:00:00.000Z' },
    }));
    store.rebase(
      givenTheirs(4, (draft) => ({ ...draft, performances: again })),
      null,
    );
    expect(store.getNews()).toBeNull();
    expect(readField(store.getDraft(), paid)).toBeNull();
  });
});
