import { PrivateHeader } from '@/components/layout/private-header';
import { routes } from '@/features/routes';
import type { Viewer } from '@/server/session/get-viewer.schema';
import { SignOutMenu } from './sign-out-menu';

/** Head of the private pages, with the pages of the structure being looked at. */
export function AccountHeader({
  viewer,
  organizationId,
}: {
  readonly viewer: Viewer;
  readonly organizationId: string | null;
}) {
  const current = viewer.organizations.find(({ id }) => id === organizationId);
  const { firstname, lastname, email, isAdmin } = viewer.user;
  return (
    <PrivateHeader
      organizationName={current?.name ?? null}
      navigation={
        current
          ? [
              { text: 'À faire', href: routes.todo(current.id) },
              { text: 'Spectacles', href: routes.shows(current.id) },
              { text: 'Envois', href: routes.submissions(current.id) },
              { text: 'Billetteries', href: routes.connections(current.id) },
            ]
          : []
      }
      organizations={viewer.organizations.map(({ id, name }) => ({
        name,
        href: routes.todo(id),
        isCurrent: id === organizationId,
      }))}
      account={
        <SignOutMenu
          user={{ firstname, lastname, email }}
          links={[
            { text: 'Mon compte', href: routes.account },
            ...(isAdmin
              ? [
                  { text: 'Délégations', href: routes.agencies('sacem') },
                  { text: 'Envois à vérifier', href: routes.unknownSubmissions },
                ]
              : []),
          ]}
        />
      }
    />
  );
}
