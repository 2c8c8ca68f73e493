import { useEffect, useState, type ReactElement } from 'react';
import { renderMail } from './render-mail';

/** For stories: a mail as a mailbox shows it, in a document of its own. */
export function MailFrame({ title, mail }: { title: string; mail: ReactElement }) {
  const [html, setHtml] = useState<string | null>(null);
  useEffect(() => {
    let isShown = true;
    void renderMail(mail).then((rendered) => {
      if (isShown) setHtml(rendered.html);
    });
    return () => {
      isShown = false;
    };
  }, [mail]);
  if (html === null) return <p>Chargement…</p>;
  return <iframe title={title} srcDoc={html} style={{ border: 0, width: '100%', minHeight: '800px' }} />;
}
