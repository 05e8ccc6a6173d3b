import type { Exchange } from '../fal-sim/sim-exchange.ts';
import { answerJson, readBody } from '../fal-sim/sim-exchange.ts';
import { finishTrip } from './sign-in-routes.ts';
import type { SimContext } from './sim-context.ts';

const asAttribute = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** The page that Google or GitHub would show: who is it, and do they agree. */
export async function authorisePage(sim: SimContext, { response, url }: Exchange): Promise<void> {
  const id = url.searchParams.get('sign_in') ?? '';
  const trip = sim.clients.bySignIn(id)?.signIn?.oauth;
  if (trip === null || trip === undefined)
    return answerJson({ response }, 404, { detail: 'No such sign-in' });
  const provider = trip.strategy === 'oauth_google' ? 'Google' : 'GitHub';
  const people = sim.people
    .all()
    .map(({ email }) => `<button name="email" value="${asAttribute(email)}">${asAttribute(email)}</button>`)
    .join('\n');
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
  response.end(`<!doctype html><html lang="en"><head><title>Sign in with ${provider}</title></head><body>
<h1>Sign in with ${provider}</h1><form method="post" action="/sim/authorise?sign_in=${asAttribute(id)}">
${people}
<label>Somebody else <input name="other" type="email"></label> <button>Go on</button>
<button name="deny" value="1">Cancel</button></form></body></html>`);
}

/** The person's answer: back to where the studio waits, with a nonce or a refusal. */
export async function answerAuthorise(sim: SimContext, { request, response, url }: Exchange): Promise<void> {
  const id = url.searchParams.get('sign_in') ?? '';
  const form = new URLSearchParams((await readBody(request)).toString('utf8'));
  const trip = sim.clients.bySignIn(id)?.signIn?.oauth;
  if (trip === null || trip === undefined)
    return answerJson({ response }, 404, { detail: 'No such sign-in' });
  const back = new URL(trip.redirectUrl);
  const email = form.has('deny') ? '' : form.get('email') || form.get('other') || '';
  const nonce = email === '' ? null : finishTrip(sim, id, email);
  if (nonce === null) {
    trip.failure = 'oauth_access_denied';
    back.searchParams.set('__clerk_status', 'failed');
    back.searchParams.set('__clerk_error_code', 'oauth_access_denied');
  } else back.searchParams.set('rotating_token_nonce', nonce);
  response.writeHead(303, { location: back.href });
  response.end();
}
