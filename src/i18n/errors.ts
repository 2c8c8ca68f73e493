import type { ErrorCode } from '@/domain/errors';
import { noBreakSpace } from './format';

/** Codes of the server, and what only a browser can see: no answer came. */
export type ScreenErrorCode = ErrorCode | 'offline';

/** The button that an error offers; the screen that shows it says what the button does, or leaves it out. */
export type WayOut = 'retry' | 'sign-in' | 'reload' | 'dashboard' | 'connections' | 'contact';

export type ErrorText = {
  /** What happened, in one short sentence without a full stop. */
  readonly title: string;
  /** Whether anything was sent or saved, and what to do. */
  readonly explanation: string;
  readonly wayOut: WayOut | null;
};

/** A colon as French typography wants it. */
const colon = `${noBreakSpace}:`;
const nothingSent = 'Rien n’a été envoyé.';

export const errorTexts: Readonly<Record<ScreenErrorCode, ErrorText>> = {
  offline: {
    title: 'Le service ne répond pas',
    explanation: 'Vérifiez votre connexion à internet, puis réessayez. Ce que vous avez saisi reste à l’écran.',
    wayOut: 'retry',
  },
  'sign-in-required': {
    title: 'Votre session est terminée',
    explanation: 'Reconnectez-vous pour continuer. Ce qui était enregistré l’est toujours.',
    wayOut: 'sign-in',
  },
  'not-found': {
    title: 'Cette page n’existe pas ou ne vous est pas ouverte',
    explanation: 'Elle appartient peut-être à une autre structure. Demandez à la personne qui vous a donné le lien.',
    wayOut: 'dashboard',
  },
  forbidden: {
    title: 'Vous n’avez pas accès à cette action',
    explanation: 'Rien n’a été modifié. Si vous en avez besoin, écrivez-nous.',
    wayOut: 'contact',
  },
  'too-many-requests': {
    title: 'Trop d’essais en peu de temps',
    explanation: 'Rien n’a été modifié. Attendez une minute, puis réessayez.',
    wayOut: 'retry',
  },
  'invalid-input': {
    title: 'Une information est à corriger',
    explanation: 'Rien n’a été enregistré. Vérifiez les champs signalés, puis recommencez.',
    wayOut: null,
  },
  'organization-already-registered': {
    title: 'Cette structure est déjà inscrite',
    explanation: 'Demandez à un collègue qui l’utilise de vous y ajouter, ou écrivez-nous.',
    wayOut: 'contact',
  },
  'organization-address-masked': {
    title: 'L’adresse de cette structure n’est pas publique',
    explanation: 'L’annuaire ne peut pas nous la donner. Saisissez-la vous-même.',
    wayOut: null,
  },
  'directory-unavailable': {
    title: 'L’annuaire ne répond pas en ce moment',
    explanation: 'Vous pouvez continuer sans lui en saisissant les informations vous-même.',
    wayOut: null,
  },
  'invalid-credentials': {
    title: 'Cette clé n’est pas reconnue par votre billetterie',
    explanation: 'Rien n’a été enregistré. Copiez-la de nouveau depuis votre billetterie, sans espace avant ni après.',
    wayOut: null,
  },
  'insufficient-rights': {
    title: 'Cette clé n’ouvre pas tous vos événements',
    explanation:
      'Rien n’a été enregistré. Dans votre billetterie, donnez à la clé l’accès en lecture à tous les événements, puis recommencez.',
    wayOut: null,
  },
  unavailable: {
    title: 'Votre billetterie ne répond pas',
    explanation: 'La panne est de son côté. Vos données sont intactes, réessayez dans quelques minutes.',
    wayOut: 'retry',
  },
  'rate-limited': {
    title: 'Votre billetterie demande d’attendre',
    explanation: 'Elle limite le nombre de demandes. Vos données sont intactes, réessayez dans quelques minutes.',
    wayOut: 'retry',
  },
  'unexpected-answer': {
    title: 'Votre billetterie a répondu d’une façon inattendue',
    explanation: 'Vos données sont intactes. Réessayez plus tard, et si cela dure, écrivez-nous.',
    wayOut: 'contact',
  },
  'unsupported-currency': {
    title: 'Des billets sont vendus dans une autre monnaie que l’euro',
    explanation: 'Les déclarations se font en euros. Écrivez-nous pour que nous regardions avec vous.',
    wayOut: 'contact',
  },
  'foreign-tax-rate': {
    title: 'Un tarif porte un taux de TVA qui n’existe pas en France',
    explanation: 'Vérifiez ce taux dans votre billetterie, puis synchronisez de nouveau.',
    wayOut: null,
  },
  'invalid-address': {
    title: 'L’adresse de votre billetterie n’est pas utilisable',
    explanation: `Donnez l’adresse publique de votre billetterie, par exemple${colon} billetterie.mon-theatre.fr.`,
    wayOut: null,
  },
  'connection-already-exists': {
    title: 'Ce compte de billetterie est déjà connecté à votre structure',
    explanation: 'Rien n’a été ajouté. Vous pouvez changer sa clé depuis vos billetteries.',
    wayOut: 'connections',
  },
  'connection-disconnected': {
    title: 'Cette billetterie est déconnectée',
    explanation: 'Vos spectacles sont conservés. Connectez-la de nouveau pour les mettre à jour.',
    wayOut: 'connections',
  },
  'too-many-api-keys': {
    title: 'Votre structure a déjà vingt clés en service',
    explanation: 'Aucune clé n’a été créée. Révoquez celles qui ne servent plus, puis recommencez.',
    wayOut: null,
  },
  'import-under-way': {
    title: 'Un autre fichier de cette billetterie est en cours d’enregistrement',
    explanation: 'Celui-ci n’a rien changé. Attendez que le premier soit terminé, puis confirmez de nouveau.',
    wayOut: null,
  },
  'import-incomplete': {
    title: 'Il reste une question sur ce fichier',
    explanation: 'Rien n’a été enregistré. Répondez à ce qui est demandé, puis confirmez de nouveau.',
    wayOut: null,
  },
  'stale-version': {
    title: 'Quelqu’un a modifié cette déclaration en même temps que vous',
    explanation: `${nothingSent} Rechargez la page pour voir ses changements${colon} les vôtres seront proposés de nouveau.`,
    wayOut: 'reload',
  },
  'declaration-locked': {
    title: 'Cette déclaration est déjà partie',
    explanation: `Le formulaire est fermé. Si un chiffre a changé, ouvrez l’envoi${colon} il permet de la corriger.`,
    wayOut: 'reload',
  },
  'declaration-incomplete': {
    title: 'Il manque des informations',
    explanation: `${nothingSent} Complétez ce qui est signalé, puis recommencez.`,
    wayOut: 'reload',
  },
  'no-organism-chosen': {
    title: 'Aucun organisme n’est choisi',
    explanation: `${nothingSent} Choisissez à qui vous déclarez ce spectacle.`,
    wayOut: null,
  },
  'both-taxes': {
    title: 'Un spectacle ne doit pas les deux taxes',
    explanation:
      'Une représentation doit la taxe du CNM (variétés) ou celle de l’ASTP (théâtre, opéra, danse), jamais les deux. Décochez l’une pour choisir l’autre.',
    wayOut: null,
  },
  'no-performance': {
    title: 'Ce spectacle n’a aucune représentation à déclarer',
    explanation: `${nothingSent} Synchronisez votre billetterie si une représentation devrait s’y trouver.`,
    wayOut: 'connections',
  },
  'agency-not-found': {
    title: 'Aucune délégation ne correspond au code postal du lieu',
    explanation: `${nothingSent} Vérifiez le code postal du lieu du spectacle, et s’il est exact, écrivez-nous.`,
    wayOut: 'contact',
  },
  'already-being-sent': {
    title: 'Cette déclaration est déjà en train de partir',
    explanation: 'Elle ne partira qu’une fois. Suivez son envoi dans la page.',
    wayOut: 'reload',
  },
  'already-accepted': {
    title: 'L’organisme a déjà accepté cette déclaration',
    explanation: `Rien n’a été envoyé de nouveau. Si un chiffre a changé, ouvrez l’envoi${colon} il permet de la corriger.`,
    wayOut: 'reload',
  },
  'sacd-unknown-declarant': {
    title: 'La SACD ne reconnaît pas votre identifiant',
    explanation:
      'Rien n’a été déclaré. Vérifiez l’identifiant SACD de votre structure, et demandez à la SACD d’ouvrir la télédéclaration pour ce compte.',
    wayOut: null,
  },
  'sacd-refused': {
    title: 'La SACD a refusé la déclaration',
    explanation: 'Sa réponse est affichée telle quelle. Corrigez ce qu’elle demande, puis envoyez de nouveau.',
    wayOut: null,
  },
  'sacd-unavailable': {
    title: 'Le service de la SACD ne répond pas',
    explanation: 'Elle n’a rien reçu. L’envoi sera tenté de nouveau sans que vous ayez à rien faire.',
    wayOut: null,
  },
  'sacd-unexpected-answer': {
    title: 'La SACD a répondu d’une façon inattendue',
    explanation: 'Nous ne savons pas encore si elle a reçu la déclaration. Ne la refaites pas ailleurs, écrivez-nous.',
    wayOut: 'contact',
  },
  'mail-not-sent': {
    title: 'Le courriel n’est pas parti',
    explanation: 'Personne ne l’a reçu. L’envoi sera tenté de nouveau sans que vous ayez à rien faire.',
    wayOut: null,
  },
  'mail-refused': {
    title: 'Le courriel a été refusé par son destinataire',
    explanation: 'L’organisme n’a rien reçu. Écrivez-nous pour que nous vérifiions son adresse.',
    wayOut: 'contact',
  },
  'outcome-unknown': {
    title: 'Nous ne savons pas si la déclaration a été reçue',
    explanation:
      'La liaison a été coupée pendant l’envoi. Demandez à l’organisme s’il l’a reçue avant d’envoyer de nouveau.',
    wayOut: null,
  },
  internal: {
    title: 'Le service a rencontré un problème',
    explanation: 'Nous en sommes avertis. Ce qui était enregistré l’est toujours, réessayez dans un instant.',
    wayOut: 'retry',
  },
};

export const wayOutLabels: Readonly<Record<WayOut, string>> = {
  retry: 'Réessayer',
  'sign-in': 'Se reconnecter',
  reload: 'Recharger la page',
  dashboard: 'Revenir à mes spectacles',
  connections: 'Voir mes billetteries',
  contact: 'Nous écrire',
};
