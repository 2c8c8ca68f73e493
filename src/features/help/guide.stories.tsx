import type { Meta, StoryObj } from '@storybook/nextjs-vite';
import { Guide } from './guide';
import { GuideIndex } from './guide-index';

const source = `# Relier Billetweb

Il vous faut un **identifiant** et une **clé**.

![La page API de Billetweb : l’identifiant porte le repère 1, la clé le repère 2.](/aide/billetweb.svg)

## Trouver l’identifiant et la clé

1. Connectez-vous à votre espace organisateur.
2. Ouvrez la page « API », à l’adresse \`www.billetweb.fr/bo/api.php\`.

## Si la clé est refusée

- Copiez de nouveau les deux, sans espace avant ni après.
`;

const meta = {
  component: Guide,
  args: { source, indexHref: '#toutes' },
  parameters: { layout: 'fullscreen' },
} satisfies Meta<typeof Guide>;
export default meta;

type Story = StoryObj<typeof meta>;

export const OneGuide: Story = {};
export const Long: Story = {
  args: { source: source + source.slice(source.indexOf('## Trouver')).repeat(4).replaceAll('clé', 'clé d’accès') },
};
export const Index: Story = {
  render: () => (
    <GuideIndex
      guides={[
        { title: 'Relier Billetweb', href: '#billetweb' },
        { title: 'Importer un fichier', href: '#fichier' },
      ]}
    />
  ),
};
