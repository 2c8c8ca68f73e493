// Stands for `server-only` outside Next.js, where the marker has nothing to guard: tests, worker, command line.
export {};
