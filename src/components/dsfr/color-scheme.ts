/** The person's own system decides until they choose in the foot of the page. */
export const defaultColorScheme = 'system';
