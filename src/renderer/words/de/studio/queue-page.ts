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
  [
    'Not sent: {provider} has been out of reach for too long.',
    'Nicht gesendet: {provider} ist zu lange nicht erreichbar.',
  ],
  ['It is sent once you confirm its price.', 'Es wird gesendet, sobald Sie den Preis bestätigen.'],
  ['They are sent once you confirm their prices.', 'Sie werden gesendet, sobald Sie ihre Preise bestätigen.'],
  [
    '1 request to {provider} was asked for while it could not be reached ({price} then).',
    '1 Anfrage an {provider} wurde gestellt, als er nicht erreichbar war (damals {price}).',
  ],
  [
    '{n} requests to {provider} were asked for while it could not be reached ({price} then).',
    '{n} Anfragen an {provider} wurden gestellt, als er nicht erreichbar war (damals {price}).',
  ],
];
