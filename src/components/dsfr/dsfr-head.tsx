import { setLink } from '@codegouvfr/react-dsfr/link';
import { createGetHtmlAttributes } from '@codegouvfr/react-dsfr/next-app-router/getHtmlAttributes';
import { getScriptToRunAsap } from '@codegouvfr/react-dsfr/useIsDark/scriptToRunAsap';
import Link from 'next/link';
import { defaultColorScheme } from './color-scheme';

setLink({ Link });

export const { getHtmlAttributes } = createGetHtmlAttributes({ defaultColorScheme });

const trustedTypesPolicyName = 'react-dsfr';

/**
 * The theme is chosen before the first paint, so that nobody sees a white flash in the dark. The design system's own head
 * component would also bring its whole style sheet, which `src/app/styles/dsfr.css` replaces.
 */
export function DsfrHead({ nonce }: { readonly nonce: string | undefined }) {
  const themeScript = getScriptToRunAsap({ defaultColorScheme, nonce, trustedTypesPolicyName });
  return (
    <>
      <link rel="apple-touch-icon" href="/favicon/apple-touch-icon.png" />
      <link rel="icon" href="/favicon/favicon.svg" type="image/svg+xml" />
      <link rel="shortcut icon" href="/favicon/favicon.ico" type="image/x-icon" />
      <script suppressHydrationWarning nonce={nonce} dangerouslySetInnerHTML={{ __html: themeScript }} />
    </>
  );
}
