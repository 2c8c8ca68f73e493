/** The page of submissions whose first lines the home shows; the server reads the same one ahead. */
export function lastSubmissionsInput(organizationId: string) {
  return { organizationId, page: 1 };
}
