/**
 * `PORT=8080 npm run cloud`: the sync service. Where no database is named (`DATABASE_URL`), a PostgreSQL of its own starts on this
 * computer, and where no storage is, a stand-in of S3; the data of both stay in out/.
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
let storage = null;
if (!process.env.REELWRIGHT_S3_ENDPOINT && !process.env.REELWRIGHT_BLOB_TOKEN) {
  const { startS3Sim } = await import('./s3-sim/start-s3-sim.ts');
  storage = await startS3Sim({ folder: fileURLToPath(new URL('../out/cloud-files/', import.meta.url)) });
  const { endpoint, region, bucket, keyId, secret } = storage.settings;
  process.env.REELWRIGHT_S3_ENDPOINT = endpoint;
  process.env.REELWRIGHT_S3_REGION = region;
  process.env.REELWRIGHT_S3_BUCKET = bucket;
  process.env.REELWRIGHT_S3_KEY_ID = keyId;
  process.env.REELWRIGHT_S3_SECRET = secret;
}
process.exitCode = await main(process.env);
await storage?.close();
await postgres?.stop();
