export type Encoded = Record<string, unknown>;
