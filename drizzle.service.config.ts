import { defineConfig } from 'drizzle-kit';

/** The database of the sync service; the studio's is in drizzle.config.ts. */
export default defineConfig({
  dialect: 'postgresql',
  schema: './src/adapters/neon/schema/index.ts',
  out: './src/adapters/neon/migrations',
  schemaFilter: ['reelwright'],
});
