import { Button } from '@codegouvfr/react-dsfr/Button';
import type { ReactNode } from 'react';

/**
 * Sends its form. While it works it says so and ignores further clicks, but stays reachable: a disabled button would lose
 * the focus of who has just pressed it.
 */
export function SubmitButton({
  isPending,
  pendingText,
  children,
}: {
  readonly isPending: boolean;
  readonly pendingText: string;
  readonly children: ReactNode;
}) {
  return (
    <Button
      type="submit"
      nativeButtonProps={{
        'aria-disabled': isPending,
        onClick: (event) => {
          if (isPending) event.preventDefault();
        },
      }}
    >
      <span aria-live="polite">{isPending ? pendingText : children}</span>
    </Button>
  );
}
