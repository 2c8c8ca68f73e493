import { describe, expect, it } from '@jest/globals';
import {
  isSelfSent,
  isSeriesOrganism,
  isTax,
  isTransmittable,
  organisms,
  selfSentOrganisms,
  seriesOrganisms,
  taxOrganisms,
  transmittableOrganisms,
} from './organism';

describe('organisms', () => {
  it('are transmitted to by the service or entered by a person, never both', () => {
    expect([...transmittableOrganisms, ...selfSentOrganisms]).toEqual([...organisms]);
  });

  it('are told apart one by one', () => {
    expect(organisms.filter(isSelfSent)).toEqual([...selfSentOrganisms]);
    expect(organisms.filter(isTransmittable)).toEqual([...transmittableOrganisms]);
    expect(organisms.filter(isSeriesOrganism)).toEqual([...seriesOrganisms]);
    expect(organisms.filter(isTax)).toEqual([...taxOrganisms]);
  });

  it('are declared to show by show, apart from SIBIL', () => {
    expect([...seriesOrganisms, 'SIBIL']).toEqual([...organisms]);
    expect(seriesOrganisms).toEqual(expect.arrayContaining([...taxOrganisms]));
  });
});
