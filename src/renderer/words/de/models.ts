import type { Catalogue } from '../catalogue.ts';

/** Words of who makes what: providers, their models and what happens otherwise, in German. */
export const models: Catalogue['models'] = {
  stillsBy: 'Bilder von',
  clipsBy: 'Clips von',
  same: (name) => `Wie die Bilder · ${name}`,
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
