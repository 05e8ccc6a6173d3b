export * from './comment-tables.ts';
export * from './ledger-tables.ts';
export * from './media-tables.ts';
export * from './story-tables.ts';
export * from './sync-tables.ts';
export * from './timeline-tables.ts';
