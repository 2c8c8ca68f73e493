import Link from 'next/link';
import { SiteHeader } from './site-header';

/** Head of the pages that need no account. */
export function PublicHeader({ links }: { readonly links: { readonly signIn: string; readonly signUp: string } }) {
  return (
    <SiteHeader
      tools={[
        <Link key="connexion" className="fr-btn fr-icon-lock-line" href={links.signIn}>
          Se connecter
        </Link>,
        <Link key="inscription" className="fr-btn fr-icon-add-circle-line" href={links.signUp}>
          Créer un compte
        </Link>,
      ]}
    />
  );
}
