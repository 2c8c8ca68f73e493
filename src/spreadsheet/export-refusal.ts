/** Why a file is refused whole. `unsupported-format`: a spreadsheet we do not read, with what to do instead. */
export type ExportRefusalReason =
  | 'empty'
  | 'no-header'
  | 'no-figures'
  | 'not-what-its-name-says'
  | 'unsupported-format'
  | 'too-large'
  | 'expands-too-much'
  | 'too-many-entries'
  | 'too-many-rows'
  | 'macros'
  | 'entities'
  | 'climbing-path'
  | 'encrypted'
  | 'damaged';

/** One sentence each, for the person who gave the file: what is wrong and what to do. */
const sentences: Readonly<Record<ExportRefusalReason, string>> = {
  empty: 'Ce fichier est vide : refaites l’export depuis votre billetterie.',
  'no-header': 'Aucune ligne d’en-tête n’a été trouvée : exportez le tableau avec le nom de ses colonnes.',
  'no-figures': 'Ce fichier ne contient ni billets ni montants : choisissez un export des ventes ou des recettes.',
  'not-what-its-name-says':
    'Le contenu de ce fichier ne correspond pas à son nom : refaites l’export en CSV ou en XLSX, sans le renommer.',
  'unsupported-format':
    'Ce format n’est pas lu : ouvrez le fichier dans votre tableur, puis enregistrez-le au format XLSX ou CSV.',
  'too-large': 'Ce fichier dépasse 30 Mo : exportez une période plus courte.',
  'expands-too-much': 'Ce classeur devient trop volumineux une fois ouvert : exportez une période plus courte, en CSV.',
  'too-many-entries': 'Ce classeur contient trop d’éléments : exportez seulement la feuille des ventes, en CSV.',
  'too-many-rows': 'Ce tableau compte plus de 500 000 lignes : exportez une période plus courte.',
  macros: 'Ce classeur contient des macros : enregistrez-le au format XLSX, sans macro.',
  entities:
    'Ce classeur contient des éléments qui ne sont pas acceptés : enregistrez-le de nouveau, ou exportez en CSV.',
  'climbing-path':
    'Ce classeur contient des chemins qui ne sont pas acceptés : enregistrez-le de nouveau, ou exportez en CSV.',
  encrypted: 'Ce classeur est protégé par un mot de passe : retirez la protection, puis recommencez.',
  damaged: 'Ce fichier est abîmé ou incomplet : refaites l’export, puis recommencez.',
};

/** A file refused whole. `message` is for the log: it holds nothing of the file. */
export class ExportRefusal extends Error {
  override readonly name = 'ExportRefusal';
  /** French, for the user. */
  readonly sentence: string;
  constructor(
    readonly reason: ExportRefusalReason,
    options?: ErrorOptions,
  ) {
    super(`the file is refused: ${reason}`, options);
    this.sentence = sentences[reason];
  }
}
