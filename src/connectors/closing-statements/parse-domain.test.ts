import { describe, expect, it } from '@jest/globals';
import { parseDomain, toIdPrefix } from './parse-domain';
import { AppError } from '@/domain/errors';

describe('The domain of a box office', () => {
  it.each([
    ['billetterie.masalledespectacle.com', 'billetterie.masalledespectacle.com'],
    [' Billetterie.Phare.test\n', 'billetterie.phare.test'],
    ['ma_salle-2.phare.test', 'ma_salle-2.phare.test'],
    ['xn--thtre-embruns-nhb.test', 'xn--thtre-embruns-nhb.test'],
  ])('%p is read as %s', (typed, domain) => {
    expect(parseDomain(typed)).toBe(domain);
  });

  it.each([
    null,
    '',
    ' ',
    'localhost',
    'https://billetterie.phare.test',
    'http://billetterie.phare.test',
    '//billetterie.phare.test',
    'billetterie.phare.test/',
    'billetterie.phare.test/api',
    'billetterie.phare.test:443',
    'billetterie.phare.test?x=1',
    'billetterie.phare.test#x',
    'billetterie.phare.test\\@127.0.0.1',
    'moi@billetterie.phare.test',
    'moi:secret@billetterie.phare.test',
    'billetterie..phare.test',
    '.billetterie.phare.test',
    'billetterie.phare.test.',
    'billetterie phare.test',
    'billetterie.phare.test\r\nHost: autre.test',
    'billetterie%2ephare.test',
    'théâtre.phare.test',
    'billetterie。phare.test',
    `${'a'.repeat(64)}.test`,
    `${'abcdefgh.'.repeat(30)}test`,
    '127.0.0.1',
    '127.1',
    '2130706433',
    '0x7f000001',
    '0x7f.1',
    '0177.0.0.1',
    '169.254.169.254',
    '93.184.216.34',
    '[::1]',
    '::1',
    '::ffff:127.0.0.1',
    'phare.127',
  ])('%p is refused', (typed) => {
    const refuse = () => parseDomain(typed);
    expect(refuse).toThrow(AppError);
    expect(refuse).toThrow(expect.objectContaining({ code: 'invalid-address' }));
  });

  it.each([
    ['billetterie.masalledespectacle.com', 'billetterie-masalledespectacle-com'],
    ['ma_salle-2.phare.test', 'ma-salle-2-phare-test'],
    ['_phare.test', 'phare-test'],
  ])('of %s is written %s before identifiers', (domain, prefix) => {
    expect(toIdPrefix(domain)).toBe(prefix);
  });
});
