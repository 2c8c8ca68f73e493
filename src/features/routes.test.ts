import { describe, expect, it } from '@jest/globals';
import { routes, toSafeReturn, toSignIn } from './routes';

describe('addresses', () => {
  it('leave out what is empty', () => {
    expect(routes.shows('o')).toBe('/structures/o/spectacles');
    expect(routes.shows('o', { filtre: 'a-declarer', recherche: '', page: undefined })).toBe(
      '/structures/o/spectacles?filtre=a-declarer',
    );
  });

  it('come back after signing in', () => {
    expect(toSignIn('/structures/o/envois?page=2')).toBe('/connexion?retour=%2Fstructures%2Fo%2Fenvois%3Fpage%3D2');
  });

  it.each([
    '/structures/o/a-faire',
    '/structures/o/spectacles?filtre=a-venir&page=2',
    '/structures/o/spectacles?recherche=caf%C3%A9+noir',
  ])('return to a path of this site: %j', (path) => {
    expect(toSafeReturn(path)).toBe(path);
  });

  it.each([
    null,
    undefined,
    '',
    'https://ailleurs.test',
    '//ailleurs.test',
    '/\\ailleurs.test',
    'javascript:alert(1)',
    '/a\nb',
    '/:ailleurs',
  ])('never lead elsewhere: %j', (path) => {
    expect(toSafeReturn(path)).toBe(routes.dashboard);
  });
});
