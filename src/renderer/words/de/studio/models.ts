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
  ['1 request is asked of {provider} now.', '1 Anfrage geht jetzt an {provider}.'],
  ['{count} requests are asked of {provider} now.', '{count} Anfragen gehen jetzt an {provider}.'],
  [
    '{provider} was asked in its place, and that job is {state}.',
    'An seiner Stelle wurde {provider} gefragt, und jener Auftrag ist {state}.',
  ],
  [
    '{cause} It is not asked for there now; what the shot has stays.',
    '{cause} Dort wird jetzt nicht danach gefragt; was die Einstellung hat, bleibt.',
  ],
  [
    'It is not asked for there now; what the shot has stays.',
    'Dort wird jetzt nicht danach gefragt; was die Einstellung hat, bleibt.',
  ],
  ['{provider} was asked in its place.', 'An seiner Stelle wurde {provider} gefragt.'],
  ['The job goes on by itself, or has ended.', 'Der Auftrag geht von selbst weiter oder ist beendet.'],
  ['{provider} cannot be reached.', '{provider} ist nicht erreichbar.'],
  ['1 still waits, approved at {price}.', '1 Bild wartet, freigegeben zu {price}.'],
  ['{count} stills wait, approved at {price}.', '{count} Bilder warten, freigegeben zu {price}.'],
  ['1 clip waits, approved at {price}.', '1 Clip wartet, freigegeben zu {price}.'],
  ['{count} clips wait, approved at {price}.', '{count} Clips warten, freigegeben zu {price}.'],
  ['{provider} makes this with {model} for {price}.', '{provider} macht das mit {model} für {price}.'],
  ['Nothing dearer is sent without your consent.', 'Nichts Teureres wird ohne Ihre Zustimmung gesendet.'],
  [
    '{provider} has no list of models that could be read.',
    '{provider} hat keine Liste von Modellen, die gelesen werden könnte.',
  ],
  ["The studio's own table stands.", 'Die eigene Tabelle des Studios gilt.'],
  ['{provider} takes no models by their id.', '{provider} nimmt keine Modelle nach ihrer Kennung.'],
  ['Choose one of its list.', 'Eines aus seiner Liste wählen.'],
  [
    'The field "{field}" of {model} is not as the model wants it: {words}.',
    'Das Feld „{field}“ von {model} ist nicht, wie das Modell es will: {words}.',
  ],
  ['Correct it.', 'Es berichtigen.'],
  ['It makes {list}.', 'Es macht {list}.'],
  ['Choose another model for this film.', 'Ein anderes Modell für diesen Film wählen.'],
];
