import type { Phrase } from '../../interpret.ts';

/** What is said of who makes what, and who else. */
export const models: readonly Phrase[] = [
  ['{provider} does not make this ({kind}).', '{provider} macht das nicht ({kind}).'],
  [
    'What was set in the model’s form is too long to be kept.',
    'Was im Formular des Modells gesetzt ist, ist zu lang, um behalten zu werden.',
  ],
  ['Shorten it.', 'Es kürzen.'],
  [
    'At most {most} ways to go on may be named.',
    'Höchstens {most} Wege, wie es weitergeht, dürfen genannt werden.',
  ],
  ['Take some away.', 'Einige wegnehmen.'],
];
