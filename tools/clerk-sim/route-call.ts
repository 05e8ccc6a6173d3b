import { answerJson, type Exchange } from '../fal-sim/sim-exchange.ts';
import { refuseCall } from './answer-call.ts';
import { environmentJson } from './environment-json.ts';
import { organisationRoute } from './organisation-routes.ts';
import { endAllSessions, meRoute, sessionRoute } from './session-routes.ts';
import { createSignIn, signInRoute } from './sign-in-routes.ts';
import { createSignUp, signUpRoute } from './sign-up-routes.ts';
import type { SimClient } from './sim-clients.ts';
import type { SimCall, SimContext } from './sim-context.ts';
import { clientJson } from './sim-shapes.ts';

/** What a call carries: fields, and a file where it brings one. */
export interface SimForm {
  readonly form: URLSearchParams;
  readonly file: File | null;
}

/** Finds the installation by its token, the session by its id, and the route by method and path. */
export async function routeCall(sim: SimContext, exchange: Exchange, { form, file }: SimForm): Promise<void> {
  const { request, url } = exchange;
  const asked = url.searchParams;
  const path = url.pathname;
  if (path === '/v1/environment') return answerJson(exchange, 200, environmentJson);
  if (asked.get('_is_native') !== '1') {
    const message = 'This stand-in speaks to native applications: _is_native=1 is missing.';
    return refuseCall(exchange, 400, { code: 'native_api_disabled', message });
  }
  const token = (request.headers.authorization ?? '').replace(/^Bearer /, '');
  const known = token === '' ? undefined : sim.clients.byToken(token);
  if (token !== '' && known === undefined) {
    const message = 'The client token is not valid any more.';
    return refuseCall(exchange, 401, { code: 'authentication_invalid', message });
  }
  const client = known ?? sim.clients.create();
  const session = sim.clients
    .sessionsOf(client)
    .find(({ id }) => id === (asked.get('_clerk_session_id') ?? client.lastActiveSessionId));
  const method = (asked.get('_method') ?? request.method ?? 'GET').toUpperCase();
  const call: SimCall = { exchange, method, path, form, file, client, session: session ?? null };
  if (path.startsWith('/v1/client')) return clientRoute(sim, call, path.slice('/v1/client'.length));
  if (path === '/v1/me' || path.startsWith('/v1/me/'))
    return meRoute(sim, call, path.slice('/v1/me/'.length));
  if (path.startsWith('/v1/organizations')) {
    return organisationRoute(sim, call, path.slice('/v1/organizations/'.length));
  }
  return refuseCall(exchange, 404, { code: 'resource_not_found', message: 'Not found.' });
}

async function clientRoute(sim: SimContext, call: SimCall, rest: string): Promise<void> {
  const { client, exchange, method } = call;
  if (rest === '') {
    if (rotateAfterConnecting(sim, call)) return answerClient(sim, call);
    const message = 'The nonce is not valid.';
    return refuseCall(exchange, 401, { code: 'authentication_invalid', message });
  }
  if (rest === '/sign_ins' && method === 'POST') return createSignIn(sim, call);
  if (rest === '/sign_ups' && method === 'POST') return createSignUp(sim, call);
  if (rest === '/sessions' && method === 'DELETE') return endAllSessions(sim, call);
  const [, kind, id = '', ...verb] = rest.split('/');
  if (kind === 'sign_ins') {
    if (!rotateByNonce(sim, call, id)) {
      const message = 'The nonce is not valid.';
      return refuseCall(exchange, 401, { code: 'authentication_invalid', message });
    }
    return signInRoute(sim, call, id, verb.join('/'));
  }
  if (kind === 'sign_ups') return signUpRoute(sim, call, id, verb.join('/'));
  if (kind === 'sessions') return sessionRoute(sim, call, id, verb.join('/'));
  return refuseCall(exchange, 404, { code: 'resource_not_found', message: `Nothing is at ${client.id}.` });
}

/** GET or POST /v1/client: envelope with the client as the answer. */
async function answerClient(sim: SimContext, call: SimCall): Promise<void> {
  const response = await clientJson(sim, call.client);
  answerJson(call.exchange, 200, { response, client: null }, { authorization: call.client.token });
}

/** The same for a browser that comes back from connecting an account. */
function rotateAfterConnecting(sim: SimContext, { client, exchange }: SimCall): boolean {
  const nonce = exchange.url.searchParams.get('rotating_token_nonce');
  if (nonce === null) return true;
  if (client.nonce !== nonce) return false;
  client.nonce = null;
  sim.clients.rotate(client);
  return true;
}

/**
 * After a trip through the browser the client's token is changed once, for whoever brings both the old token and the
 * nonce of the redirect: a nonce that somebody else read is worth nothing.
 */
function rotateByNonce(sim: SimContext, call: SimCall, id: string): boolean {
  const nonce = call.exchange.url.searchParams.get('rotating_token_nonce');
  if (nonce === null) return true;
  const client: SimClient = call.client;
  const trip = client.signIn?.id === id ? client.signIn.oauth : null;
  if (trip?.nonce !== nonce) return false;
  trip.nonce = null;
  sim.clients.rotate(client);
  return true;
}
