import { randomBytes } from 'node:crypto';
import type { Exchange } from '../fal-sim/sim-exchange.ts';
import { answerJson, readBody } from '../fal-sim/sim-exchange.ts';
import { finishTrip } from './sign-in-routes.ts';
import type { SimContext } from './sim-context.ts';
import type { SimOAuth } from './sim-people.ts';

const asAttribute = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** A trip through the browser: to sign in, or to connect an account with the one that is signed in. */
interface Trip {
  readonly strategy: SimOAuth;
  readonly redirectUrl: string;
  /** Takes what the person agreed to; the nonce with which the studio goes on. */
  agree(email: string): string | null;
  deny(): void;
}

function tripOf(sim: SimContext, url: URL): Trip | null {
  const signInId = url.searchParams.get('sign_in') ?? '';
  const signIn = sim.clients.bySignIn(signInId)?.signIn?.oauth ?? null;
  if (signIn !== null) {
    const { strategy, redirectUrl } = signIn;
    return {
      ...{ strategy, redirectUrl, agree: (email) => finishTrip(sim, signInId, email) },
      deny() {
        signIn.failure = 'oauth_access_denied';
      },
    };
  }
  const id = url.searchParams.get('external_account');
  const connected = sim.people
    .all()
    .flatMap((person) => person.connected)
    .find((one) => one.id === id);
  const client = sim.clients.byId(connected?.clientId ?? '');
  if (connected === undefined || client === undefined) return null;
  const { strategy, redirectUrl } = connected;
  return {
    ...{ strategy, redirectUrl, deny: () => undefined },
    agree(email) {
      [connected.email, connected.isVerified] = [email, true];
      client.nonce = randomBytes(24).toString('base64url');
      return client.nonce;
    },
  };
}

/** The page that Google or GitHub would show: who is it, and do they agree. */
export async function authorisePage(sim: SimContext, { response, url }: Exchange): Promise<void> {
  const trip = tripOf(sim, url);
  if (trip === null) return answerJson({ response }, 404, { detail: 'No such sign-in' });
  const provider = trip.strategy === 'oauth_google' ? 'Google' : 'GitHub';
  const people = sim.people
    .all()
    .map(({ email }) => `<button name="email" value="${asAttribute(email)}">${asAttribute(email)}</button>`)
    .join('\n');
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
  response.end(`<!doctype html><html lang="en"><head><title>Sign in with ${provider}</title></head><body>
<h1>Sign in with ${provider}</h1><form method="post" action="/sim/authorise${asAttribute(url.search)}">
${people}
<label>Somebody else <input name="other" type="email"></label> <button>Go on</button>
<button name="deny" value="1">Cancel</button></form></body></html>`);
}

/** The person's answer: back to where the studio waits, with a nonce or a refusal. */
export async function answerAuthorise(sim: SimContext, { request, response, url }: Exchange): Promise<void> {
  const form = new URLSearchParams((await readBody(request)).toString('utf8'));
  const trip = tripOf(sim, url);
  if (trip === null) return answerJson({ response }, 404, { detail: 'No such sign-in' });
  const back = new URL(trip.redirectUrl);
  const email = form.has('deny') ? '' : form.get('email') || form.get('other') || '';
  const nonce = email === '' ? null : trip.agree(email);
  if (nonce === null) {
    trip.deny();
    back.searchParams.set('__clerk_status', 'failed');
    back.searchParams.set('__clerk_error_code', 'oauth_access_denied');
  } else back.searchParams.set('rotating_token_nonce', nonce);
  response.writeHead(303, { location: back.href });
  response.end();
}
