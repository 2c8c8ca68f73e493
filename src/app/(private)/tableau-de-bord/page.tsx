import { redirect } from 'next/navigation';
import { readViewer } from '@/app/viewer';
import { routes } from '@/features/routes';

export default async function DashboardPage() {
  const { organizations } = await readViewer();
  const [first] = organizations;
  redirect(first ? routes.todo(first.id) : routes.newOrganization);
}
