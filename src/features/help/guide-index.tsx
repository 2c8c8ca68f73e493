import { Prose } from '@/components/layout/prose';

export type GuideIndexProps = {
  readonly guides: readonly { readonly title: string; readonly href: string }[];
};

/** Every way of bringing figures in, each with its page. */
export function GuideIndex({ guides }: GuideIndexProps) {
  return (
    <Prose title="Relier votre billetterie, pas à pas">
      <p className="fr-text--lead">
        Vos spectacles et vos recettes arrivent seuls depuis votre billetterie, depuis un fichier, ou à la main.
      </p>
      <ul>
        {guides.map(({ title, href }) => (
          <li key={href}>
            <a href={href}>{title}</a>
          </li>
        ))}
      </ul>
    </Prose>
  );
}
