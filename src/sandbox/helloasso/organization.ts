export type HelloassoOrganization = { readonly slug: string; readonly name: string };
