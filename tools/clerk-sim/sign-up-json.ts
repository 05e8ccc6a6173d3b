import type { SimSignUp } from './sim-clients.ts';

export function signUpJson(signUp: SimSignUp): Readonly<Record<string, unknown>> {
  const done = signUp.status === 'complete';
  return {
    object: 'sign_up',
    ...{ id: signUp.id, status: signUp.status, username: null, phone_number: null, web3_wallet: null },
    ...{ required_fields: ['email_address'], optional_fields: ['password', 'first_name', 'last_name'] },
    missing_fields: [],
    unverified_fields: done ? [] : ['email_address'],
    ...{ first_name: signUp.firstName, last_name: signUp.lastName, email_address: signUp.email },
    ...{ has_password: signUp.password !== null, unsafe_metadata: {}, external_account: null },
    verifications: {
      email_address: {
        ...{ object: 'verification', strategy: 'email_code', status: done ? 'verified' : 'unverified' },
        ...{ next_action: done ? '' : 'needs_attempt', supported_strategies: ['email_code'] },
      },
    },
    ...{ created_session_id: signUp.sessionId, created_user_id: signUp.personId, abandon_at: null },
  };
}
