import type { Phrase } from '../../interpret.ts';

/** What is said of any paid provider around its own words. */
export const providers: readonly Phrase[] = [
  ['There is no key for {provider}.', 'Es gibt keinen Schlüssel für {provider}.'],
  [
    'Make one at {place} and put it into Settings, or into {variable} before the studio starts.',
    'Einen unter {place} anlegen und in den Einstellungen eintragen, oder vor dem Start des Studios in {variable}.',
  ],
  [
    'Between 1 and 100 requests may be open at a provider at once.',
    'Bei einem Anbieter dürfen zwischen 1 und 100 Anfragen zugleich offen sein.',
  ],
  ['The number is as it was before.', 'Die Zahl ist, wie sie war.'],
  [
    'The key for {provider} contains characters that no key has.',
    'Der Schlüssel für {provider} enthält Zeichen, die kein Schlüssel hat.',
  ],
  ['Copy it again from {place}.', 'Ihn noch einmal von {place} kopieren.'],
  ['{provider} took the key.', '{provider} hat den Schlüssel angenommen.'],
  ['{provider} refused the key ({words}).', '{provider} hat den Schlüssel abgelehnt ({words}).'],
  [
    'Check it at {place}, or make a new one there.',
    'Ihn unter {place} prüfen oder dort einen neuen anlegen.',
  ],
  [
    '{provider} answered the test with {status}, which says nothing about the key.',
    '{provider} hat auf die Prüfung mit {status} geantwortet; über den Schlüssel sagt das nichts.',
  ],
  [
    '{provider} did not take the request: the account is used up ({words}).',
    '{provider} hat die Anfrage nicht angenommen: Das Konto ist aufgebraucht ({words}).',
  ],
  ['Fill it up at {place}, then run again.', 'Es unter {place} aufladen, dann noch einmal versuchen.'],
  [
    '{provider} refused the content of the shot: {words}.',
    '{provider} hat den Inhalt der Einstellung abgelehnt: {words}.',
  ],
  [
    '{provider} does not know the model any more, or not for this account ({words}).',
    '{provider} kennt das Modell nicht mehr oder nicht für dieses Konto ({words}).',
  ],
  ['{provider} refused the request: {words}.', '{provider} hat die Anfrage abgelehnt: {words}.'],
  [
    '{provider} asked to send fewer requests for now.',
    '{provider} möchte vorerst weniger Anfragen bekommen.',
  ],
  [
    'The line to {provider} broke after the request was sent: {why}.',
    'Die Leitung zu {provider} brach ab, nachdem die Anfrage gesendet war: {why}.',
  ],
  [
    '{provider} answered the request with {words}.',
    '{provider} hat auf die Anfrage mit {words} geantwortet.',
  ],
  ['What {provider} answered could not be read.', 'Was {provider} geantwortet hat, war nicht lesbar.'],
  ['What came in the answer is no picture.', 'Was in der Antwort kam, ist kein Bild.'],
  ['{provider} could not make it: {words}.', '{provider} konnte es nicht erzeugen: {words}.'],
  [
    '{provider} does not hold the result any more ({words}).',
    '{provider} hat das Ergebnis nicht mehr ({words}).',
  ],
  [
    'An answer of {provider} named an address that none of its files come from: {address}.',
    'Eine Antwort von {provider} nannte eine Adresse, von der keine seiner Dateien kommt: {address}.',
  ],
  [
    'The picture of {provider} came, but could not be stored: {why}.',
    'Das Bild von {provider} kam an, konnte aber nicht gesichert werden: {why}.',
  ],
  ['{provider} keeps none.', '{provider} hebt keines auf.'],
  [
    'Make room, then decide whether to send it again.',
    'Platz schaffen, dann entscheiden, ob noch einmal gesendet wird.',
  ],
  ['There is no place for the picture: {why}.', 'Für das Bild ist kein Platz: {why}.'],
  ['{provider} keeps none, so nothing was sent.', '{provider} hebt keines auf; darum wurde nichts gesendet.'],
  [
    '{provider} keeps no results, and none had arrived whole.',
    '{provider} hebt keine Ergebnisse auf, und keines war ganz angekommen.',
  ],
  [
    '{provider} keeps no results, and this one is not in the library any more.',
    '{provider} hebt keine Ergebnisse auf, und dieses ist nicht mehr in der Bibliothek.',
  ],
  [
    'Whether it was charged stands in your account at {place}.',
    'Ob es berechnet wurde, steht im Konto unter {place}.',
  ],
  [
    '{provider}\'s "{model}" cannot be asked for this ({kind}).',
    '„{model}“ von {provider} kann darum nicht gebeten werden ({kind}).',
  ],
  [
    '{provider}\'s "{model}" is no model that this version knows.',
    '„{model}“ von {provider} ist kein Modell, das diese Version kennt.',
  ],
  ['{model} takes no last picture.', '{model} nimmt kein letztes Bild.'],
  ['Take it away or choose another model.', 'Es wegnehmen oder ein anderes Modell wählen.'],
  ['{model} carries no clip on.', '{model} führt keinen Clip fort.'],
  ['{model} looks at no reference pictures.', '{model} sieht keine Vorlagen an.'],
  [
    'Choose another model, or take the references away.',
    'Ein anderes Modell wählen oder die Vorlagen wegnehmen.',
  ],
  [
    'The shot has {count} reference pictures; {model} looks at {most}.',
    'Die Einstellung hat {count} Vorlagen; {model} sieht {most} an.',
  ],
  ['Take some away or choose another model.', 'Einige wegnehmen oder ein anderes Modell wählen.'],
  [
    'Cloudflare needs two things as one key, with a colon between: the account id (32 digits and letters, in the address of the dashboard), then an API token with the permission Workers AI.',
    'Cloudflare braucht zwei Angaben als einen Schlüssel, mit einem Doppelpunkt dazwischen: die Kontonummer (32 Ziffern und Buchstaben, in der Adresse der Übersicht), dann ein API-Token mit der Berechtigung „Workers AI“.',
  ],
  ['Write it as accountId:token.', 'Ihn als accountId:token schreiben.'],
  [
    'The request is not on the list of your predictions at Replicate, but it may not be complete.',
    'Die Anfrage steht nicht auf der Liste Ihrer Vorhersagen bei Replicate, aber die ist vielleicht nicht vollständig.',
  ],
  ['Look for it at replicate.com/predictions.', 'Unter replicate.com/predictions danach suchen.'],
  [
    'Replicate lists {count} predictions that look like this request, and which is its own cannot be told.',
    'Replicate führt {count} Vorhersagen auf, die wie diese Anfrage aussehen; welche ihre eigene ist, lässt sich nicht sagen.',
  ],
  ['it was cancelled', 'es wurde abgebrochen'],
  ['there is no file in its result', 'im Ergebnis ist keine Datei'],
  ['it is kept for an hour', 'aufgehoben wird es eine Stunde'],
  ['no reason was given', 'ein Grund wurde nicht genannt'],
];
