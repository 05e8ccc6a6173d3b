import { z } from 'zod';
import type { S3Settings } from '../adapters/s3/s3-line.ts';
import type { BlobSettings } from '../adapters/vercel-blob/blob-line.ts';
import { fail, ok, type Result } from '../domain/kernel/result.ts';

/** Which storage files are kept in. */
export type StorageSettings =
  | ({ readonly kind: 's3' } & S3Settings)
  | ({ readonly kind: 'vercel-blob' } & BlobSettings);

/** What the service is told by its surroundings. */
export interface CloudSettings {
  readonly port: number;
  readonly host: string;
  readonly databaseUrl: string;
  readonly databaseConnections: number;
  /** Origin of Clerk's Frontend API: who issues the tokens, and where its keys are. */
  readonly issuer: string;
  /** Origins that tokens may be made for (`azp`). A token of an app without an origin names none. */
  readonly authorisedParties: readonly string[];
  /** Asked for by `/metrics`; null where only a private network reaches it. */
  readonly metricsToken: string | null;
  /** How many proxies of one's own stand before the service: so many entries of `x-forwarded-for` are believed. */
  readonly proxyHops: number;
  /** Where files, and the films that links show, are kept; null where none are. */
  readonly storage: StorageSettings | null;
}

const address = z.url({ protocol: /^https?$/ }).transform((text) => text.replace(/\/+$/, ''));
/** An origin, over https; over http only on this computer: whoever stands between could bring keys of their own. */
const issuer = z
  .string()
  .transform((text) => URL.parse(text.trim()))
  .refine(
    (url) =>
      url !== null &&
      [url.search, url.hash, url.username, url.password].every((part) => part === '') &&
      url.pathname === '/' &&
      (url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url))),
  )
  .transform((url) => url?.origin ?? '');
const Environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(8_080),
  HOST: z.string().default('0.0.0.0'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  DATABASE_CONNECTIONS: z.coerce.number().int().min(1).max(200).default(10),
  CLERK_ISSUER: issuer,
  CLERK_AUTHORISED_PARTIES: z
    .string()
    .default('')
    .transform((text) => text.split(',').map((party) => party.trim()))
    .transform((parties) => parties.filter((party) => party !== '')),
  PROXY_HOPS: z.coerce.number().int().min(0).max(5).default(0),
  METRICS_TOKEN: z.string().min(16).optional(),
  REELWRIGHT_S3_ENDPOINT: address.optional(),
  REELWRIGHT_S3_REGION: z.string().min(1).default('auto'),
  REELWRIGHT_S3_BUCKET: z
    .string()
    .regex(/^[\w.-]+$/)
    .optional(),
  REELWRIGHT_S3_KEY_ID: z.string().min(1).optional(),
  REELWRIGHT_S3_SECRET: z.string().min(1).optional(),
  REELWRIGHT_BLOB_TOKEN: z
    .string()
    .regex(/^vercel_blob_rw_[A-Za-z0-9]+_[A-Za-z0-9]+$/)
    .optional(),
  REELWRIGHT_BLOB_API_URL: address.default('https://vercel.com/api/blob'),
  REELWRIGHT_BLOB_DELIVERY_URL: address.optional(),
});

/** Reads the settings; the fault names each one that is missing or wrong, never its value. */
export function readSettings(
  environment: Readonly<Record<string, string | undefined>>,
): Result<CloudSettings> {
  // A setting that is named without a value is one that is not set.
  const named = Object.entries(environment).filter(([, value]) => value !== undefined && value.trim() !== '');
  const read = Environment.safeParse(Object.fromEntries(named));
  if (!read.success) {
    const names = [...new Set(read.error.issues.map(({ path }) => path.join('.')))];
    const isSet = environment['CLERK_ISSUER']?.trim() !== '' && environment['CLERK_ISSUER'] !== undefined;
    return names.length === 1 && names[0] === 'CLERK_ISSUER' && isSet ? noIssuer() : missingSettings(names);
  }
  const { data } = read;
  const storage = storageOf(data);
  if (!storage.ok) return storage;
  return ok({
    port: data.PORT,
    host: data.HOST,
    databaseUrl: data.DATABASE_URL,
    databaseConnections: data.DATABASE_CONNECTIONS,
    issuer: data.CLERK_ISSUER,
    authorisedParties: data.CLERK_AUTHORISED_PARTIES,
    metricsToken: data.METRICS_TOKEN ?? null,
    proxyHops: data.PROXY_HOPS,
    storage: storage.value,
  });
}

/** One storage with all that belongs to it, or none: half an address keeps nothing, and files are not looked for in two places. */
function storageOf(data: z.infer<typeof Environment>): Result<StorageSettings | null> {
  const named = {
    REELWRIGHT_S3_ENDPOINT: data.REELWRIGHT_S3_ENDPOINT ?? '',
    REELWRIGHT_S3_BUCKET: data.REELWRIGHT_S3_BUCKET ?? '',
    REELWRIGHT_S3_KEY_ID: data.REELWRIGHT_S3_KEY_ID ?? '',
    REELWRIGHT_S3_SECRET: data.REELWRIGHT_S3_SECRET ?? '',
  };
  const absent = Object.entries(named).flatMap(([name, value]) => (value === '' ? [name] : []));
  const isS3 = absent.length < Object.keys(named).length;
  const token = data.REELWRIGHT_BLOB_TOKEN;
  if (token !== undefined && isS3) return twoStorages();
  if (token !== undefined) {
    const deliveryUrl = data.REELWRIGHT_BLOB_DELIVERY_URL ?? null;
    return ok({ kind: 'vercel-blob', token, apiUrl: data.REELWRIGHT_BLOB_API_URL, deliveryUrl });
  }
  if (!isS3) return ok(null);
  if (absent.length > 0) return missingSettings(absent);
  return ok({
    kind: 's3',
    endpoint: named.REELWRIGHT_S3_ENDPOINT,
    region: data.REELWRIGHT_S3_REGION,
    bucket: named.REELWRIGHT_S3_BUCKET,
    keyId: named.REELWRIGHT_S3_KEY_ID,
    secret: named.REELWRIGHT_S3_SECRET,
  });
}

function isLoopback({ hostname }: URL): boolean {
  return ['127.0.0.1', 'localhost', '[::1]'].includes(hostname);
}

function noIssuer(): Result<never> {
  return fail(
    'cloud.settings',
    'The service was not started: CLERK_ISSUER is no address of an issuer. It is the Frontend API URL, such as https://clerk.example.com: with https (http only on this computer), and without a path. docs/deploy.md says where it is found.',
    { names: ['CLERK_ISSUER'] },
  );
}

function twoStorages(): Result<never> {
  return fail(
    'cloud.settings',
    'The service was not started: both REELWRIGHT_S3_… and REELWRIGHT_BLOB_TOKEN are set, and files are kept in one storage. Remove one of them. docs/deploy.md says what belongs there.',
  );
}

function missingSettings(names: readonly string[]): Result<never> {
  return fail(
    'cloud.settings',
    `The service was not started: ${names.join(', ')} ${names.length === 1 ? 'is' : 'are'} missing or cannot be used. docs/deploy.md says what belongs there.`,
    { names },
  );
}
