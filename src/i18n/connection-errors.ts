import type { ErrorCode } from '@/domain/errors';
import { errorTexts, type ErrorText, type ScreenErrorCode } from './errors';
import { ticketingSystemLabels } from './ticketing-systems';

type Text = Pick<ErrorText, 'title' | 'explanation'>;
type Texts = Partial<Readonly<Record<ErrorCode, (label: string) => Text>>>;

/** When a key is tried: nothing exists yet. `label` is the name of the ticketing system. */
const testTexts: Texts = {
  'invalid-credentials': (label) => ({
    title: `Cette clé n’est pas reconnue par ${label}`,
    explanation: `Rien n’a été enregistré. Copiez de nouveau l’identifiant et la clé depuis ${label}, sans espace avant ni après.`,
  }),
  'insufficient-rights': (label) => ({
    title: 'Cette clé n’ouvre pas tous vos événements',
    explanation: `Rien n’a été enregistré. Dans ${label}, ouvrez la clé à tous les événements (ou créez-en une autre sans rien restreindre), puis recommencez.`,
  }),
  unavailable: (label) => ({
    title: `${label} ne répond pas`,
    explanation:
      'La panne est de son côté et rien n’a été enregistré. Votre clé est peut-être bonne\u00a0: réessayez dans quelques minutes.',
  }),
  'rate-limited': (label) => ({
    title: `${label} demande d’attendre`,
    explanation: 'Trop de demandes lui ont été faites. Rien n’a été enregistré, réessayez dans deux minutes.',
  }),
  'unexpected-answer': (label) => ({
    title: `${label} a répondu d’une façon inattendue`,
    explanation: 'Rien n’a été enregistré. Réessayez plus tard, et si cela dure, écrivez-nous.',
  }),
};

/** When a synchronisation failed: what came before is kept. */
const runTexts: Texts = {
  'invalid-credentials': (label) => ({
    title: `La clé n’est plus reconnue par ${label}`,
    explanation: `Vos spectacles sont conservés, mais ne se mettent plus à jour. Créez une nouvelle clé dans ${label}, puis appuyez sur «\u00a0Changer la clé\u00a0».`,
  }),
  'insufficient-rights': (label) => ({
    title: 'La clé n’ouvre plus tous vos événements',
    explanation: `Vos spectacles sont conservés, mais ne se mettent plus à jour. Dans ${label}, ouvrez la clé à tous les événements, puis synchronisez.`,
  }),
  unavailable: (label) => ({
    title: `${label} ne répondait pas`,
    explanation:
      'Ce qui était arrivé est conservé. Un autre essai se fera seul, ou appuyez sur «\u00a0Synchroniser maintenant\u00a0».',
  }),
  'rate-limited': (label) => ({
    title: `${label} a demandé d’attendre`,
    explanation: 'Ce qui était arrivé est conservé. Un autre essai se fera seul.',
  }),
  'unexpected-answer': (label) => ({
    title: `${label} a répondu d’une façon inattendue`,
    explanation: 'Ce qui était arrivé est conservé. Un autre essai se fera seul\u00a0; si cela dure, écrivez-nous.',
  }),
  internal: () => ({
    title: 'La synchronisation s’est arrêtée à cause d’un problème chez nous',
    explanation: 'Ce qui était arrivé est conservé, et nous en sommes avertis. Un autre essai se fera seul.',
  }),
};

/**
 * Systems that run on the customer's own site: the domain is typed by hand, the vendor's support gives the key, and the site's firewall,
 * which may not know our servers, refuses in the same words as a key that is no longer valid.
 */
const ownSites: ReadonlySet<string> = new Set([ticketingSystemLabels.soticket, ticketingSystemLabels.supersoniks]);

export function isOwnSite(label: string): boolean {
  return ownSites.has(label);
}

const ownSiteTexts: Readonly<Record<'test' | 'run', Texts>> = {
  test: {
    'invalid-credentials': (label) => ({
      title: `Cette clé n’est pas reconnue par ${label}`,
      explanation: `Rien n’a été enregistré. Soit la clé est fausse ou périmée\u00a0: copiez-la de nouveau. Soit elle est bonne et le pare-feu de votre site bloque nos serveurs\u00a0: demandez au support de ${label} de les autoriser.`,
    }),
    'insufficient-rights': (label) => ({
      title: 'Cette clé n’a pas le droit de lire vos recettes',
      explanation: `Rien n’a été enregistré. Demandez au support de ${label} une clé qui ouvre les relevés de toutes vos séances, puis recommencez.`,
    }),
    unavailable: (label) => ({
      title: 'Le site de votre billetterie ne répond pas',
      explanation: `Rien n’a été enregistré. Vérifiez le nom de domaine. S’il est bon, réessayez dans quelques minutes\u00a0; si cela dure, demandez au support de ${label} si son pare-feu bloque nos serveurs.`,
    }),
    'unexpected-answer': (label) => ({
      title: `Ce site ne répond pas comme une billetterie ${label}`,
      explanation:
        'Rien n’a été enregistré. Vérifiez le nom de domaine\u00a0: c’est celui de la page où vos spectateurs achètent leurs billets. S’il est bon, écrivez-nous.',
    }),
    'invalid-address': () => ({
      title: 'Ce nom de domaine n’est pas utilisable',
      explanation:
        'Rien n’a été enregistré. Donnez le nom de domaine public de votre billetterie, seul, par exemple billetterie.mon-theatre.fr.',
    }),
  },
  run: {
    'invalid-credentials': (label) => ({
      title: `La clé n’est plus reconnue par ${label}`,
      explanation: `Vos spectacles sont conservés, mais ne se mettent plus à jour. Soit la clé est périmée\u00a0: demandez-en une au support de ${label}, puis appuyez sur «\u00a0Changer la clé\u00a0». Soit le pare-feu de votre site bloque nos serveurs\u00a0: demandez-lui de les autoriser.`,
    }),
    'insufficient-rights': (label) => ({
      title: 'La clé n’a plus le droit de lire vos recettes',
      explanation: `Vos spectacles sont conservés, mais ne se mettent plus à jour. Demandez au support de ${label} de rouvrir la clé, puis synchronisez.`,
    }),
  },
};

/** One key, one association: with several, nobody could say whose shows these are. */
const associationTexts: Readonly<Record<'test' | 'run', Texts>> = {
  test: {
    'insufficient-rights': (label) => ({
      title: 'Cette clé n’ouvre pas une association, et une seule',
      explanation: `Rien n’a été enregistré. La clé n’a pas le droit de lire les ventes, ou elle ouvre plusieurs associations et nous ne pouvons pas choisir à votre place. Créez-la dans l’espace ${label} de l’association qui vend vos billets.`,
    }),
  },
  run: {
    'insufficient-rights': (label) => ({
      title: 'La clé n’ouvre plus une association, et une seule',
      explanation: `Vos spectacles sont conservés, mais ne se mettent plus à jour. La clé a perdu le droit de lire les ventes, ou elle ouvre désormais plusieurs associations. Créez-en une autre dans l’espace ${label} de l’association qui vend vos billets, puis appuyez sur «\u00a0Changer la clé\u00a0».`,
    }),
  },
};

/** The token belongs to one organizer, whose number is typed beside it. */
const organizerTexts: Readonly<Record<'test' | 'run', Texts>> = {
  test: {
    'insufficient-rights': (label) => ({
      title: 'Ce jeton n’ouvre pas cet organisateur',
      explanation: `Rien n’a été enregistré. L’identifiant d’organisateur et le jeton doivent venir du même compte ${label} : copiez-les de nouveau tous les deux.`,
    }),
  },
  run: {
    'insufficient-rights': (label) => ({
      title: 'Le jeton n’ouvre plus cet organisateur',
      explanation: `Vos spectacles sont conservés, mais ne se mettent plus à jour. Copiez de nouveau le jeton de cet organisateur depuis ${label}, puis appuyez sur « Changer la clé ».`,
    }),
  },
};

/** Systems that have reasons and remedies of their own, by name. */
const textsBySystem: Readonly<Record<string, Readonly<Record<'test' | 'run', Texts>>>> = {
  [ticketingSystemLabels.helloasso]: associationTexts,
  [ticketingSystemLabels.shotgun]: organizerTexts,
  [ticketingSystemLabels.soticket]: ownSiteTexts,
  [ticketingSystemLabels.supersoniks]: ownSiteTexts,
};

/**
 * What to say of a failure with a ticketing system, by its name: at the test of a key, after a synchronisation, or of what was
 * received without any key, where nothing is tried again by itself.
 */
export function describeConnectionError(
  code: ScreenErrorCode,
  label: string,
  moment: 'test' | 'run' | 'received',
): ErrorText {
  if (code === 'offline' || moment === 'received') return errorTexts[code];
  const usual = moment === 'test' ? testTexts : runTexts;
  const toText = textsBySystem[label]?.[moment][code] ?? usual[code];
  return { ...errorTexts[code], ...toText?.(label) };
}
