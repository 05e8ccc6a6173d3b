import type { OAuthProvider } from '../../core/ports/identity-factors.ts';
import { isRecord } from '../../net/read-answer.ts';

export const strategies: Readonly<Record<OAuthProvider, string>> = {
  google: 'oauth_google',
  github: 'oauth_github',
};

/** The page where a verification of Clerk's goes on in the browser; null where it names none that may be opened. */
export function webPageOf(verification: unknown): URL | null {
  if (!isRecord(verification)) return null;
  const page = URL.parse(String(verification['external_verification_redirect_url']));
  return page !== null && isWeb(page) ? page : null;
}

/** Only TLS, but for a stand-in on this computer. */
export const isWeb = ({ protocol, hostname }: URL): boolean =>
  protocol === 'https:' || (protocol === 'http:' && hostname === '127.0.0.1');
