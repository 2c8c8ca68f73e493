/** Bounds and lists of the neutral declaration, apart from its schemas so that a page can use them without loading zod. */

/** 99,999,999.99 €, in cents. */
export const maxAmountCents = 9_999_999_999;
/** More tickets than any French venue holds, and still far from the database's integers. */
export const maxTickets = 1_000_000;

export const otherRevenueKinds = ['bar', 'catering', 'programmes', 'other'] as const;
export type OtherRevenueKind = (typeof otherRevenueKinds)[number];
export const expenseKinds = ['total', 'approach', 'circus'] as const;
export type ExpenseKind = (typeof expenseKinds)[number];

export const documentTypes = ['ARTISTIC_CONTRACT', 'PERFORMED_WORK_PROGRAM', 'REVENUE_STATEMENT', 'OTHER'] as const;
export type DocumentType = (typeof documentTypes)[number];
