/** Looks again and again until the condition holds; fails with what was last seen after `patienceMilliseconds`. */
export async function waitUntil<T>(
  look: () => Promise<T> | T,
  holds: (seen: T) => boolean,
  patienceMilliseconds = 10_000,
): Promise<T> {
  const deadline = Date.now() + patienceMilliseconds;
  for (;;) {
    const seen = await look();
    if (holds(seen)) return seen;
    if (Date.now() > deadline) throw new Error(`Waited in vain; last seen: ${JSON.stringify(seen)}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
