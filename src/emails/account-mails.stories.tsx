import { type Meta, type StoryObj } from '@storybook/nextjs-vite';
import { AlreadyRegistered } from './already-registered';
import { Confirmation } from './confirmation';
import { MailFrame } from './mail-frame';
import { PasswordChanged } from './password-changed';
import { ResetPassword } from './reset-password';
import { Welcome } from './welcome';

const meta: Meta<typeof MailFrame> = { title: 'Courriels/Comptes', component: MailFrame };
export default meta;
type Story = StoryObj<typeof MailFrame>;

const firstname = 'Nolwenn';
const signInHref = 'https://assistant.test/connexion';
const passwordHref = 'https://assistant.test/mot-de-passe-oublie';

export const ConfirmationDeLAdresse: Story = {
  args: { title: 'Confirmation', mail: <Confirmation firstname={firstname} href={signInHref} hours={48} /> },
};
export const DejaInscrit: Story = {
  args: { title: 'Déjà inscrit', mail: <AlreadyRegistered {...{ firstname, signInHref, passwordHref }} /> },
};
export const NouveauMotDePasse: Story = {
  args: {
    title: 'Nouveau mot de passe',
    mail: <ResetPassword firstname={firstname} href={passwordHref} minutes={60} />,
  },
};
export const MotDePasseChange: Story = {
  args: { title: 'Mot de passe changé', mail: <PasswordChanged {...{ firstname, signInHref, passwordHref }} /> },
};
export const Bienvenue: Story = {
  args: { title: 'Bienvenue', mail: <Welcome firstname={firstname} href={signInHref} /> },
};
