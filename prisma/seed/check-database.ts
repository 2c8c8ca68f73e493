import { parse } from 'pg-connection-string';

const localHosts = ['localhost', '127.0.0.1', '::1', '[::1]'];

/**
 * Says why this database must not receive demonstration data, or null when it may. A database that is not on this machine
 * needs two different words: `--allow-remote` and `--database=<its name>`.
 */
export function findObjection(
  url: string,
  options: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): string | null {
  const { host, database } = parse(url);
  // What the driver itself does with an address without a host.
  const reached = host || environment.PGHOST || 'localhost';
  if (localHosts.includes(reached) || reached.startsWith('/')) return null;
  if (options.includes('--allow-remote') && database && options.includes(`--database=${database}`)) return null;
  return (
    `La base « ${database} » est sur « ${reached} », qui n’est pas cette machine : rien n’a été écrit. ` +
    `Les données de démonstration n’y entrent qu’avec les deux options --allow-remote et --database=${database}.`
  );
}
