const noBreakSpace = '\u00a0';

/** Sources are typed with ordinary spaces: French wants no line break before ; : ! ? » nor after «. */
export function toFrenchSpaces(text: string): string {
  return text.replaceAll(/ ([;:!?»])/g, `${noBreakSpace}$1`).replaceAll('« ', `«${noBreakSpace}`);
}
