import type { Catalogue } from '../catalogue.ts';

/** Words of the parts that every page is made of, in German. */
export const parts: Catalogue['parts'] = {
  close: 'Schließen',
  clear: 'Leeren',
  notSaved: 'Noch nicht gespeichert. Der Text bleibt hier; die Eingabetaste versucht es noch einmal.',
  anyNumber: 'Eine Zahl eingeben.',
  numberBetween: (min: number, max: number) => `Eine Zahl von ${min} bis ${max} eingeben.`,
  timecodeExpected: 'Eine Zeit wie 3:04 (Sekunden und Bilder), 2,5s, 48f oder +12 eingeben.',
  starting: 'Beginnt …',
  doneOf: (done: string, total: string) => `${done} von ${total}`,
  timeLeft: (time: string) => `noch ${time}`,
  keys: {
    Mod: 'Strg',
    Ctrl: 'Strg',
    Alt: 'Alt',
    Shift: 'Umschalt',
    Space: 'Leertaste',
    Enter: 'Eingabe',
    Escape: 'Esc',
    Delete: 'Entf',
    Backspace: 'Rücktaste',
    Home: 'Pos1',
    End: 'Ende',
    PageUp: 'Bild auf',
    PageDown: 'Bild ab',
    Tab: 'Tab',
  },
};
