import { fail, ok, type Result } from '../../domain/kernel/result.ts';
import { createProviderSentences } from '../../net/provider-sentences.ts';

export const say = createProviderSentences({
  name: 'Cloudflare',
  keysAt: 'dash.cloudflare.com/profile/api-tokens',
  variable: 'CLOUDFLARE_ACCOUNT_ID and CLOUDFLARE_API_TOKEN',
  billingAt: 'dash.cloudflare.com',
});

export interface CloudflareKey {
  readonly accountId: string;
  readonly token: string;
}

/** Account and token in one, as they are kept: "accountId:token". Workers AI is asked for an account, with its token. */
export function parseCloudflareKey(key: string): Result<CloudflareKey> {
  const trimmed = key.trim();
  if (trimmed === '') return { ok: false, fault: say.keyMissing() };
  const [accountId = '', token = '', ...rest] = trimmed.split(':').map((part) => part.trim());
  if (rest.length === 0 && /^[0-9a-f]{32}$/i.test(accountId) && /^[\x21-\x7e]{20,}$/.test(token)) {
    return ok({ accountId: accountId.toLowerCase(), token });
  }
  return fail(
    'provider.key-refused',
    'Cloudflare needs two things as one key, with a colon between: the account id (32 digits and letters, in the address of the dashboard), then an API token with the permission Workers AI. Nothing was sent. Write it as accountId:token.',
  );
}
