import { type Meta, type StoryObj } from '@storybook/nextjs-vite';
import { type ErrorCode } from '@/domain/errors';
import { ConnectionFailing } from './connection-failing';
import { MailFrame } from './mail-frame';

const meta: Meta<typeof MailFrame> = { title: 'Courriels/Billetteries', component: MailFrame };
export default meta;
type Story = StoryObj<typeof MailFrame>;

function givenStory(name: string, errorCode: ErrorCode, organizationName = 'Association Le Phare d’Ouessant'): Story {
  const mail = (
    <ConnectionFailing
      firstname="Nolwenn"
      organizationName={organizationName}
      connectionLabel="Compte Billetweb demo-user"
      systemLabel="Billetweb"
      errorCode={errorCode}
      lastSuccessAt={errorCode === 'unexpected-answer' ? null : new Date('2026-06-26T01:12:00.000Z')}
      href="https://assistant.test/structures/1/billetteries"
    />
  );
  return { name, args: { title: 'Billetterie en panne', mail } };
}

export const WrongKey = givenStory('Clé qui n’est plus reconnue', 'invalid-credentials');
export const LimitedKey = givenStory('Clé restreinte', 'insufficient-rights');
export const Down = givenStory('Billetterie en panne', 'unavailable');
export const NeverWorked = givenStory('Réponse inattendue, jamais synchronisée', 'unexpected-answer');
export const LongName = givenStory(
  'Nom très long',
  'invalid-credentials',
  'Association pour la sauvegarde et le rayonnement des arts de la scène en presqu’île '.repeat(3).trim(),
);
