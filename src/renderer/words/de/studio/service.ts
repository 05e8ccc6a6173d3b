import type { Phrase } from '../../interpret.ts';

/** What the sync service itself says, and its database. */
export const service: readonly Phrase[] = [
  [
    'The service failed at this. Nothing of it was kept. Its people find the reason by the request id.',
    'Dem Dienst ist das misslungen. Nichts davon wurde behalten. Wer ihn betreibt, findet den Grund über die Kennung der Anfrage.',
  ],
  ['There is nothing at this address.', 'Unter dieser Adresse ist nichts.'],
  [
    'That is more than one person may ask at once. Nothing of it was done. Try again in a moment.',
    'Das ist mehr, als eine Person auf einmal fragen darf. Nichts davon wurde getan. Versuchen Sie es gleich noch einmal.',
  ],
  [
    'The service cannot read this call: its body is no JSON.',
    'Der Dienst kann diesen Aufruf nicht lesen: Sein Inhalt ist kein JSON.',
  ],
  [
    'The service cannot read this call: {place}: {why}.',
    'Der Dienst kann diesen Aufruf nicht lesen: {place}: {why}.',
  ],
  [
    'That is more than the service takes at once. Nothing was kept. Send smaller batches.',
    'Das ist mehr, als der Dienst auf einmal annimmt. Nichts wurde behalten. Senden Sie kleinere Stapel.',
  ],
  [
    'Only an owner of the organisation that you work in sees its members here.',
    'Nur wem die Organisation gehört, für die Sie arbeiten, sieht hier ihre Mitglieder.',
  ],
  [
    'The account service does not answer at the moment. Try again soon.',
    'Der Kontodienst antwortet gerade nicht. Versuchen Sie es bald noch einmal.',
  ],
  [
    'The service cannot check at the moment who asks, because the account service does not answer it. Nothing was changed. Try again soon.',
    'Der Dienst kann gerade nicht prüfen, wer fragt, weil ihm der Kontodienst nicht antwortet. Es wurde nichts geändert. Versuchen Sie es bald noch einmal.',
  ],
  [
    'The service does not know who asks. Sign in again to go on.',
    'Der Dienst weiß nicht, wer fragt. Melden Sie sich wieder an, dann geht es weiter.',
  ],
  [
    'This session was signed out. Sign in again to go on.',
    'Diese Sitzung wurde abgemeldet. Melden Sie sich wieder an, dann geht es weiter.',
  ],
  [
    'The service is busy. Nothing was changed. Try again in a moment.',
    'Der Dienst ist ausgelastet. Es wurde nichts geändert. Versuchen Sie es gleich noch einmal.',
  ],
  [
    'The database does not answer at the moment. What was sent may have been kept; send it again.',
    'Die Datenbank antwortet gerade nicht. Was gesendet wurde, ist vielleicht angekommen; senden Sie es noch einmal.',
  ],
  ['The connection to the database broke.', 'Die Verbindung zur Datenbank brach ab.'],
  [
    'The database does not offer an encrypted connection.',
    'Die Datenbank bietet keine verschlüsselte Verbindung an.',
  ],
  [
    'The service has no such conversion, or its project is not shared with you.',
    'Der Dienst hat keine solche Erzeugung, oder ihr Projekt ist nicht mit Ihnen geteilt.',
  ],
  [
    'The database was written by a newer version. Nothing was changed. Update this program to use it.',
    'Die Datenbank wurde von einer neueren Version geschrieben. Es wurde nichts geändert. Aktualisieren Sie dieses Programm, um sie zu nutzen.',
  ],
  [
    'The service has no such project, or it is not shared with you.',
    'Der Dienst hat kein solches Projekt, oder es ist nicht mit Ihnen geteilt.',
  ],
  [
    'You may look at this project, not change it. Nothing was taken over.',
    'Sie dürfen dieses Projekt ansehen, nicht ändern. Es wurde nichts übernommen.',
  ],
  [
    'This plan holds {n} projects, and there are as many. The project is kept here and goes on without the service. Remove one from the service, or change the plan.',
    'Dieser Tarif fasst {n} Projekte, und so viele sind es. Das Projekt bleibt hier und läuft ohne den Dienst weiter. Entfernen Sie eines vom Dienst oder wechseln Sie den Tarif.',
  ],
  [
    'The project cannot be kept there: it is not yours, or not of the organisation that you work in now.',
    'Das Projekt kann dort nicht liegen: Es gehört nicht Ihnen oder nicht der Organisation, für die Sie gerade arbeiten.',
  ],
  [
    "The service knows this device's batches up to {n} only. Everything is compared anew, and what is missing is sent again.",
    'Der Dienst kennt die Stapel dieses Geräts nur bis {n}. Alles wird neu verglichen, und was fehlt, wird noch einmal gesendet.',
  ],
  [
    'Another copy of this data folder has sent a batch of this number. Nothing of this one was taken over; it is sent again as a device of its own.',
    'Eine andere Kopie dieses Datenordners hat einen Stapel mit dieser Nummer gesendet. Von diesem wurde nichts übernommen; er wird als eigenes Gerät noch einmal gesendet.',
  ],
  [
    'This project was changed by a newer version of Reelwright. Everything is kept here, and nothing was sent. Update Reelwright to send it.',
    'Dieses Projekt wurde von einer neueren Version von Reelwright geändert. Alles bleibt hier, und nichts wurde gesendet. Aktualisieren Sie Reelwright, um es zu senden.',
  ],
  [
    'The clock of this device is more than five minutes ahead. Nothing was taken over; it is sent again with the corrected time.',
    'Die Uhr dieses Geräts geht mehr als fünf Minuten vor. Es wurde nichts übernommen; es wird mit der berichtigten Zeit noch einmal gesendet.',
  ],
  [
    'The database refuses the name or the password of its connection string. Everything is saved on this computer. Set the connection string again.',
    'Die Datenbank lehnt Namen oder Passwort ihrer Verbindungszeile ab. Alles ist auf diesem Computer gespeichert. Tragen Sie die Verbindungszeile neu ein.',
  ],
  [
    'The database cannot be used for sync: it refused to keep its tables or its rows. Everything is saved on this computer. Its role must be allowed to make tables and roles.',
    'Die Datenbank taugt nicht für den Abgleich: Sie wollte ihre Tabellen oder Zeilen nicht behalten. Alles ist auf diesem Computer gespeichert. Ihre Rolle muss Tabellen und Rollen anlegen dürfen.',
  ],
  [
    'The studio stopped asking its database. Everything is saved on this computer.',
    'Das Studio fragt seine Datenbank nicht mehr. Alles ist auf diesem Computer gespeichert.',
  ],
  [
    'The service does not have all that this device has seen. Nothing was taken over. Everything is compared anew, and what is missing is sent again.',
    'Der Dienst hat nicht alles, was dieses Gerät schon gesehen hat. Es wurde nichts übernommen. Alles wird neu verglichen, und was fehlt, wird noch einmal gesendet.',
  ],
  [
    'The storage has not kept what was sent of the file. Send it again.',
    'Der Speicher hat nicht behalten, was von der Datei gesendet wurde. Senden Sie sie noch einmal.',
  ],
  [
    "The service's clock is wrong, so its storage lets nothing through. Nothing was lost. Its people must set the clock.",
    'Die Uhr des Dienstes geht falsch, deshalb lässt sein Speicher nichts durch. Es ging nichts verloren. Wer ihn betreibt, muss die Uhr stellen.',
  ],
  [
    'The service took nothing of this batch: the field "{field}" of the {entity} "{id}" is missing, or holds what it may not. Everything is kept here. Update the studio, or report this.',
    'Der Dienst hat von dieser Sendung nichts übernommen: Das Feld „{field}“ von {entity} „{id}“ fehlt oder enthält, was es nicht darf. Hier ist alles erhalten. Aktualisieren Sie das Studio, oder melden Sie es.',
  ],
  [
    'The film that came is not the one that was announced, or no MP4. Links show what they showed before.',
    'Der Film, der ankam, ist nicht der angekündigte oder kein MP4. Links zeigen, was sie vorher zeigten.',
  ],
  [
    'Files that the storage did not remove just now (filesLeft) are removed as soon as it answers; until then their names are kept, and nothing else of them.',
    'Dateien, die der Speicher gerade nicht entfernt hat (filesLeft), werden entfernt, sobald er antwortet; bis dahin bleiben ihre Namen, und sonst nichts von ihnen.',
  ],
];
