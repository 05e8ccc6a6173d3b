type Naming = (project: string) => string;

const named = (
  going: string,
  done: string,
  broken: string,
): Readonly<Record<'going' | 'done' | 'broken', Naming>> => ({
  going: (project) => `${going} · ${project}`,
  done: (project) => `${done} · ${project}`,
  broken: (project) => `${broken} · ${project}`,
});

/** Words of making more from what is there: larger, in other words, carried on, retaken in part, in a gap; in English. */
export const remaking = {
  activities: {
    upscale: named('Enlarging', 'Enlarged', 'Enlarging'),
    reword: named('Generating in other words', 'Made in other words', 'Other words'),
    extend: named('Carrying a clip on', 'Clip carried on', 'Carrying on'),
    retake: named('Retaking a part', 'Part retaken', 'Part of a clip'),
    'fill-gap': named('Filling a gap', 'Gap filled', 'Gap'),
  },
  cancel: 'Cancel',
  pricing: 'Reading the price …',
  begun: 'It is being made; Work shows how far it is.',
  /** The model that is asked, and of when its price is. */
  priceOf: (model: string, when: string) => `${model} · ${when}`,
  priceDated: (when: string) => `price of ${when}`,
  priceTable: 'price from the studio’s own table',
  paidAlready: 'Made before with the same words: it costs nothing more.',
  go: (verb: string, price: string) => `${verb} · ${price}`,
  goFree: (verb: string) => `${verb} · paid already`,
  prompt: 'What happens',
  noPrompt: 'Say what happens first.',
  enlarge: {
    menu: 'Enlarge…',
    title: (name: string) => `Enlarge ${name}`,
    text: 'The larger take is shown in its place. The first one stays.',
    factor: 'Size',
    times: (n: number) => `${n} times`,
    verb: 'Enlarge',
  },
  reword: {
    menu: 'Generate in other words…',
    title: (name: string) => `${name} in other words`,
    text: 'Only this generation has these words. The shot keeps its own, unless they are kept.',
    prompt: 'Words',
    negative: 'Never shown',
    sameSeed: 'Same seed as this take',
    sameSeedHint: 'The same noise to begin with, so that only the words make a difference.',
    keep: 'Keep these words for the shot',
    keepHint: 'Later takes are asked for with them too.',
    unchanged: 'Change the words or the seed first: this is what the take was asked with.',
    verb: 'Generate',
  },
  extend: {
    title: 'Carry the clip on',
    text: 'A new clip begins with the last picture that this one shows, and comes right behind it. What follows begins later.',
    length: 'Length',
    verb: 'Carry on',
  },
  retake: {
    title: 'Retake a part',
    text: 'Made anew between the picture at its start and the one that the clip goes on with.',
    from: 'From',
    to: 'To',
    marks: 'Marks of in and out are taken where they are in the clip.',
    verb: 'Retake',
  },
  gap: {
    title: 'Fill the gap',
    text: 'A clip from the last picture before the gap to the first one after it.',
    length: (length: string) => `The gap is ${length} long.`,
    verb: 'Fill',
  },
  fit: {
    label: 'Where the model’s clip is longer',
    keep: 'Keep the film’s length',
    grow: 'Keep the whole clip',
    keepHint:
      'Models make whole seconds. What is too long is cut off, so the last picture may not meet the next clip.',
    growHint: 'Models make whole seconds. The film becomes longer by what is over, and the pictures meet.',
  },
};
