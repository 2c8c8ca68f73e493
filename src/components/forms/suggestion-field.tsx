'use client';
import { useCombobox } from 'downshift';
import { useEffect, useEffectEvent, useId, type ChangeEvent, type ReactNode } from 'react';

export type SuggestionFieldProps<Item> = {
  readonly id: string;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  /** What is typed; the screen looks for suggestions from it. */
  readonly text: string;
  readonly onTextChange: (text: string) => void;
  readonly suggestions: readonly Item[];
  readonly toKey: (item: Item) => string;
  /** What the field holds once the suggestion is taken. */
  readonly toText: (item: Item) => string;
  readonly renderSuggestion: (item: Item) => ReactNode;
  readonly onChoose: (item: Item) => void;
  /** What is going on, shown under the field and read aloud: «3 résultats», «Aucun résultat». */
  readonly status: string;
  readonly autoComplete?: string;
};

/** A text field that proposes: one may take a suggestion with the arrows and Enter, or keep what one typed. */
export function SuggestionField<Item>(props: SuggestionFieldProps<Item>) {
  const { id, label, hint, error, text, suggestions, toKey, toText, status } = props;
  const errorId = useId();
  const statusId = useId();
  const { isOpen, openMenu, highlightedIndex, getLabelProps, getInputProps, getMenuProps, getItemProps } =
    useCombobox<Item>({
      id,
      inputId: id,
      items: [...suggestions],
      inputValue: text,
      selectedItem: null,
      itemToString: (item) => (item ? toText(item) : ''),
      onSelectedItemChange: ({ selectedItem }) => {
        if (selectedItem) props.onChoose(selectedItem);
      },
    });
  // What was typed before the page came alive: the browser kept it, nobody heard of it.
  const takeEarlyText = useEffectEvent(() => {
    const input = document.getElementById(id);
    if (!(input instanceof HTMLInputElement) || input.value === text) return;
    props.onTextChange(input.value);
    openMenu();
  });
  useEffect(() => takeEarlyText(), []);
  const isListShown = isOpen && suggestions.length > 0;
  return (
    <div className={`fr-input-group app-suggest ${error ? 'fr-input-group--error' : ''}`}>
      <label className="fr-label" {...getLabelProps()}>
        {label}
        {hint !== undefined && <span className="fr-hint-text">{hint}</span>}
      </label>
      <input
        className={`fr-input ${error ? 'fr-input--error' : ''}`}
        {...getInputProps({
          // Told at once: the combobox tells it later, and keys typed in between would be lost.
          onChange: (event: ChangeEvent<HTMLInputElement>) => props.onTextChange(event.target.value),
          autoComplete: props.autoComplete ?? 'off',
          'aria-invalid': error ? true : undefined,
          'aria-describedby': `${error ? errorId : ''} ${statusId}`.trim(),
        })}
      />
      <ul
        {...getMenuProps({ 'aria-label': 'Propositions' })}
        className={isListShown ? 'fr-raw-list app-suggest__list' : 'fr-raw-list'}
      >
        {isListShown &&
          suggestions.map((item, index) => (
            <li
              key={toKey(item)}
              className={`app-suggest__item ${index === highlightedIndex ? 'app-suggest__item--active' : ''}`}
              {...getItemProps({ item, index })}
            >
              {props.renderSuggestion(item)}
            </li>
          ))}
      </ul>
      <p id={statusId} className="fr-hint-text fr-mt-1v" role="status">
        {status}
      </p>
      {error && (
        <p id={errorId} className="fr-message fr-message--error">
          {error}
        </p>
      )}
    </div>
  );
}
