'use client';
import { useQuery } from '@tanstack/react-query';
import { routes } from '@/features/routes';
import { useTrpc } from '@/features/trpc';
import { PreviousChanges } from './previous-changes';

export type QuarterChangesProps = { readonly organizationId: string; readonly submissionId: string };

/** What a file of a quarter changed, compared with the one before; nothing for the first. */
export function QuarterChanges({ organizationId, submissionId }: QuarterChangesProps) {
  const { data } = useQuery(useTrpc().corrections.differences.queryOptions({ organizationId, submissionId }));
  if (!data?.previous) return null;
  return <PreviousChanges previous={data.previous} submissionHref={(id) => routes.submission(organizationId, id)} />;
}
