import type { Meta, StoryObj } from '@storybook/nextjs-vite';
import { declarationStates } from '@/domain/declaration/status';
import { DeclarationBadge } from './declaration-badge';

const meta = { component: DeclarationBadge } satisfies Meta<typeof DeclarationBadge>;
export default meta;

type Story = StoryObj<typeof meta>;

export const EveryState: Story = {
  args: { state: 'draft' },
  render: () => (
    <ul className="fr-raw-list app-badges">
      {declarationStates.map((state) => (
        <li key={state}>
          <DeclarationBadge state={state} organism="SACEM" />
        </li>
      ))}
    </ul>
  ),
};
