/** GET /v1/environment: what this instance offers, as far as Clerk's own client reads it. */
export const environmentJson = {
  object: 'environment',
  id: 'env_sim',
  auth_config: { object: 'auth_config', single_session_mode: true, reverification: false },
  display_config: { object: 'display_config', application_name: 'Reelwright', captcha_public_key: null },
  user_settings: {
    attributes: {
      email_address: {
        ...{ enabled: true, required: true, used_for_first_factor: true, first_factors: ['email_code'] },
        ...{ used_for_second_factor: false, second_factors: [], verifications: ['email_code'] },
        verify_at_sign_up: true,
      },
      password: { enabled: true, required: false },
      authenticator_app: { enabled: true, used_for_second_factor: true, second_factors: ['totp'] },
      backup_code: { enabled: true, used_for_second_factor: true, second_factors: ['backup_code'] },
      passkey: { enabled: false },
    },
    social: {
      oauth_google: { enabled: true, authenticatable: true, strategy: 'oauth_google', name: 'Google' },
      oauth_github: { enabled: true, authenticatable: true, strategy: 'oauth_github', name: 'GitHub' },
    },
    sign_in: { second_factor: { required: false } },
    sign_up: { captcha_enabled: false, mode: 'public', progressive: true },
  },
  organization_settings: { enabled: true, max_allowed_memberships: 0, force_organization_selection: false },
  commerce_settings: {
    billing: {
      stripe_publishable_key: '',
      organization: { enabled: false, has_paid_plans: false },
      user: { enabled: false, has_paid_plans: false },
    },
  },
};
