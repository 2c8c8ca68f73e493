import { describe, expect, it } from '@jest/globals';
import { type DatesEntry, emptyEntry, mergeStarts, readAllDates, readList, readTimes, typeEntry } from './dates-entry';

const friday = '2026-06-05T18:30:00.000Z';
const saturday = '2026-06-06T18:30:00.000Z';
const nothing: ReadonlySet<string> = new Set();
const read = (change: Partial<Omit<DatesEntry, 'pending'>>, planned: string[] = [], taken = nothing) =>
  readAllDates(typeEntry(emptyEntry, change), planned, taken);

describe('hours as people type them', () => {
  it.each([
    ['20:30', ['20:30']],
    ['20h30', ['20:30']],
    ['20 h 30', ['20:30']],
    ['20\u00a0h\u00a030', ['20:30']],
    ['20 h', ['20:00']],
    ['20', ['20:00']],
    ['1930', ['19:30']],
    ['930', ['09:30']],
    ['15:00 20:30', ['15:00', '20:30']],
    ['15h 20h30', ['15:00', '20:30']],
    ['15 h, 20 h 30', ['15:00', '20:30']],
    ['1500;2030', ['15:00', '20:30']],
  ])('%s', (text, times) => {
    expect(readTimes(text)).toEqual(times);
  });

  it.each(['', ' ', 'soir', '24:00', '2460', '20:3', '20:30 soir', '15 h 20 h 30'])('is not guessed: %j', (text) => {
    expect(readTimes(text)).toBeNull();
  });
});

describe('the dates to create', () => {
  it('are those added, those typed and those of the list, each once', () => {
    expect(read({ from: '2026-06-05', list: '6/6/2026 20h30\n05/06/2026' }, [friday])).toEqual({
      ok: true,
      starts: [friday, saturday],
    });
    expect(read({ from: '2026-06-05', to: '2026-06-06', days: new Set([5, 6]) }, [], new Set([friday]))).toEqual({
      ok: true,
      starts: [saturday],
    });
  });

  it('do not come back once added and left out', () => {
    const added: DatesEntry = { ...typeEntry(emptyEntry, { from: '2026-06-05' }), pending: 'nothing' };
    expect(readAllDates(added, [], nothing)).toEqual({ ok: true, starts: [] });
    expect(readAllDates(typeEntry(added, { list: '6/6/2026' }), [], nothing)).toEqual({ ok: true, starts: [saturday] });
  });

  it('are the same days at another hour when it is typed again, unless it is the hour of a list', () => {
    const added: DatesEntry = { ...typeEntry(emptyEntry, { from: '2026-06-05' }), pending: 'nothing' };
    const later = typeEntry(added, { times: '1930' });
    expect(readAllDates(later, [], nothing)).toEqual({ ok: true, starts: ['2026-06-05T17:30:00.000Z'] });
    expect(readAllDates(typeEntry(later, { list: '6/6/2026' }), [], nothing)).toEqual({
      ok: true,
      starts: ['2026-06-06T17:30:00.000Z'],
    });
    expect(typeEntry(typeEntry(later, { from: '2026-06-06' }), { times: '20' }).pending).toBe('days');
  });

  it('are none when nothing is typed but an hour', () => {
    expect(read({ times: '1930' }, [friday])).toEqual({ ok: true, starts: [friday] });
  });

  it.each([
    ['du', { to: '2026-06-30' }],
    ['du', { days: new Set([5]) }],
    ['du', { from: '1999-06-05' }],
    ['au', { from: '2026-06-05', to: '2026-06-01' }],
    ['heures', { from: '2026-06-05', times: 'soir' }],
    ['jour-1', { from: '2026-06-05', to: '2026-06-30' }],
    ['du', { from: '2026-06-05', to: '2026-06-06', days: new Set([1]) }],
    ['liste', { list: '05/06/2026\nrelâche' }],
  ] as const)('are not made up: the field «%s» is to be mended', (field, change) => {
    expect(read(change)).toEqual({ ok: false, fault: { field, message: expect.any(String) } });
  });

  it('stop before a request can no longer hold them', () => {
    const days = new Set([0, 1, 2, 3, 4, 5, 6]);
    expect(read({ from: '2026-01-01', to: '2027-12-31', days }, [])).toMatchObject({ ok: true });
    expect(read({ from: '2026-01-01', to: '2027-12-31', days }, ['2029-01-01T19:30:00.000Z'])).toMatchObject({
      ok: false,
      fault: { message: 'Créez au plus 400\u00a0dates à la fois.' },
    });
  });
});

it('a list says which of its lines are no dates', () => {
  expect(readList({ ...emptyEntry, list: '05/06/2026\n\nrelâche' })).toEqual({ starts: [friday], unread: ['relâche'] });
});

it('dates proposed again are not there twice', () => {
  expect(mergeStarts([saturday], [friday, saturday])).toEqual([friday, saturday]);
});
