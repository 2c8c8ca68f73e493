import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Weights in kB (1,000 bytes), compressed by gzip. */
export type Budget = {
  /** First-load JavaScript of each route; `*` holds for the routes that are not named. */
  readonly routes: Readonly<Record<string, number>>;
  readonly css: number;
};

export type Weight = { readonly name: string; readonly kilobytes: number; readonly limit: number };

type RouteStats = readonly { readonly route: string; readonly firstLoadChunkPaths: readonly string[] }[];

/** Weighs what `next build` left in `folder` (the project's) against the budget. A named route that is not there is an error. */
export function weighBundles(folder: string, budget: Budget): Weight[] {
  const file = join(folder, '.next', 'diagnostics', 'route-bundle-stats.json');
  if (!existsSync(file)) throw new Error('No route-bundle-stats.json: run npm run build first');
  const stats = JSON.parse(readFileSync(file, 'utf8')) as RouteStats;
  const missing = Object.keys(budget.routes).filter(
    (name) => name !== '*' && !stats.some(({ route }) => route === name),
  );
  if (missing.length > 0) throw new Error(`budget.json names routes that do not exist: ${missing.join(', ')}`);

  const sizes = new Map<string, number>();
  const weigh = (path: string): number => {
    const known = sizes.get(path);
    if (known !== undefined) return known;
    const size = gzipSync(readFileSync(join(folder, path))).length;
    sizes.set(path, size);
    return size;
  };
  const sum = (paths: readonly string[]) => paths.reduce((total, path) => total + weigh(path), 0) / 1000;
  const styles = globSync('.next/static/**/*.css', { cwd: folder });
  return [
    ...stats.map(({ route, firstLoadChunkPaths }) => ({
      name: route,
      kilobytes: sum(firstLoadChunkPaths),
      limit: budget.routes[route] ?? budget.routes['*'] ?? Infinity,
    })),
    { name: 'CSS, every sheet together', kilobytes: sum(styles), limit: budget.css },
  ];
}
