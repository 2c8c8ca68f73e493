/** A tab that is not shown paints nothing: then it is a matter of not waiting for ever. */
const hiddenTabMs = 200;

/** Runs an action once the frame being made is on the screen; the function returned cancels it. Browser only. */
export function afterPaint(action: () => void): () => void {
  let timer = setTimeout(run, hiddenTabMs);
  const frame = requestAnimationFrame(() => {
    clearTimeout(timer);
    timer = setTimeout(run, 0);
  });
  function run(): void {
    cancelAnimationFrame(frame);
    action();
  }
  return () => {
    clearTimeout(timer);
    cancelAnimationFrame(frame);
  };
}
