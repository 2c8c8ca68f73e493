import type { ReactNode } from 'react';
import { TrpcProvider } from '@/features/trpc';

export default function PrivateLayout({ children }: { readonly children: ReactNode }) {
  return <TrpcProvider>{children}</TrpcProvider>;
}
