import { fail, ok, type Result } from '../../domain/kernel/result.ts';

/**
 * The address of Clerk's Frontend API that a publishable key names: `pk_test_` or `pk_live_` and the host with a `$` behind
 * it in base64 (clerk.com/docs, "Environment variables"). Only this computer is spoken to without TLS.
 */
export function frontendAddress(publishableKey: string): Result<URL> {
  const encoded = /^pk_(?:test|live)_([A-Za-z0-9+/_-]+=*)$/.exec(publishableKey.trim())?.[1];
  const host = encoded === undefined ? '' : Buffer.from(encoded, 'base64').toString('utf8');
  if (!/^[a-z0-9][a-z0-9.-]*\.[a-z0-9-]+(:\d{1,5})?\$$/i.test(host)) {
    return fail(
      'account.key-odd',
      'The publishable key of the account service is not one of Clerk’s. Nobody can sign in; correct REELWRIGHT_CLERK_KEY and start again.',
    );
  }
  const name = host.slice(0, -1);
  const isHere = /^127\.0\.0\.1(:\d+)?$/.test(name);
  return ok(new URL(`${isHere ? 'http' : 'https'}://${name}`));
}
