'use client';
import dynamic from 'next/dynamic';

/** Out of the first load of a page: it is beside what the person came for. */
export const LazyAutomaticTransmissions = dynamic(
  async () => (await import('./automatic-transmissions')).AutomaticTransmissions,
  { ssr: false },
);
