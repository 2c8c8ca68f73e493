import { describe, expect, it } from '@jest/globals';
import { organisms, selfSentOrganisms, seriesOrganisms, taxOrganisms, transmittableOrganisms } from './organism';

describe('organisms', () => {
  it('are transmitted to by the service or entered by a person, never both', () => {
    expect([...transmittableOrganisms, ...selfSentOrganisms]).toEqual([...organisms]);
  });

  it('are declared to show by show, apart from SIBIL', () => {
    expect([...seriesOrganisms, 'SIBIL']).toEqual([...organisms]);
    expect(seriesOrganisms).toEqual(expect.arrayContaining([...taxOrganisms]));
  });
});
