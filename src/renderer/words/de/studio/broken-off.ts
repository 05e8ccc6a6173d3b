import type { Phrase } from '../../interpret.ts';

/** Work that the end of the studio broke off. */
export const brokenOff: readonly Phrase[] = [
  [
    'Finished takes are kept; the rest is taken up at the next start.',
    'Fertige Aufnahmen bleiben; der Rest wird beim nächsten Start aufgenommen.',
  ],
  [
    'Nothing of it is left; it is written at the next start.',
    'Nichts davon ist übrig; er wird beim nächsten Start geschrieben.',
  ],
  ['The studio ended while takes were being made.', 'Das Studio endete, während Aufnahmen erzeugt wurden.'],
  [
    '{n} finished take is kept, and requests already at the provider are followed to their end.',
    '{n} fertige Aufnahme bleibt, und Anfragen, die schon beim Anbieter sind, werden bis zu ihrem Ende verfolgt.',
  ],
  [
    '{n} finished takes are kept, and requests already at the provider are followed to their end.',
    '{n} fertige Aufnahmen bleiben, und Anfragen, die schon beim Anbieter sind, werden bis zu ihrem Ende verfolgt.',
  ],
  [
    '1 more request (free) is not sent by itself.',
    '1 weitere Anfrage (kostenlos) wird nicht von selbst gesendet.',
  ],
  [
    '{n} more requests (free) are not sent by themselves.',
    '{n} weitere Anfragen (kostenlos) werden nicht von selbst gesendet.',
  ],
  [
    '1 more request (about {cost}) is not sent by itself.',
    '1 weitere Anfrage (etwa {cost}) wird nicht von selbst gesendet.',
  ],
  [
    '{n} more requests (about {cost}) are not sent by themselves.',
    '{n} weitere Anfragen (etwa {cost}) werden nicht von selbst gesendet.',
  ],
  [
    'The studio ended while a language model was reading the text.',
    'Das Studio endete, während ein Sprachmodell den Text las.',
  ],
  ['What was answered is kept.', 'Was beantwortet wurde, bleibt.'],
  ['{n} of {m} parts are read and kept.', '{n} von {m} Teilen sind gelesen und bleiben.'],
  ['The rest (free) is not sent by itself.', 'Der Rest (kostenlos) wird nicht von selbst gesendet.'],
  [
    'The rest (at most {cost}) is not sent by itself.',
    'Der Rest (höchstens {cost}) wird nicht von selbst gesendet.',
  ],
  ['The rest is not sent by itself.', 'Der Rest wird nicht von selbst gesendet.'],
  [
    'The studio ended more than once while {path} was being written.',
    'Das Studio endete mehr als einmal, während {path} geschrieben wurde.',
  ],
  ['Nothing of the film is left.', 'Von dem Film ist nichts übrig.'],
  ['It is not begun again by itself.', 'Er wird nicht von selbst noch einmal begonnen.'],
  ['This was begun again, or taken back, before.', 'Das wurde schon fortgesetzt oder zurückgenommen.'],
  ['Nothing more was sent.', 'Es wurde nichts weiter gesendet.'],
  [
    'Work that the end of the studio broke off could not go on.',
    'Arbeit, die das Ende des Studios abgebrochen hat, konnte nicht weitergehen.',
  ],
  ['The project is not there any more.', 'Das Projekt ist nicht mehr da.'],
  ['There is no provider "{name}" here any more.', 'Den Anbieter „{name}“ gibt es hier nicht mehr.'],
  [
    'Drawings and films that were under way go on by themselves; what costs money waits until you say so.',
    'Zeichnungen und Filme, die in Arbeit waren, gehen von selbst weiter; was Geld kostet, wartet auf Sie.',
  ],
];
