const PATIENCE_MILLISECONDS = 60_000;
const LOOK_EVERY_MILLISECONDS = 100;

/** Looks again and again until `find` gives something; says `what` was waited for when it never comes. */
export async function waitUntil<T>(
  what: string,
  find: () => Promise<T | null | undefined | false> | T | null | undefined | false,
  patienceMilliseconds = PATIENCE_MILLISECONDS,
): Promise<T> {
  const deadline = Date.now() + patienceMilliseconds;
  for (;;) {
    const found = await find();
    if (found !== null && found !== undefined && found !== false) return found;
    if (Date.now() > deadline) throw new Error(`waited ${patienceMilliseconds} ms for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MILLISECONDS));
  }
}
