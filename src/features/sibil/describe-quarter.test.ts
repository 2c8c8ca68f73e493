import { describe, expect, it } from '@jest/globals';
import { givenQuarterView } from '@/testing/given-quarter';
import { countMissing, toQuarterStep } from './describe-quarter';

const file = { filename: 'Déclaration SIBIL - 2026-t2.csv', sha256: 'a'.repeat(64) };
const submission = {
  id: '0198f000-0000-7000-8000-0000000000d9',
  number: 1,
  createdAt: '2026-07-03T09:12:00.000Z',
  authorName: 'Nolwenn Cadiou',
  message: null,
  document: { filename: file.filename, href: '#', sha256: file.sha256 },
};

describe('what is left to do for a quarter', () => {
  it.each([
    ['wait', { isOver: false }],
    ['complete', { file: null }],
    ['upload', { file }],
    ['upload', { file, submission, state: 'refused' }],
    ['done', { file, submission, state: 'sent' }],
    ['done', { file: null, submission, state: 'accepted' }],
    ['upload-again', { file: { ...file, sha256: 'b'.repeat(64) }, submission, state: 'accepted' }],
  ] as const)('is to %s', (step, values) => {
    expect(toQuarterStep(givenQuarterView(values))).toBe(step);
  });

  it('counts the places without a kind and the shows that lack something', () => {
    expect(countMissing(givenQuarterView())).toEqual({ venues: 1, shows: 1 });
  });
});
