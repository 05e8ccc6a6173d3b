/** Who makes both stills and clips for money, so that a whole film can be asked of one: the name, the key's variable, where keys are made. */
export const paidMakers = {
  fal: { name: 'Fal', variable: 'FAL_KEY', keysPage: 'https://fal.ai/dashboard/keys' },
  replicate: {
    name: 'Replicate',
    variable: 'REPLICATE_API_TOKEN',
    keysPage: 'https://replicate.com/account/api-tokens',
  },
  google: { name: 'Google', variable: 'GEMINI_API_KEY', keysPage: 'https://aistudio.google.com/apikey' },
} as const;
export type PaidMaker = keyof typeof paidMakers;

export function isPaidMaker(provider: string): provider is PaidMaker {
  return Object.hasOwn(paidMakers, provider);
}
