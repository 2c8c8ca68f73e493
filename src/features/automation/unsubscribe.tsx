import type { ReminderKind } from '@/domain/automation/plan-reminder';
import { routes } from '@/features/routes';
import { reminderLabels } from '@/i18n/reminders';

export type UnsubscribeProps = {
  /** Null for a link that we did not make. */
  readonly subscription: { readonly kind: ReminderKind; readonly isOn: boolean; readonly action: string } | null;
};

/** The page of the link of a reminder: nothing changes before the button. Works without a script and without signing in. */
export function Unsubscribe({ subscription }: UnsubscribeProps) {
  return (
    <div className="fr-container fr-my-6w">
      <h1>Vos rappels par courriel</h1>
      {subscription ? (
        <Choice {...subscription} />
      ) : (
        <p>Ce lien n’est pas valable. Copiez-le en entier depuis le courriel.</p>
      )}
      <p className="fr-mt-4w">
        <a className="fr-link" href={routes.account}>
          Choisir tous mes rappels dans «&nbsp;Mon compte&nbsp;»
        </a>
      </p>
    </div>
  );
}

function Choice({ kind, isOn, action }: NonNullable<UnsubscribeProps['subscription']>) {
  const { title } = reminderLabels[kind];
  return (
    <form method="post" action={action}>
      <input type="hidden" name="choix" value={isOn ? 'arreter' : 'reprendre'} />
      <p role="status">
        {isOn ? 'Vous recevez le rappel' : 'Vous ne recevez plus le rappel'} «&nbsp;{title}&nbsp;».
      </p>
      <button type="submit" className={isOn ? 'fr-btn' : 'fr-btn fr-btn--secondary'}>
        {isOn ? 'Ne plus recevoir ce rappel' : 'Le recevoir de nouveau'}
      </button>
    </form>
  );
}
