export * from './account-tables.ts';
export * from './policies.ts';
export * from './project-tables.ts';
