import type { Metadata } from 'next';
import { StopTransmission } from '@/features/automation/stop-transmission';
import { findStoppable } from '@/server/automation/stop-automatic';
import { readStopToken } from '@/server/automation/stop-link';
import { database } from '@/server/db/client';

export const metadata: Metadata = { title: 'Envoi automatique', robots: { index: false } };
export const dynamic = 'force-dynamic';

export default async function StopTransmissionPage({ params }: { readonly params: Promise<{ token: string }> }) {
  const { token } = await params;
  const request = readStopToken(token);
  const found = request && (await findStoppable(database(), request));
  if (!found) return <StopTransmission transmission={null} />;
  const { state, organism, seriesName, plannedFor } = found;
  return (
    <StopTransmission
      transmission={{ state, organism, seriesName, plannedFor, action: `/api/automatic-transmission/${token}` }}
    />
  );
}
