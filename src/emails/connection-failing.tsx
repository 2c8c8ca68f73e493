import { type ErrorCode } from '@/domain/errors';
import { isOwnSite } from '@/i18n/connection-errors';
import { formatDateTime } from '@/i18n/format';
import { MailButton, MailFacts, MailLayout, MailText } from './mail-layout';

export type ConnectionFailingProps = {
  readonly firstname: string;
  readonly organizationName: string;
  /** As the card of the connection names it. */
  readonly connectionLabel: string;
  /** Name of the ticketing system. */
  readonly systemLabel: string;
  readonly errorCode: ErrorCode;
  /** Null when it never worked. */
  readonly lastSuccessAt: Date | null;
  readonly href: string;
};

export function toConnectionFailingSubject({ systemLabel, organizationName }: ConnectionFailingProps): string {
  return `Votre billetterie ${systemLabel} ne se synchronise plus – ${organizationName}`;
}

/** To the members of a structure, once: what no longer works, that nothing is lost, what to do. */
export function ConnectionFailing(props: ConnectionFailingProps) {
  const { title, reason, todo, button } = toTexts(props.errorCode, props.systemLabel);
  return (
    <MailLayout title={title} preview={`${props.organizationName}\u00a0: ${title}`}>
      <MailText>Bonjour {props.firstname},</MailText>
      <MailText>{reason}</MailText>
      <MailFacts
        facts={[
          { label: 'Structure', value: props.organizationName },
          { label: 'Billetterie', value: props.connectionLabel },
          {
            label: 'Dernière synchronisation réussie',
            value: props.lastSuccessAt ? formatDateTime(props.lastSuccessAt) : 'jamais',
          },
        ]}
      />
      <MailText>Vos spectacles et vos recettes déjà récupérés sont conservés. {todo}</MailText>
      <MailButton href={props.href}>{button}</MailButton>
    </MailLayout>
  );
}

type Texts = { readonly title: string; readonly reason: string; readonly todo: string; readonly button: string };

function toTexts(errorCode: ErrorCode, system: string): Texts {
  const title = `Votre billetterie ${system} ne se synchronise plus`;
  switch (errorCode) {
    case 'invalid-credentials':
      return {
        title,
        ...toRefusedKeyTexts(system),
        button: 'Changer la clé',
      };
    case 'insufficient-rights':
      return {
        title,
        reason: `Votre clé n’ouvre plus tous vos événements chez ${system}.`,
        todo: 'Dans votre billetterie, donnez-lui l’accès en lecture à tous les événements.',
        button: 'Voir la billetterie',
      };
    case 'unavailable':
    case 'rate-limited':
      return {
        title,
        reason: `${system} ne répond pas à nos demandes depuis plusieurs essais. La panne est de son côté.`,
        todo: 'Nous réessayons de nous-mêmes, vous n’avez rien à faire.',
        button: 'Voir la billetterie',
      };
    default:
      return {
        title,
        reason: `${system} nous répond d’une façon que nous ne comprenons pas.`,
        todo: 'Nous réessayons de nous-mêmes. Si cela dure, écrivez-nous.',
        button: 'Voir la billetterie',
      };
  }
}

function toRefusedKeyTexts(system: string): Pick<Texts, 'reason' | 'todo'> {
  if (!isOwnSite(system)) {
    return {
      reason: `${system} ne reconnaît plus votre clé. Elle a peut-être été supprimée ou remplacée.`,
      todo: 'Copiez une clé valable depuis votre billetterie, puis collez-la ici.',
    };
  }
  return {
    reason: `${system} ne reconnaît plus votre clé. Soit elle est périmée, soit le pare-feu de votre site bloque nos serveurs.`,
    todo: `Demandez au support de ${system} laquelle de ces deux causes est la bonne, et une nouvelle clé s’il le faut.`,
  };
}
