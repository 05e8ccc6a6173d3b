/** Accounts elsewhere that a person can sign in with, through the system's browser. */
export type OAuthProvider = 'google' | 'github';
export type FirstFactor = 'email-code' | 'password';
/** `email-code`: what a new device is asked for besides a password. */
export type SecondFactor = 'authenticator' | 'backup-code' | 'email-code';
