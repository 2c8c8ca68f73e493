'use client';
import { setUseLang } from '@codegouvfr/react-dsfr/i18n';
import { setLink } from '@codegouvfr/react-dsfr/link';
import Link from 'next/link';
import { type ReactNode, useEffect } from 'react';
import { followDevice } from './theme';

declare module '@codegouvfr/react-dsfr/link' {
  interface RegisterLink {
    Link: typeof Link;
  }
}

setLink({ Link });
setUseLang({ useLang: () => 'fr' });

/**
 * Tells the design system's components their links and their language. Its script is not loaded: the menus are ours, and it would
 * ask for a frame of the browser without end (ADR 8).
 */
export function DsfrProvider({ children }: { readonly children: ReactNode }) {
  useEffect(followDevice, []);
  return children;
}
