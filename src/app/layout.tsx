import './styles/dsfr.css';
import './styles/icons.css';
import './styles/app.css';
import { SkipLinks } from '@codegouvfr/react-dsfr/SkipLinks';
import type { Metadata } from 'next';
import { headers } from 'next/headers';
import type { ReactNode } from 'react';
import { DsfrHead, getHtmlAttributes } from '@/components/dsfr/dsfr-head';
import { DsfrProvider } from '@/components/dsfr/dsfr-provider';
import { contentId, footerId, serviceName, serviceTagline } from '@/components/layout/service';

export const metadata: Metadata = {
  title: { default: `${serviceName} – ${serviceTagline}`, template: `%s – ${serviceName}` },
  description:
    'Déclarez vos spectacles à la SACEM, à la SACD, au CNM, à l’ASTP et à SIBIL à partir de votre billetterie\u00a0: tout est rempli d’avance, vous vérifiez, vous transmettez.',
};

export default async function RootLayout({ children }: { readonly children: ReactNode }) {
  const nonce = (await headers()).get('x-nonce') ?? undefined;
  return (
    <html {...getHtmlAttributes({ lang: 'fr' })} lang="fr">
      <head>
        <DsfrHead nonce={nonce} />
      </head>
      <body>
        <DsfrProvider>
          <SkipLinks
            links={[
              { label: 'Contenu', anchor: `#${contentId}` },
              { label: 'Pied de page', anchor: `#${footerId}` },
            ]}
          />
          {children}
        </DsfrProvider>
      </body>
    </html>
  );
}
