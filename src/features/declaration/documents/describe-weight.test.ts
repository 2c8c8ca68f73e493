import { describe, expect, it } from '@jest/globals';
import { maxDocumentBytes } from '@/domain/documents';
import { describeWeight } from './describe-weight';

const contract = { type: 'ARTISTIC_CONTRACT', size: 1_200_000 } as const;
const programme = { type: 'PERFORMED_WORK_PROGRAM', size: 300_000 } as const;
const heavy = (count: number) =>
  Array.from({ length: count }, () => ({ type: 'OTHER', size: maxDocumentBytes }) as const);

describe('what each organism will receive', () => {
  it('is counted and weighed by its types', () => {
    expect(describeWeight(['SACEM', 'SACD'], [contract, programme]).map(({ sentence }) => sentence)).toEqual([
      'À la SACEM\u00a0: 2\u00a0documents, 1,5\u00a0Mo, en 1\u00a0courriel.',
      'À la SACD\u00a0: 1\u00a0document, 1,2\u00a0Mo, en 1\u00a0courriel.',
    ]);
    expect(describeWeight(['SACD'], [programme])[0]?.sentence).toBe('À la SACD\u00a0: aucun document.');
  });

  it('tells how many mails it takes, and when it is too much', () => {
    expect(describeWeight(['SACD'], heavy(3))[0]).toMatchObject({
      sentence: expect.stringContaining('en 2\u00a0courriels.'),
      isTooHeavy: false,
    });
    expect(describeWeight(['SACD'], heavy(11))[0]?.isTooHeavy).toBe(true);
  });
});
