import type { SimRefusal } from './answer-call.ts';

/** Passwords that the stand-in takes for stolen, as Clerk does with those of public lists. */
const stolen = ['password123', 'correct horse battery staple'];

/** Why Clerk would not take it; null where it would. */
export function weaknessOf(password: string): SimRefusal | null {
  if (password.length < 8) {
    const message = 'Passwords must be 8 characters or more.';
    return { code: 'form_password_length_too_short', message, field: 'password' };
  }
  if (!stolen.includes(password)) return null;
  const message = 'Password has been found in an online data breach.';
  return { code: 'form_password_pwned', message, field: 'password' };
}
