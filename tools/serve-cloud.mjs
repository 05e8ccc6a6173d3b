/**
 * `PORT=8080 npm run cloud`: the sync service. Where no database is named (`DATABASE_URL`), a PostgreSQL of its own starts on this
 * computer, whose data stay in out/cloud.
 */
import { fileURLToPath } from 'node:url';
import { requireNode } from './require-node.mjs';

requireNode();

const { main } = await import('../src/cloud/main.ts');
let postgres = null;
if (!process.env.DATABASE_URL) {
  const { startEmbeddedPostgres } = await import('./embedded-postgres/start-embedded-postgres.ts');
  const folder = fileURLToPath(new URL('../out/cloud/', import.meta.url));
  postgres = await startEmbeddedPostgres({ folder });
  process.env.DATABASE_URL = postgres.url;
}
process.exitCode = await main(process.env);
await postgres?.stop();
