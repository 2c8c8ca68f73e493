'use client';
import type { ReactNode } from 'react';
import { useIsAlive } from './use-is-alive';

/** A form that keeps its state in React: until it answers, nothing can be typed that would be lost. It looks the same meanwhile. */
export function UntilAlive({ children, className }: { readonly children: ReactNode; readonly className?: string }) {
  return (
    <div className={className} inert={!useIsAlive()}>
      {children}
    </div>
  );
}
