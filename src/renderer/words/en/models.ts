/** Words of who makes what: providers, their models and what happens otherwise, in English. */
export const models = {
  stillsBy: 'Stills by',
  clipsBy: 'Clips by',
  same: (name: string) => `As stills · ${name}`,
  names: {
    animatic: 'Animatic',
    fal: 'Fal',
    replicate: 'Replicate',
    google: 'Google',
    openai: 'OpenAI',
    openrouter: 'OpenRouter',
    cloudflare: 'Cloudflare',
  },
};
