import type { MouseEvent } from 'react';
import type { ShowsInput } from './shows-address';

/** Goes to another view of the list without loading the page again. */
export type Navigate = (input: ShowsInput, mode: 'push' | 'replace') => void;

/** Follows a link without loading the page again; a click that opens a tab stays the browser's. */
export function toClickHandler(act: () => void) {
  return (event: MouseEvent<HTMLAnchorElement>) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || event.button !== 0) return;
    event.preventDefault();
    act();
  };
}
