import { describe, expect, it } from '@jest/globals';
import { type Ended, judge, type Verdict } from './judge';

describe('the judge of a sending', () => {
  it.each<[string, Ended, Verdict]>([
    ['accepted and received once', { state: 'accepted', received: 1, mails: [1] }, 'once'],
    ['sent and received once', { state: 'sent', received: 1, mails: [1, 1] }, 'once'],
    ['received twice, whatever is said', { state: 'unknown', received: 2, mails: [] }, 'double'],
    ['with a receipt received twice', { state: 'accepted', received: 1, mails: [2] }, 'double'],
    ['said sent and never received', { state: 'sent', received: 0, mails: [] }, 'lost'],
    ['unknown and received', { state: 'unknown', received: 1, mails: [1] }, 'unknown'],
    ['unknown and not received', { state: 'unknown', received: 0, mails: [1] }, 'unknown'],
    ['failed and not received', { state: 'failed', received: 0, mails: [1] }, 'not-received'],
    ['said failed and yet received', { state: 'failed', received: 1, mails: [1] }, 'lost'],
    ['still on its way', { state: 'sending', received: 0, mails: [] }, 'lost'],
    ['of which nothing is left', { state: null, received: 0, mails: [] }, 'lost'],
  ])('calls it rightly when it is %s', (_case, ended, verdict) => {
    expect(judge(ended)).toBe(verdict);
  });
});
