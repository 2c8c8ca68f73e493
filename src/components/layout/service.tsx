/** Name, line and ministry: the same on every page, in the header, in the footer and in the title of the window. */
export const serviceName = 'Assistant déclaration';
export const serviceTagline = 'De la billetterie aux déclarations du spectacle vivant';
export const contactEmail = 'contact@assistant-declaration.example';

export const brandTop = (
  <>
    Ministère
    <br />
    de la Culture
  </>
);

export const homeLink = { href: '/', title: `Accueil - ${serviceName}` };

/** Targets of the skip links; each page has one `main` with this id. */
export const contentId = 'contenu';
export const footerId = 'pied-de-page';
export const headerId = 'en-tete';
