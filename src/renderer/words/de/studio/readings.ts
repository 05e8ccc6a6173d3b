import type { Phrase } from '../../interpret.ts';

/** Breaking a text down with a language model. */
export const readings: readonly Phrase[] = [
  ['{n} scene was broken down by the language model.', '{n} Szene wurde vom Sprachmodell aufgelöst.'],
  ['{n} scenes were broken down by the language model.', '{n} Szenen wurden vom Sprachmodell aufgelöst.'],
  [
    '{n} scene was broken down by the language model for {cost}.',
    '{n} Szene wurde vom Sprachmodell für {cost} aufgelöst.',
  ],
  [
    '{n} scenes were broken down by the language model for {cost}.',
    '{n} Szenen wurden vom Sprachmodell für {cost} aufgelöst.',
  ],
  [
    '1 part stays with the rules, because the answer could not be used there.',
    '1 Teil bleibt bei den Regeln, weil die Antwort dort nicht zu gebrauchen war.',
  ],
  [
    '{n} parts stay with the rules, because the answer could not be used there.',
    '{n} Teile bleiben bei den Regeln, weil die Antwort dort nicht zu gebrauchen war.',
  ],
  [
    'What was answered is kept and not paid for again.',
    'Was beantwortet ist, bleibt und wird nicht noch einmal bezahlt.',
  ],
  ['The project is unchanged.', 'Das Projekt ist unverändert.'],
  ['A language model is reading this text already.', 'Ein Sprachmodell liest diesen Text schon.'],
  [
    'Nothing more was sent; wait for it, or cancel it.',
    'Es wurde nichts weiter gesendet; darauf warten oder es abbrechen.',
  ],
  ['{provider} has no language model here.', '{provider} hat hier kein Sprachmodell.'],
  ['{provider} has no language model "{model}" here.', '{provider} hat hier kein Sprachmodell „{model}“.'],
  [
    'at most {input} tokens read at {in} and {output} written at {out} a million.',
    'höchstens {input} Token gelesen zu {in} und {output} geschrieben zu {out} je Million.',
  ],
  [
    'the answer leaves it out, or cannot be read there',
    'Die Antwort lässt es aus oder ist dort nicht lesbar.',
  ],
  ['a shot of the answer films nothing', 'Eine Einstellung der Antwort zeigt nichts.'],
  ['a shot of the answer films what is not there', 'Eine Einstellung der Antwort zeigt, was nicht da steht.'],
  ['the answer leaves out words of the story', 'Die Antwort lässt Wörter der Geschichte aus.'],
  ['the answer films the same words twice', 'Die Antwort zeigt dieselben Wörter zweimal.'],
  ['the answer is not in the library any more', 'Die Antwort ist nicht mehr in der Bibliothek.'],
  ['the model refused the content', 'Das Modell hat den Inhalt abgelehnt.'],
  ['the answer was cut off at its longest', 'Die Antwort wurde bei der größten Länge abgeschnitten.'],
  ['the answer is no breakdown', 'Die Antwort ist keine Auflösung.'],
  ['its text was changed while it was read', 'Der Text wurde geändert, während er gelesen wurde.'],
  ['No key for {provider} is set.', 'Für {provider} ist kein Schlüssel hinterlegt.'],
  [
    'Keys are made at {page}; enter one in the settings.',
    'Schlüssel gibt es auf {page}; in den Einstellungen einen eingeben.',
  ],
  ['Keys are made at {page}.', 'Schlüssel gibt es auf {page}.'],
  ['That does not look like {key}.', 'Das sieht nicht nach einem Schlüssel aus ({key}).'],
  ['Nothing was sent or stored.', 'Es wurde nichts gesendet oder gesichert.'],
  [
    '{provider} keeps no answers, and the one that came is not on this disk any more.',
    '{provider} hebt keine Antworten auf, und die eingetroffene ist nicht mehr auf diesem Datenträger.',
  ],
  [
    '{provider} keeps no answers: whether the lost one was charged is on its usage page.',
    '{provider} hebt keine Antworten auf: Ob die verlorene berechnet wurde, steht dort auf der Seite mit dem Verbrauch.',
  ],
  ['The key works: {provider} answered.', 'Der Schlüssel funktioniert: {provider} hat geantwortet.'],
  [
    '{provider} did not take the request: the account has no balance left ({why}).',
    '{provider} hat die Anfrage nicht angenommen: Das Guthaben ist aufgebraucht ({why}).',
  ],
  ['Top it up, then run again.', 'Aufladen und noch einmal starten.'],
  [
    '{provider} takes no more requests for now ({why}).',
    '{provider} nimmt gerade keine weiteren Anfragen an ({why}).',
  ],
  ['Check it: keys are made at {page}.', 'Bitte prüfen: Schlüssel gibt es auf {page}.'],
  ['{provider} does not know the model any more ({why}).', '{provider} kennt das Modell nicht mehr ({why}).'],
  [
    '{provider} answered with HTTP {status} after the request was sent ({why}).',
    '{provider} hat nach dem Senden der Anfrage mit HTTP {status} geantwortet ({why}).',
  ],
  ['{provider} refused the key.', '{provider} hat den Schlüssel abgelehnt.'],
  ['{provider} answered with HTTP {status}.', '{provider} hat mit HTTP {status} geantwortet.'],
  ['Try again later.', 'Später noch einmal versuchen.'],
  ["{provider}'s list of models could not be read.", 'Die Modellliste von {provider} war nicht lesbar.'],
  ['Choose another provider.', 'Einen anderen Anbieter wählen.'],
  ['The request ended without an answer.', 'Die Anfrage endete ohne Antwort.'],
  [
    '{message} What was answered is kept and not paid for again.',
    '{message} Was beantwortet ist, bleibt und wird nicht noch einmal bezahlt.',
  ],
];
