/** Light, dark, or as the device. The choice is kept in this browser, where the script in the head finds it before the first paint. */
export type Theme = 'system' | 'light' | 'dark';

const schemeAttribute = 'data-fr-scheme';
const themeAttribute = 'data-fr-theme';
const storageKey = 'scheme';
const darkDevice = '(prefers-color-scheme: dark)';

/** The choice of this page, as the head's script and `chooseTheme` wrote it. Browser only. */
export function readTheme(): Theme {
  const scheme = document.documentElement.getAttribute(schemeAttribute);
  return scheme === 'light' || scheme === 'dark' ? scheme : 'system';
}

/** Changes the page at once and keeps the choice; a browser that keeps nothing only loses it at the next page. */
export function chooseTheme(theme: Theme): void {
  document.documentElement.setAttribute(schemeAttribute, theme);
  try {
    localStorage.setItem(storageKey, theme);
  } catch {
    // Storage closed by the person: the page has changed all the same.
  }
  apply();
}

/** The page changes with the device while nothing else was chosen. Returns the function that stops it. */
export function followDevice(): () => void {
  const device = window.matchMedia(darkDevice);
  device.addEventListener('change', apply);
  return () => device.removeEventListener('change', apply);
}

/** Tells when the choice changes. */
export function watchTheme(onChange: () => void): () => void {
  const observer = new MutationObserver(onChange);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: [schemeAttribute] });
  return () => observer.disconnect();
}

function apply(): void {
  const chosen = readTheme();
  const theme = chosen === 'system' ? (window.matchMedia(darkDevice).matches ? 'dark' : 'light') : chosen;
  const root = document.documentElement;
  root.setAttribute(themeAttribute, theme);
  // Stronger than the style sheet that the head's script left for the first paint.
  root.style.colorScheme = theme;
}
