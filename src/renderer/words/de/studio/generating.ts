import type { Phrase } from '../../interpret.ts';

/** How generating went: runs, jobs, money, and the provider. The provider's own words stay as they are. */
export const generating: readonly Phrase[] = [
  [
    'The animatic draws stills and clips and cannot make this ({kind}).',
    'Das Animatic zeichnet Standbilder und Clips; das hier kann es nicht ({kind}).',
  ],
  ['Nothing was made; choose another provider.', 'Es wurde nichts erzeugt; einen anderen Anbieter wählen.'],
  [
    'The store of {provider} does not hold the file any more (HTTP {status}).',
    'Der Speicher von {provider} hat die Datei nicht mehr (HTTP {status}).',
  ],
  ['Look at the request at {provider}.', 'Die Anfrage bei {provider} ansehen.'],
  ['{provider} could not be reached: {why}.', '{provider} war nicht zu erreichen: {why}.'],
  [
    'The answer of {provider} to the download could not be read.',
    'Die Antwort von {provider} auf den Download war nicht lesbar.',
  ],
  ['The download is no {medium}.', 'Das Geladene ist kein {medium}.'],
  ['A shot has no {kind} of its own.', 'Eine Einstellung hat selbst kein {kind}.'],
  [
    'Waits for the generation of this project that runs now.',
    'Wartet auf die Erzeugung, die in diesem Projekt gerade läuft.',
  ],
  ['The studio was closed.', 'Das Studio wurde geschlossen.'],
  [
    'Finished takes are kept; nothing more is sent.',
    'Fertige Aufnahmen bleiben; es wird nichts mehr gesendet.',
  ],
  ['It was asked for before and ended badly.', 'Es wurde schon einmal angefragt und ist schiefgegangen.'],
  [
    'What ended badly is not asked for again by itself: ask for it on the shot, at the price of now.',
    'Was schiefging, wird nicht von selbst noch einmal angefragt: bei der Einstellung danach fragen, zum Preis von jetzt.',
  ],
  ['Every shot has its takes already.', 'Alle Einstellungen haben ihre Aufnahmen schon.'],
  ['Nothing was made or sent.', 'Es wurde nichts erzeugt oder gesendet.'],
  ['No take was made.', 'Es wurde keine Aufnahme erzeugt.'],
  ['{n} of {all} takes was made.', '{n} von {all} Aufnahmen wurde erzeugt.'],
  ['{n} of {all} takes were made.', '{n} von {all} Aufnahmen wurden erzeugt.'],
  ['{n} of {all} takes was made for {cost}.', '{n} von {all} Aufnahmen wurde für {cost} erzeugt.'],
  ['{n} of {all} takes were made for {cost}.', '{n} von {all} Aufnahmen wurden für {cost} erzeugt.'],
  ['{n} was cancelled.', '{n} wurde abgebrochen.'],
  ['{n} were cancelled.', '{n} wurden abgebrochen.'],
  [
    '1 waits until you confirm its price, for its provider was out of reach.',
    '1 wartet, bis Sie den Preis bestätigen, denn der Anbieter war nicht erreichbar.',
  ],
  [
    '{n} wait until you confirm their prices, for their provider was out of reach.',
    '{n} warten, bis Sie die Preise bestätigen, denn der Anbieter war nicht erreichbar.',
  ],
  ['{n} take was made.', '{n} Aufnahme wurde erzeugt.'],
  ['{n} takes were made.', '{n} Aufnahmen wurden erzeugt.'],
  ['No take was made for {cost}.', 'Für {cost} wurde keine Aufnahme erzeugt.'],
  ['{n} take was made for {cost}.', '{n} Aufnahme wurde für {cost} erzeugt.'],
  ['{n} takes were made for {cost}.', '{n} Aufnahmen wurden für {cost} erzeugt.'],
  ['{n} request failed.', '{n} Anfrage ist fehlgeschlagen.'],
  ['{n} requests failed.', '{n} Anfragen sind fehlgeschlagen.'],
  [
    '{n} may have been billed without a result and is not sent again by itself.',
    '{n} wurde vielleicht ohne Ergebnis berechnet und wird nicht von selbst noch einmal gesendet.',
  ],
  [
    '{n} may have been billed without a result and are not sent again by itself.',
    '{n} wurden vielleicht ohne Ergebnis berechnet und werden nicht von selbst noch einmal gesendet.',
  ],
  ['Most often:', 'Am häufigsten:'],
  [
    'This costs money, and neither the project nor this run nor the month has a limit.',
    'Das kostet Geld, und weder das Projekt noch dieser Lauf noch der Monat hat eine Grenze.',
  ],
  [
    'Set a budget for the project, or say the most that this may cost.',
    'Ein Budget für das Projekt festlegen oder angeben, wie viel es höchstens kosten darf.',
  ],
  [
    'Not sent: {more} more would pass the limit of {limit} for this film ({spent} spent, {reserved} reserved).',
    'Nicht gesendet: Weitere {more} überschritten die Grenze von {limit} für diesen Film ({spent} ausgegeben, {reserved} vorgemerkt).',
  ],
  [
    "Not sent: {more} more would take what is set aside for other devices ({elsewhere} of this film's budget; {left} are left here).",
    'Nicht gesendet: Weitere {more} gingen von dem ab, was anderen Geräten vorbehalten ist ({elsewhere} vom Budget dieses Films; hier sind {left} übrig).',
  ],
  [
    "Open the film on those devices, so that they give back what they do not need, or raise the film's budget.",
    'Den Film auf diesen Geräten öffnen, damit sie zurückgeben, was sie nicht brauchen, oder das Budget des Films erhöhen.',
  ],
  [
    "Not sent: {more} more would pass this computer's share of the film's budget ({left} are left of it), and the other devices cannot be heard.",
    'Nicht gesendet: Weitere {more} überschritten den Anteil dieses Computers am Budget des Films ({left} sind davon übrig), und von den anderen Geräten ist nichts zu hören.',
  ],
  [
    'It can be sent once the sync service is reached again.',
    'Gesendet werden kann es, sobald der Sync-Dienst wieder zu erreichen ist.',
  ],
  [
    'Not sent: {more} more would pass the limit of {limit} for all films in {month} ({spent} spent, {reserved} reserved).',
    'Nicht gesendet: Weitere {more} überschritten die Grenze von {limit} für alle Filme im {month} ({spent} ausgegeben, {reserved} vorgemerkt).',
  ],
  ['The plan file plan.json is left out: {why}.', 'Die Plan-Datei plan.json wird nicht beachtet: {why}.'],
  ['it cannot be opened', 'sie lässt sich nicht öffnen'],
  ['it is too long', 'sie ist zu lang'],
  ['it is not a plan', 'sie enthält keinen Plan'],
  ['it is not JSON', 'sie ist kein JSON'],
  ['its field "{field}" is not as it should be', 'ihr Feld „{field}“ ist nicht, wie es sein soll'],
  ['Spending goes on under the budgets alone.', 'Für Ausgaben gelten weiterhin allein die Budgets.'],
  ['Mend the file, or remove it.', 'Die Datei berichtigen oder entfernen.'],
  ['Nothing was charged for this shot.', 'Für diese Einstellung wurde nichts berechnet.'],
  [
    "Raise the film's budget, or the limit of this run, to go on.",
    'Um weiterzumachen, das Budget des Films oder die Grenze dieses Laufs anheben.',
  ],
  [
    'Raise the monthly limit, or wait for the next month (UTC).',
    'Die Monatsgrenze anheben oder auf den nächsten Monat (UTC) warten.',
  ],
  [
    'Not sent: no spending limit was given, and this request costs money.',
    'Nicht gesendet: Es ist keine Ausgabengrenze gesetzt, und diese Anfrage kostet Geld.',
  ],
  ['Set a limit to go on.', 'Um weiterzumachen, eine Grenze setzen.'],
  [
    'Not sent: the price rose from the approved {old} to {now}.',
    'Nicht gesendet: Der Preis stieg von den zugesagten {old} auf {now}.',
  ],
  ['Approve the new price to go on.', 'Um weiterzumachen, dem neuen Preis zustimmen.'],
  [
    'The request to {provider} may have been accepted, and up to {cost} may have been billed.',
    'Die Anfrage an {provider} wurde vielleicht angenommen, und bis zu {cost} wurden vielleicht berechnet.',
  ],
  [
    '{provider} answered with "{request}", which is the request of another take that is being made.',
    '{provider} antwortete mit „{request}“, der Anfrage einer anderen Aufnahme, die gerade entsteht.',
  ],
  [
    'It is not sent again by itself: look at your account there, then retry or give it up.',
    'Sie wird nicht von selbst noch einmal gesendet: im Konto dort nachsehen, dann wiederholen oder aufgeben.',
  ],
  [
    'It is not sent again by itself: look at your account there ({page}), then retry or give it up.',
    'Sie wird nicht von selbst noch einmal gesendet: im Konto dort ({page}) nachsehen, dann wiederholen oder aufgeben.',
  ],
  [
    '{provider} did not finish the request in time, and it was taken back.',
    '{provider} wurde nicht rechtzeitig fertig, und die Anfrage wurde zurückgenommen.',
  ],
  [
    'Retry looks for its result once more before anything is sent again.',
    'Wiederholen sucht noch einmal nach dem Ergebnis, bevor etwas neu gesendet wird.',
  ],
  ['The result could not be brought in:', 'Das Ergebnis konnte nicht geholt werden:'],
  ['The result arrived but could not be stored:', 'Das Ergebnis kam an, konnte aber nicht abgelegt werden:'],
  [
    'It was not sent again; the result is collected on the next start or retry.',
    'Es wurde nichts noch einmal gesendet; das Ergebnis wird beim nächsten Start oder Wiederholen geholt.',
  ],
  [
    'The studio is closing; the job goes on at the next start.',
    'Das Studio schließt; der Auftrag geht beim nächsten Start weiter.',
  ],
  ['The job was cancelled before it was sent.', 'Der Auftrag wurde abgebrochen, bevor er gesendet wurde.'],
  [
    'The studio ended while the request was being sent.',
    'Das Studio wurde beendet, während die Anfrage gesendet wurde.',
  ],
  ['There is no job "{id}".', 'Einen Auftrag „{id}“ gibt es nicht.'],
  [
    'The job is {state} and cannot be cancelled any more.',
    'Der Auftrag ist {state} und lässt sich nicht mehr abbrechen.',
  ],
  ['The job is {state} and still under way.', 'Der Auftrag ist {state} und noch unterwegs.'],
  ['The job is not {state} any more.', 'Der Auftrag ist nicht mehr {state}.'],
  [
    'The job was asked for again already and is {state}.',
    'Der Auftrag wurde schon noch einmal verlangt und ist {state}.',
  ],
  ['The job is done; its take is kept.', 'Der Auftrag ist fertig; seine Aufnahme bleibt.'],
  [
    'Change the shot or its seed to make another.',
    'Für eine weitere die Einstellung oder ihren Seed ändern.',
  ],
  ['The job has no request at the provider.', 'Der Auftrag hat keine Anfrage beim Anbieter.'],
  [
    'Sent again on request; the price of the earlier try counts as spent.',
    'Auf Wunsch noch einmal gesendet; der Preis des früheren Versuchs gilt als ausgegeben.',
  ],
  [
    'The database was damaged, and an older copy of it does not know whether this paid request was sent.',
    'Die Datenbank war beschädigt, und eine ältere Kopie weiß nicht, ob diese bezahlte Anfrage gesendet wurde.',
  ],
  ['It is not sent again by itself.', 'Sie wird nicht von selbst noch einmal gesendet.'],
  [
    'No provider "{name}" is set up; there is {list}.',
    'Ein Anbieter „{name}“ ist nicht eingerichtet; es gibt {list}.',
  ],
  ['No provider "{name}" takes a key here.', 'Ein Anbieter „{name}“ nimmt hier keinen Schlüssel an.'],
  ['This provider has nothing to test.', 'Bei diesem Anbieter gibt es nichts zu prüfen.'],
  ['The environment takes no keys.', 'Die Umgebung nimmt keine Schlüssel auf.'],
  [
    'Nothing was changed; set it before the studio starts.',
    'Es wurde nichts geändert; ihn vor dem Start des Studios setzen.',
  ],
  [
    'The key comes from the environment in which the studio was started.',
    'Der Schlüssel kommt aus der Umgebung, in der das Studio gestartet wurde.',
  ],
  [
    'Nothing was changed; take it out there and start again.',
    'Es wurde nichts geändert; ihn dort entfernen und neu starten.',
  ],
  [
    'The key could not be written to {path} ({why}).',
    'Der Schlüssel konnte nicht in {path} geschrieben werden ({why}).',
  ],
  [
    'Nothing was changed; make the folder writable, or keep the key for this session only.',
    'Es wurde nichts geändert; den Ordner beschreibbar machen oder den Schlüssel nur für diese Sitzung behalten.',
  ],
  [
    'A picture of {width} × {height} pixels cannot be drawn: both sides must be even, at least 16, and together at most those of 4096 × 2304.',
    'Ein Bild mit {width} × {height} Pixeln kann nicht gezeichnet werden: Beide Seiten müssen gerade sein, mindestens 16 und zusammen höchstens so viel wie 4096 × 2304.',
  ],
  ['Nothing was drawn; choose another height.', 'Es wurde nichts gezeichnet; eine andere Höhe wählen.'],
  ['A clip without a length cannot be drawn.', 'Ein Clip ohne Länge kann nicht gezeichnet werden.'],
  [
    'Nothing was drawn; give the shot a duration.',
    'Es wurde nichts gezeichnet; der Einstellung eine Dauer geben.',
  ],
  [
    'This drawing is not known any more, because the studio was started anew.',
    'Diese Zeichnung ist nicht mehr bekannt, weil das Studio neu gestartet wurde.',
  ],
  ['Nothing was lost; it is drawn again.', 'Es ging nichts verloren; sie wird neu gezeichnet.'],
  ['The drawing was cancelled.', 'Das Zeichnen wurde abgebrochen.'],
  [
    'A finished drawing could not be stored at {path}: {why}.',
    'Eine fertige Zeichnung konnte nicht unter {path} abgelegt werden: {why}.',
  ],
  [
    'What was stored before is untouched; make room or choose another folder.',
    'Was zuvor abgelegt war, ist unberührt; Platz schaffen oder einen anderen Ordner wählen.',
  ],
];
