import { describe, expect, it } from '@jest/globals';
import { AlreadyRegistered } from './already-registered';
import { Confirmation } from './confirmation';
import { PasswordChanged } from './password-changed';
import { renderMail } from './render-mail';
import { ResetPassword } from './reset-password';
import { Welcome } from './welcome';

const firstname = 'Nolwenn';
const signInHref = 'https://assistant.test/connexion';
const passwordHref = 'https://assistant.test/mot-de-passe-oublie';

describe('mails about an account', () => {
  it.each([
    ['confirmation', <Confirmation firstname={firstname} href={`${signInHref}?token=a`} hours={48} />],
    ['already registered', <AlreadyRegistered {...{ firstname, signInHref, passwordHref }} />],
    ['reset password', <ResetPassword firstname={firstname} href={`${passwordHref}?token=a`} minutes={60} />],
    ['password changed', <PasswordChanged {...{ firstname, signInHref, passwordHref }} />],
    ['welcome', <Welcome firstname={firstname} href="https://assistant.test/tableau-de-bord" />],
  ])('%s reads as it did, in text and in HTML', async (_name, mail) => {
    const { html, text } = await renderMail(mail);
    expect(text).toMatchSnapshot();
    expect(html).toMatchSnapshot();
  });

  it('escapes a name', async () => {
    const { html } = await renderMail(<Welcome firstname="<b>N</b>" href={signInHref} />);
    expect(html).not.toContain('<b>N</b>');
  });
});
