import type { Phrase } from '../../interpret.ts';

/** What is said of Fal around its own words. */
export const fal: readonly Phrase[] = [
  [
    'Fal\'s "{model}" cannot be asked for this ({kind}).',
    'Fals „{model}“ kann darum nicht gebeten werden ({kind}).',
  ],
  ['Fal took the key.', 'Fal hat den Schlüssel angenommen.'],
  ['There is no key for Fal.', 'Es gibt keinen Schlüssel für Fal.'],
  [
    'Make one at fal.ai/dashboard/keys and put it into Settings, or into FAL_KEY before the studio starts.',
    'Einen unter fal.ai/dashboard/keys anlegen und in den Einstellungen eintragen, oder vor dem Start des Studios in FAL_KEY.',
  ],
  [
    'The key for Fal contains characters that no key has.',
    'Der Schlüssel für Fal enthält Zeichen, die kein Schlüssel hat.',
  ],
  ['Copy it again from fal.ai/dashboard/keys.', 'Ihn noch einmal von fal.ai/dashboard/keys kopieren.'],
  ['Fal refused the key ({words}).', 'Fal hat den Schlüssel abgelehnt ({words}).'],
  [
    'Check it: keys are made at fal.ai/dashboard/keys, and generating needs one with the API scope.',
    'Ihn prüfen: Schlüssel werden unter fal.ai/dashboard/keys angelegt, und zum Erzeugen braucht er den Bereich „API“.',
  ],
  [
    'Fal did not take {what}: the account has no balance left ({words}).',
    'Fal hat {what} nicht angenommen: Das Konto ist aufgebraucht ({words}).',
  ],
  [
    'Top it up at fal.ai/dashboard/billing, then run again.',
    'Es unter fal.ai/dashboard/billing aufladen, dann noch einmal versuchen.',
  ],
  ['Fal refused the content of the shot: {words}.', 'Fal hat den Inhalt der Einstellung abgelehnt: {words}.'],
  ["Change the shot's prompt and retry it.", 'Den Prompt der Einstellung ändern und wiederholen.'],
  ['Fal does not know the model any more ({words}).', 'Fal kennt das Modell nicht mehr ({words}).'],
  ['Choose another model.', 'Ein anderes Modell wählen.'],
  ['Fal refused {what}: {words}.', 'Fal hat {what} abgelehnt: {words}.'],
  ['Change the shot or the model and retry it.', 'Die Einstellung oder das Modell ändern und wiederholen.'],
  [
    'Change the shot or the model, or retry it.',
    'Die Einstellung oder das Modell ändern oder es wiederholen.',
  ],
  ['the request', 'die Anfrage'],
  ['the upload', 'die Datei'],
  ['the start frame', 'das Anfangsbild'],
  ['the submit', 'die Anfrage'],
  ['the test of the key', 'die Prüfung des Schlüssels'],
  ['no answer came', 'es kam keine Antwort'],
  ['Fal could not be reached: {why}.', 'Fal war nicht zu erreichen: {why}.'],
  ["Fal's answer to {what} could not be read.", 'Fals Antwort auf {what} konnte nicht gelesen werden.'],
  [
    "Fal's answer named an address that is not {whose}: {address}.",
    'Fals Antwort nannte eine Adresse, die nicht zu {whose} gehört: {address}.',
  ],
  ['Look at the request on fal.ai.', 'Die Anfrage auf fal.ai ansehen.'],
  ['Look for it on fal.ai.', 'Auf fal.ai danach suchen.'],
  ["Fal's safety filter blacked the picture out.", 'Fals Sicherheitsfilter hat das Bild geschwärzt.'],
  ['It was charged.', 'Es wurde berechnet.'],
  ['It may have been charged.', 'Vielleicht wurde es berechnet.'],
  ["Fal's result holds no {kind}.", 'Fals Ergebnis enthält nichts der Art {kind}.'],
  ['Fal does not hold the result any more ({words}).', 'Fal hat das Ergebnis nicht mehr ({words}).'],
  [
    "Fal's store does not hold the file any more (HTTP {status}).",
    'Fal hat die Datei nicht mehr (HTTP {status}).',
  ],
  [
    'The result is larger than {n} bytes and was not brought in.',
    'Das Ergebnis ist größer als {n} Bytes und wurde nicht geholt.',
  ],
  ['The request has no address at Fal.', 'Die Anfrage hat bei Fal keine Adresse.'],
  ['Fal does not know the request any more ({words}).', 'Fal kennt die Anfrage nicht mehr ({words}).'],
  ['Fal could not make it: {words}.', 'Fal konnte es nicht erzeugen: {words}.'],
  [
    'The line to Fal broke after the request was sent: {why}.',
    'Die Verbindung zu Fal brach ab, nachdem die Anfrage gesendet war: {why}.',
  ],
  ['Fal answered the submit with {status}.', 'Fal beantwortete die Anfrage mit {status}.'],
  [
    'Fal took the request, but its answer names no request id.',
    'Fal nahm die Anfrage an, aber die Antwort nennt keine Kennung.',
  ],
  [
    'Fal answered the test with {status}, which says nothing about the key.',
    'Fal beantwortete die Prüfung mit {status}; das sagt nichts über den Schlüssel.',
  ],
  ['The start frame is larger than {n} MB.', 'Das Anfangsbild ist größer als {n} MB.'],
  ['Use a smaller still.', 'Ein kleineres Standbild verwenden.'],
  ['Fal asked to send fewer requests for now.', 'Fal bittet, vorerst weniger Anfragen zu senden.'],
  [
    'Fal\'s "{model}" is no model for a {kind} that this version knows.',
    'Fals „{model}“ ist kein Modell für „{kind}“, das diese Version kennt.',
  ],
  ['Use one of: {list}.', 'Eines von diesen verwenden: {list}.'],
  ['The prompt is empty.', 'Der Prompt ist leer.'],
  ['Describe the shot first.', 'Zuerst die Einstellung beschreiben.'],
  [
    'The prompt has {n} characters; {model} takes {most}.',
    'Der Prompt hat {n} Zeichen; {model} nimmt {most}.',
  ],
  ["Shorten the shot's prompt.", 'Den Prompt der Einstellung kürzen.'],
  [
    '{model} makes a clip from a still, and the shot has none.',
    '{model} macht aus einem Standbild einen Clip, und die Einstellung hat keines.',
  ],
  ['Generate or choose a still first.', 'Zuerst ein Standbild erzeugen oder wählen.'],
  [
    '{variable} is "{address}", but it may only name a server on this computer, such as http://127.0.0.1:8787.',
    '{variable} ist „{address}“, darf aber nur einen Server auf diesem Computer nennen, etwa http://127.0.0.1:8787.',
  ],
  ['Correct or remove it.', 'Den Wert berichtigen oder entfernen.'],
];
