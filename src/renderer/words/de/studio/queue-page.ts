import type { Phrase } from '../../interpret.ts';

/** Of what a person decides in the queue: asked for again, put aside, confirmed. */
export const queuePage: readonly Phrase[] = [
  [
    'Given up: its price counts as spent, and it is not asked about any more.',
    'Aufgegeben: Sein Preis zählt als ausgegeben, und danach wird nicht mehr gefragt.',
  ],
  [
    'The job is {state} and cannot be put aside.',
    'Der Auftrag ist {state} und lässt sich nicht zur Seite legen.',
  ],
  ['There is no provider "{provider}" here any more.', 'Den Anbieter „{provider}“ gibt es hier nicht mehr.'],
];
