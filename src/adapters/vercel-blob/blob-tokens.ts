import { createHmac } from 'node:crypto';

/** What a client token allows: sending one blob, of that name, kind and length, until then. */
export interface ClientTokenScope {
  readonly pathname: string;
  readonly maximumSizeInBytes: number;
  readonly allowedContentTypes: readonly string[];
  readonly validUntil: number;
  readonly addRandomSuffix: boolean;
  readonly allowOverwrite: boolean;
}

/** A token for somebody else's upload, as `generateClientTokenFromReadWriteToken` of @vercel/blob makes it. */
export function makeClientToken(readWriteToken: string, store: string, scope: ClientTokenScope): string {
  const payload = Buffer.from(JSON.stringify(scope)).toString('base64');
  const signature = createHmac('sha256', readWriteToken).update(payload).digest('hex');
  const signed = Buffer.from(`${signature}.${payload}`).toString('base64');
  return `vercel_blob_client_${store}_${signed}`;
}

/** Two halves of a permission: the first goes into addresses, the second signs them and stays here. */
export interface SignedToken {
  readonly delegationToken: string;
  readonly clientSigningToken: string;
  readonly validUntil: number;
}

/** The query of an address that fetches one blob until `untilMs`, as `presignUrl` of @vercel/blob makes it. */
export function presignGet(token: SignedToken, pathname: string, untilMs: number): URLSearchParams {
  const isShorter = untilMs < token.validUntil;
  const lines = ['operation=get', `pathname=${pathname}`];
  if (isShorter) lines.push(`vercel-blob-valid-until=${untilMs}`);
  const canonical = lines.sort().join('\n');
  const query = new URLSearchParams();
  if (isShorter) query.set('vercel-blob-valid-until', String(untilMs));
  query.set('vercel-blob-delegation', token.delegationToken);
  query.set(
    'vercel-blob-signature',
    createHmac('sha256', token.clientSigningToken).update(canonical).digest('base64url'),
  );
  return query;
}
