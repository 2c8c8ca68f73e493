export type RequestCounts = { readonly requests: number; readonly byPath: Readonly<Record<string, number>> };

export type RequestLog = {
  count(system: string, method: string, path: string): void;
  read(system: string): RequestCounts;
  clear(system?: string): void;
};

/** Counts what each system was asked, answered or not. */
export function createRequestLog(): RequestLog {
  const counts = new Map<string, Map<string, number>>();
  return {
    count(system, method, path) {
      const byPath = counts.get(system) ?? new Map<string, number>();
      const key = `${method} ${path}`;
      byPath.set(key, (byPath.get(key) ?? 0) + 1);
      counts.set(system, byPath);
    },
    read(system) {
      const byPath = counts.get(system) ?? new Map<string, number>();
      return {
        requests: [...byPath.values()].reduce((sum, count) => sum + count, 0),
        byPath: Object.fromEntries(byPath),
      };
    },
    clear(system) {
      if (system === undefined) counts.clear();
      else counts.delete(system);
    },
  };
}
