/**
 * Waits for an action, then brings the focus to what it changed: by then the button pressed is often gone, and the focus with it.
 * Only when the action went well (null: its failures have their own message), and only if the person has not gone elsewhere
 * meanwhile. Gives back the answer of the action. Browser only.
 */
export async function focusAfter<Failure>(
  action: Promise<Failure | null>,
  findTarget: () => HTMLElement | null | undefined,
): Promise<Failure | null> {
  const pressed = document.activeElement;
  const failure = await action;
  if (failure !== null) return failure;
  // What changed is on the screen in the next frame: heard before that, it would be what it was.
  requestAnimationFrame(() => {
    const { activeElement, body } = document;
    if (activeElement === pressed || activeElement === body) findTarget()?.focus();
  });
  return failure;
}
