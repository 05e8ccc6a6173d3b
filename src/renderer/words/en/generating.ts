import { countIn } from '../count.ts';

const count = countIn('en');
const clipsOf = (n: number): string => count(n, { one: '# clip', other: '# clips' });
const stillsOf = (n: number): string => count(n, { one: '# still', other: '# stills' });
const workOf = (stills: number, clips: number): string => (clips > 0 ? clipsOf(clips) : stillsOf(stills));

/** Words of making stills and clips: by what, at what price, within which budget. In English. */
export const generating = {
  generateAll: (stills: number, clips: number, price: string) =>
    `Generate ${workOf(stills, clips)} · ${price}`,
  generateNothing: 'Everything is generated',
  pricing: 'Reading prices …',
  free: 'free',
  about: (price: string) => `about ${price}`,
  anotherClipNeedsApproval: 'Another clip: approve the still first',
  anotherTake: (price: string) => `Another take · ${price}`,
  cancel: 'Cancel',
  inProgress: 'Generating',
  showEnded: (n: number) => count(n, { one: 'Show # that failed', other: 'Show # that failed' }),
  generated: (done: number, total: number) => `Generated ${done} of ${total}.`,
  started: (n: number) => `Generating ${count(n, { one: '# take', other: '# takes' })}.`,
  waits: 'What changed is generated after what runs now.',
  cancelled: 'Generation cancelled. Takes that are finished stay.',
  drawStills: 'Draw the animatic by itself',
  settings: 'Generation settings',
  lookHint: 'Of this project. Pictures of another look become outdated.',
  provider: 'Provider',
  providerFree: (name: string) => `${name} · free`,
  providerNoKey: (name: string) => `${name} · needs a key`,
  animatic: 'Animatic',
  stillModel: 'Still model',
  clipModel: 'Clip model',
  providerDefault: 'Default',
  notReady: (name: string) => `${name} has no key that works. Put one in under Settings, Keys.`,
  openSettings: 'Open Settings',
  upTo: 'Make',
  upToOptions: { still: 'Stills only', clip: 'Stills and clips' },
  elsewhere: {
    button: (n: number) => count(n, { one: '# on another device …', other: '# on another device …' }),
    leftOut: (shots: string, more: number, since: string) =>
      `Another device is having these made, since ${since}: ${shots}${more === 0 ? '' : ` and ${more} more`}. They are left out, and their takes come here by themselves.`,
    payAgain: (price: string) => `Make them here too, for ${price} more: both are paid`,
  },
  price: {
    title: 'What it costs',
    text: 'Prices are the provider’s, read now. Every request is checked against the budget before it is sent.',
    dated: (date: string, time: string) => `Prices of ${date}, ${time}.`,
    perShot: 'Shot by shot',
    kinds: { still: 'Still', clip: 'Clip' },
    noPrice: 'no price',
  },
  budget: {
    title: 'Set a budget first',
    text: (price: string) =>
      `This would cost about ${price}. Paid generation stops at the budget you set for the project; nothing goes over it.`,
    field: 'Budget in US dollars',
    set: 'Set budget and generate',
    bad: 'Type an amount above 0.',
  },
};
