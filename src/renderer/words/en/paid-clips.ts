import { countIn } from '../count.ts';

const count = countIn('en');

/** Words of "Find my paid clips", in English. */
export const paidClips = {
  title: 'Find my paid clips',
  text: 'Asks every provider that keeps a list for the finished results of your account. Asking is free, and nothing is sent that could be charged. Results of this studio that are missing are brought in; those that it does not know you can bring into a project.',
  search: 'Search · free',
  searching: 'The providers are being asked …',
  since: 'Look back',
  sinces: { week: '7 days', month: '30 days', year: '1 year' },
  before: 'Nothing was searched for yet',
  beforeText: 'Press Search. It may take a minute where an account holds thousands of results.',
  found: (n: number) => count(n, { one: '# result is held', other: '# results are held' }),
  nothing: 'No provider holds a result of that time.',
  whats: {
    here: 'In the library',
    'under-way': 'On its way',
    collectable: 'Missing here',
    orphan: 'Not of this studio',
  },
  whatTexts: {
    here: 'Its file is in the library.',
    'under-way': 'The studio is at it.',
    collectable: 'A job of yours ended without it. It can be brought in, free of charge.',
    orphan: 'No job here knows it: made elsewhere with this key, or by a studio whose data is gone.',
  },
  adoptAll: (n: number) => count(n, { one: 'Bring in # missing · free', other: 'Bring in # missing · free' }),
  adopted: (n: number) =>
    count(n, {
      one: '# result is being fetched. It becomes a take of its shot.',
      other: '# results are being fetched. They become takes of their shots.',
    }),
  noneMissing: 'Nothing is missing any more.',
  showQueue: 'Show in the queue',
  faults: 'Could not be asked',
  keepsNone:
    'OpenAI, Cloudflare and Gemini pictures are not kept by their providers: they cannot be found there.',
  price: 'Charged',
  noPrice: 'not said',
  expiry: (time: string) => `held until ${time}`,
  noExpiry: 'how long it is held is not said',
  gone: (time: string) => `was to be held until ${time}`,
  prompt: 'Words',
  noPrompt: 'The provider keeps no words of it',
  bringIn: 'Bring in …',
  into: 'Bring a result in',
  intoText: 'It is fetched free of charge and becomes a take of the shot, or of the project.',
  project: 'Project',
  shot: 'Shot',
  noShot: 'None: a take of the project',
  doBringIn: 'Bring in · free',
  broughtIn: 'The result is being fetched.',
  cancel: 'Cancel',
  filter: 'Show',
  all: 'All',
};
