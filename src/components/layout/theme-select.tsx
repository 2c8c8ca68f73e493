'use client';
import { useId, useSyncExternalStore } from 'react';
import { chooseTheme, readTheme, watchTheme, type Theme } from '@/components/dsfr/theme';

const themes: readonly { readonly value: Theme; readonly label: string }[] = [
  { value: 'system', label: 'Comme l’appareil' },
  { value: 'light', label: 'Clair' },
  { value: 'dark', label: 'Sombre' },
];

/** Light, dark, or as the device. */
export function ThemeSelect() {
  const id = useId();
  const theme = useSyncExternalStore<Theme>(watchTheme, readTheme, () => 'system');
  return (
    <div className="app-theme">
      <label htmlFor={id}>Thème&nbsp;:</label>
      <select
        id={id}
        className="app-theme__select"
        value={theme}
        onChange={(event) => chooseTheme(themes[event.target.selectedIndex]?.value ?? 'system')}
      >
        {themes.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </div>
  );
}
