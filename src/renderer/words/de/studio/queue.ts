import type { Phrase } from '../../interpret.ts';

/** Of the queue: what waits, what was held back, what is looked for and adopted. */
export const queue: readonly Phrase[] = [
  [
    '{provider} held the result until {day}, and it could not be brought in by then: {why}',
    '{provider} hielt das Ergebnis bis {day}, und bis dahin ließ es sich nicht holen: {why}',
  ],
  [
    'It counts as spent. Retry makes it again at its price.',
    'Es zählt als ausgegeben. Wiederholen erzeugt es zu seinem Preis noch einmal.',
  ],
  [
    'Not sent: held back with the rest of its batch, because a price at {provider} rose.',
    'Nicht gesendet: mit dem Rest seines Stapels zurückgehalten, weil ein Preis bei {provider} gestiegen ist.',
  ],
  ['The provider keeps no list of its requests.', 'Der Anbieter führt keine Liste seiner Anfragen.'],
  ['{provider} keeps no list of its results.', '{provider} führt keine Liste seiner Ergebnisse.'],
  ['Nothing was brought in.', 'Es wurde nichts geholt.'],
  ['{provider} does not hold the result "{id}" any more.', '{provider} hält das Ergebnis „{id}“ nicht mehr.'],
  [
    'It is not known what kind of result {model} makes, or it is none that a film shows.',
    'Es ist nicht bekannt, welche Art Ergebnis {model} erzeugt, oder es ist keine, die ein Film zeigt.',
  ],
  [
    'Add the model by its id in the settings, then look again.',
    'Das Modell mit seiner Kennung in den Einstellungen hinzufügen, dann noch einmal suchen.',
  ],
  [
    'Nobody says which recording this transcript is of.',
    'Zu welcher Aufnahme dieses Transkript gehört, sagt niemand.',
  ],
  [
    'Name a shot whose clip or line can be heard.',
    'Eine Einstellung nennen, deren Clip oder Satz zu hören ist.',
  ],
  ['There is no provider "{provider}".', 'Es gibt keinen Anbieter „{provider}“.'],
  ['The queue is paused.', 'Die Warteschlange ist angehalten.'],
  [
    'Resume it ("jobs resume"), then give the command again.',
    'Sie fortsetzen („jobs resume“), dann den Befehl noch einmal geben.',
  ],
  ['The job is {state} and needs no result.', 'Der Auftrag ist {state} und braucht kein Ergebnis.'],
  ['an earlier day', 'zu einem früheren Tag'],
];
