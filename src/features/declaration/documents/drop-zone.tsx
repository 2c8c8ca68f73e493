'use client';
import { type DragEvent, useId, useState } from 'react';
import { acceptedExtensions } from '@/domain/documents';
import styles from './documents.module.css';

const accept = acceptedExtensions.map((extension) => `.${extension}`).join(',');

/** Files dropped, or chosen with the keyboard; several at once. */
export function DropZone({ onFiles }: { readonly onFiles: (files: readonly File[]) => void }) {
  const id = useId();
  const [isOver, setIsOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    onFiles([...event.dataTransfer.files]);
  };
  return (
    <div
      className={`${styles.drop} ${isOver ? styles.over : ''}`}
      role="presentation"
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={drop}
    >
      <div className="fr-upload-group">
        <label className="fr-label" htmlFor={id}>
          Déposez des documents ici, ou choisissez-les
          <span className="fr-hint-text">
            PDF, images, textes, tableurs, présentations, sans macro&nbsp;: 5&nbsp;Mo au plus chacun, 100 par spectacle.
          </span>
        </label>
        <input
          id={id}
          className="fr-upload"
          type="file"
          multiple
          accept={accept}
          onChange={(event) => {
            onFiles([...(event.target.files ?? [])]);
            // The same file chosen again after a cut is a change too.
            event.target.value = '';
          }}
        />
      </div>
    </div>
  );
}
