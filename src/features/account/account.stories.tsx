import type { Meta, StoryObj } from '@storybook/nextjs-vite';
import { expect, userEvent, within } from 'storybook/test';
import type { AuthFailure } from './auth-client';
import { AuthFailureMessage } from './auth-failure';
import { CheckMailbox, ResendConfirmation } from './check-mailbox';
import { ForgottenPassword } from './forgotten-password';
import { NewPassword } from './new-password';
import { SignIn } from './sign-in';
import { SignUp } from './sign-up';

const meta = { component: SignIn, args: { notice: null, returnTo: '/' } } satisfies Meta<typeof SignIn>;
export default meta;

type Story = StoryObj<typeof meta>;

const terms = { version: '2026-11-22', date: '22 novembre 2026' };

export const SigningIn: Story = {};
export const Confirmed: Story = { args: { notice: 'confirmed' } };
export const ConfirmationFailed: Story = { args: { notice: 'confirmation-failed' } };
export const PasswordChanged: Story = { args: { notice: 'password-changed' } };
export const SessionEnded: Story = { args: { notice: 'session-ended' } };
export const SignInIncomplete: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(canvas.getByRole('button', { name: 'Se connecter' }));
    await expect(canvas.getByRole('alert')).toHaveFocus();
    await expect(canvas.getByRole('heading', { name: '2 champs sont à corriger' })).toBeVisible();
  },
};

export const SigningUp: Story = { render: () => <SignUp terms={terms} /> };
export const PasswordChecklist: Story = {
  render: SigningUp.render,
  play: async ({ canvasElement }) => {
    await userEvent.type(within(canvasElement).getByLabelText('Mot de passe'), 'Un-phare');
    await expect(within(canvasElement).getByText('une majuscule')).toHaveClass('fr-message--valid');
    await expect(within(canvasElement).getByText('un chiffre')).toHaveClass('fr-message--info');
  },
};
export const SignUpIncomplete: Story = {
  render: SigningUp.render,
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.type(canvas.getByLabelText(/Adresse électronique/), 'nolwenn@');
    await userEvent.click(canvas.getByRole('button', { name: 'Créer mon compte' }));
    await expect(canvas.getByRole('heading', { name: '5 champs sont à corriger' })).toBeVisible();
  },
};

export const Mailbox: Story = {
  render: () => (
    <CheckMailbox again={<ResendConfirmation email="nolwenn@theatre-du-phare.test" />}>
      <p>Nous avons écrit à nolwenn@theatre-du-phare.test.</p>
    </CheckMailbox>
  ),
};
export const ForgettingPassword: Story = { render: () => <ForgottenPassword /> };
export const ChoosingPassword: Story = { render: () => <NewPassword token="jeton" /> };
export const LinkTooOld: Story = { render: () => <NewPassword token={null} /> };

const failures: readonly AuthFailure[] = [
  'wrong-credentials',
  'email-not-verified',
  'too-many-tries',
  'invalid-link',
  'weak-password',
  'banned',
  'offline',
  'unexpected',
];
export const Failures: Story = {
  render: () => (
    <>
      {failures.map((failure) => (
        <AuthFailureMessage key={failure} failure={failure} attempt={1} />
      ))}
    </>
  ),
};
