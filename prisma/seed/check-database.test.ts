import { describe, expect, it } from '@jest/globals';
import { findObjection } from './check-database';

const remote = 'postgresql://app:secret@db.example:5432/production';

describe('findObjection', () => {
  it.each([
    'postgresql://u:p@127.0.0.1:54329/demo',
    'postgresql://u:p@localhost/demo',
    'postgresql://u:p@[::1]:5432/demo',
    'postgresql:///demo?host=/var/run/postgresql',
    'postgresql:///demo',
  ])('accepts a database of this machine: %s', (url) => {
    expect(findObjection(url, [], {})).toBeNull();
  });

  it.each([
    [remote, {}],
    ['postgresql://u:p@localhost/production?host=db.example', {}],
    ['postgresql:///production', { PGHOST: 'db.example' }],
    ['postgresql://u:p@localhost.db.example/production', {}],
    ['postgresql://u:p@127.0.0.1,db.example/production', {}],
  ])('refuses a database of elsewhere: %s', (url, environment) => {
    expect(findObjection(url, [], environment)).toContain('rien n’a été écrit');
  });

  it('wants two different words for a database of elsewhere, the second being its name', () => {
    const allows = (...options: string[]) => findObjection(remote, options, {}) === null;
    expect([
      allows('--allow-remote'),
      allows('--database=production'),
      allows('--allow-remote', '--allow-remote'),
      allows('--allow-remote', '--database=other'),
      allows('--allow-remote', '--database=production'),
    ]).toEqual([false, false, false, false, true]);
  });

  it('never repeats the password', () => {
    expect(findObjection(remote, [], {})).not.toContain('secret');
  });
});
