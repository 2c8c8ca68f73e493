/** A larger file is refused before it is read. 50,000 tickets with all their columns are about 15 MB. */
export const maxExportBytes = 30 * 1024 * 1024;
/** What a workbook may hold once expanded, whatever its directory declares. */
export const maxExpandedBytes = 256 * 1024 * 1024;
/** Above this size, XML that shrinks by more than `maxRatio` is no table. */
export const ratioCheckedFromBytes = 16 * 1024 * 1024;
export const maxRatio = 200;
export const maxEntries = 1000;
export const maxRows = 500_000;
/** Columns of a sheet; the formats allow 16,384, which no export fills. */
export const maxColumns = 1000;
