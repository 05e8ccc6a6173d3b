import type { SimSignIn } from './sim-clients.ts';
import type { SimContext } from './sim-context.ts';
import type { SimPerson } from './sim-people.ts';

type Factor = Readonly<Record<string, unknown>>;

function byCode(person: SimPerson, strategy: string): Factor {
  const safe = person.email.replace(/^(.).*@/, '$1***@');
  return { strategy, email_address_id: person.emailId, safe_identifier: safe, primary: true };
}

/** How somebody may prove who they are first: a code by mail always, a password where there is one. */
export function firstFactors(person: SimPerson): Factor[] {
  const mail = byCode(person, 'email_code');
  if (person.password === null) return [mail];
  return [{ strategy: 'password' }, mail, byCode(person, 'reset_password_email_code')];
}

export function secondFactors(person: SimPerson): Factor[] {
  if (person.totpSecret === null) return person.trustsNoDevice ? [byCode(person, 'email_code')] : [];
  return [{ strategy: 'totp' }, ...(person.backupCodes.size === 0 ? [] : [{ strategy: 'backup_code' }])];
}

function verification(strategy: string | null, verified: boolean, more: Factor = {}): Factor | null {
  if (strategy === null) return null;
  return { object: 'verification', status: verified ? 'verified' : 'unverified', strategy, ...more };
}

export function signInJson(sim: SimContext, signIn: SimSignIn): Factor {
  const person = signIn.personId === null ? undefined : sim.people.byId(signIn.personId);
  const { oauth } = signIn;
  const trip =
    oauth === null
      ? {}
      : {
          external_verification_redirect_url: `${sim.origin()}/sim/authorise?sign_in=${signIn.id}`,
          ...(oauth.transferEmail === null ? {} : { status: 'transferable' }),
          ...(oauth.failure === null
            ? {}
            : { error: { code: oauth.failure, message: 'The person did not agree.' } }),
        };
  return {
    object: 'sign_in',
    ...{ id: signIn.id, status: signIn.status, identifier: signIn.identifier, user_data: null },
    supported_identifiers: ['email_address'],
    supported_first_factors: person === undefined ? [] : firstFactors(person),
    supported_second_factors: person === undefined ? [] : secondFactors(person),
    first_factor_verification: verification(
      oauth?.strategy ?? (signIn.firstVerified ? signIn.firstStrategy : signIn.codeStrategy),
      signIn.firstVerified,
      trip,
    ),
    second_factor_verification: verification(signIn.secondVerified ? 'totp' : null, signIn.secondVerified),
    created_session_id: signIn.sessionId,
  };
}
