import type { Meta, StoryObj } from '@storybook/nextjs-vite';
import { useState } from 'react';
import { expect, userEvent, within } from 'storybook/test';
import { longTitle } from '@/testing/given-lists';
import { ErrorSummary } from './error-summary';
import { SubmitButton } from './submit-button';
import { SuggestionField } from './suggestion-field';
import { TextField } from './text-field';

const meta = { component: TextField } satisfies Meta<typeof TextField>;
export default meta;

type Story = StoryObj<typeof meta>;

const field = { id: 'nom', name: 'nom', label: 'Nom de la structure', hint: 'Tel qu’il figure au registre' };

export const Empty: Story = { args: field };
export const Filled: Story = { args: { ...field, defaultValue: longTitle } };
export const Wrong: Story = { args: { ...field, error: 'Saisissez le nom de la structure.' } };

export const Summary: Story = {
  args: field,
  render: () => (
    <>
      <ErrorSummary
        errors={{ nom: 'Saisissez le nom de la structure.', siret: 'Saisissez les 14 chiffres du SIRET.' }}
        attempt={1}
        toFieldId={(name) => name}
      />
      <TextField {...field} error="Saisissez le nom de la structure." />
      <TextField id="siret" name="siret" label="SIRET" error="Saisissez les 14 chiffres du SIRET." />
    </>
  ),
};

export const Buttons: Story = {
  args: field,
  render: () => (
    <>
      <SubmitButton isPending={false} pendingText="Création…">
        Créer
      </SubmitButton>{' '}
      <SubmitButton isPending pendingText="Création…">
        Créer
      </SubmitButton>
    </>
  ),
};

function Suggestions({ names }: { readonly names: readonly string[] }) {
  const [text, setText] = useState('');
  return (
    <SuggestionField
      id="ville"
      label="Ville"
      text={text}
      onTextChange={setText}
      suggestions={text === '' ? [] : names}
      toKey={(name) => name}
      toText={(name) => name}
      renderSuggestion={(name) => name}
      onChoose={setText}
      status={text === '' ? '' : `${names.length} villes`}
    />
  );
}

export const SuggestionsShown: Story = {
  args: field,
  render: () => <Suggestions names={['Brest', 'Brest-sous-Bois', longTitle]} />,
  play: async ({ canvasElement }) => {
    const input = within(canvasElement).getByLabelText('Ville');
    await userEvent.type(input, 'bre');
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{Enter}');
    await expect(input).toHaveValue('Brest-sous-Bois');
    await userEvent.type(input, 'x');
    await expect(within(canvasElement).getAllByRole('option')).toHaveLength(3);
  },
};
