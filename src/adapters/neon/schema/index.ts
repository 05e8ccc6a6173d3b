export * from './account-tables.ts';
export * from './media-tables.ts';
export * from './policies.ts';
export * from './project-tables.ts';
export * from './share-tables.ts';
