import type { Phrase } from '../../interpret.ts';

/** Of the sync of projects between devices. */
export const sync: readonly Phrase[] = [
  [
    '"{title}" is not kept the same on your devices at the moment.',
    '„{title}“ wird auf Ihren Geräten zurzeit nicht gleich gehalten.',
  ],
  [
    'This was decided already. Nothing was changed.',
    'Das wurde schon entschieden. Es wurde nichts geändert.',
  ],
  [
    'What this is about {what}. Nothing was changed. Keep it as it is.',
    'Worum es geht, {what}. Es wurde nichts geändert. Lassen Sie es, wie es ist.',
  ],
  ['was deleted since', 'wurde inzwischen gelöscht'],
  ['is there again already', 'ist schon wieder da'],
  [
    'Only text can be kept in both versions. Nothing was changed. Choose one.',
    'Nur Text kann in beiden Fassungen bleiben. Es wurde nichts geändert. Wählen Sie eine.',
  ],
  [
    'There is no such conflict in this project any more. Nothing was changed.',
    'Diesen Konflikt gibt es in diesem Projekt nicht mehr. Es wurde nichts geändert.',
  ],
  [
    '{variable} is "{text}", but a sync service has an address such as https://sync.example.org. Projects are kept on this computer only. Correct or remove it.',
    '{variable} ist „{text}“, aber ein Sync-Dienst hat eine Adresse wie https://sync.example.org. Projekte bleiben nur auf diesem Computer. Berichtigen oder entfernen Sie sie.',
  ],
  [
    'The sync service could not be reached: {why}. Everything is saved on this computer, and it is tried again.',
    'Der Sync-Dienst war nicht zu erreichen: {why}. Alles ist auf diesem Computer gespeichert, und es wird wieder versucht.',
  ],
  [
    'The line to the sync service broke: {why}. Everything is saved on this computer, and it is tried again.',
    'Die Verbindung zum Sync-Dienst brach ab: {why}. Alles ist auf diesem Computer gespeichert, und es wird wieder versucht.',
  ],
  [
    'Something else answered in place of the sync service, such as the sign-in page of a network. Everything is saved on this computer, and it is tried again.',
    'Etwas anderes hat anstelle des Sync-Dienstes geantwortet, etwa die Anmeldeseite eines Netzes. Alles ist auf diesem Computer gespeichert, und es wird wieder versucht.',
  ],
  [
    'The sync service gave an answer that this version cannot read. Everything is saved on this computer. Update the studio.',
    'Der Sync-Dienst gab eine Antwort, die diese Version nicht lesen kann. Alles ist auf diesem Computer gespeichert. Aktualisieren Sie das Studio.',
  ],
  [
    'Nobody is signed in, so nothing is sent or received. Everything is saved on this computer. Sign in to go on.',
    'Niemand ist angemeldet, also wird nichts gesendet oder empfangen. Alles ist auf diesem Computer gespeichert. Melden Sie sich an, dann geht es weiter.',
  ],
  [
    'The account cannot be reached, so nothing is sent or received for now. Everything is saved on this computer, and it is tried again.',
    'Das Konto ist nicht zu erreichen, also wird vorerst nichts gesendet oder empfangen. Alles ist auf diesem Computer gespeichert, und es wird wieder versucht.',
  ],
  [
    'The line to the storage of the files broke: {why}. What has arrived stays, and it goes on from there.',
    'Die Verbindung zum Speicher der Dateien brach ab: {why}. Was angekommen ist, bleibt, und von dort geht es weiter.',
  ],
  [
    'The storage of the files is busy. What has arrived stays, and it goes on from there.',
    'Der Speicher der Dateien ist ausgelastet. Was angekommen ist, bleibt, und von dort geht es weiter.',
  ],
  [
    'The storage of the files refused what the sync service had agreed to (HTTP {status}). The file is kept here, and it is tried again.',
    'Der Speicher der Dateien lehnte ab, was der Sync-Dienst zugesagt hatte (HTTP {status}). Die Datei bleibt hier, und es wird wieder versucht.',
  ],
  [
    'The sync service named an address for files that is not encrypted. Nothing was sent there.',
    'Der Sync-Dienst nannte für Dateien eine Adresse, die nicht verschlüsselt ist. Es wurde nichts dorthin gesendet.',
  ],
  [
    'A file of the library could not be read for sending: {why}. Nothing of it was changed.',
    'Eine Datei der Mediathek konnte zum Senden nicht gelesen werden: {why}. An ihr wurde nichts geändert.',
  ],
  [
    '{name} came from the storage with other bytes than it had, so it was not taken in. Send it again from a device that has it.',
    '{name} kam mit anderen Bytes aus dem Speicher, als es hatte, und wurde deshalb nicht aufgenommen. Senden Sie es noch einmal von einem Gerät, das es hat.',
  ],
  ['The service has no such file of this project.', 'Der Dienst hat keine solche Datei dieses Projekts.'],
  [
    'The plan holds no more files. The file is kept where it is, and edits go on as before. Free some room at the service, or change the plan.',
    'Der Tarif fasst keine weiteren Dateien. Die Datei bleibt, wo sie ist, und Änderungen gehen weiter wie bisher. Schaffen Sie beim Dienst Platz, oder wechseln Sie den Tarif.',
  ],
  [
    'The storage of the service does not answer at the moment. Nothing was lost. Try again in a moment.',
    'Der Speicher des Dienstes antwortet gerade nicht. Es ging nichts verloren. Versuchen Sie es gleich noch einmal.',
  ],
  [
    'The file has not arrived whole. What has arrived is kept; send the rest.',
    'Die Datei ist nicht ganz angekommen. Was angekommen ist, bleibt; senden Sie den Rest.',
  ],
  [
    'What arrived is not the file that was announced, so it was removed. The file is kept where it is; send it again.',
    'Was ankam, ist nicht die angekündigte Datei, und wurde deshalb entfernt. Die Datei bleibt, wo sie ist; senden Sie sie noch einmal.',
  ],
  [
    'This service keeps no files. Edits go on; files stay on their devices.',
    'Dieser Dienst bewahrt keine Dateien auf. Änderungen gehen weiter; Dateien bleiben auf ihren Geräten.',
  ],
  [
    'This film has no such file any more. Nothing was changed.',
    'Diese Datei gibt es in diesem Film nicht mehr. Es wurde nichts geändert.',
  ],
  [
    'The sync service is busy. Everything is saved on this computer, and it is tried again.',
    'Der Sync-Dienst ist ausgelastet. Alles ist auf diesem Computer gespeichert, und es wird wieder versucht.',
  ],
  [
    'The sync service takes no batch of this size. A smaller one is sent.',
    'Der Sync-Dienst nimmt keinen Stapel dieser Größe an. Ein kleinerer wird gesendet.',
  ],
  [
    'The sync service gave an answer that contradicts an earlier one. Everything is saved on this computer, and it is tried again.',
    'Der Sync-Dienst gab eine Antwort, die einer früheren widerspricht. Alles ist auf diesem Computer gespeichert, und es wird wieder versucht.',
  ],
  [
    'You may look at this project and not change it, so nothing was saved. Ask its owner to make you an editor, or duplicate the project.',
    'Sie dürfen dieses Projekt ansehen und nicht ändern, also wurde nichts gespeichert. Bitten Sie den Eigentümer, Sie mitarbeiten zu lassen, oder duplizieren Sie das Projekt.',
  ],
  [
    'No sync service is set, so projects stay on this computer. Nothing was changed.',
    'Es ist kein Sync-Dienst eingestellt, also bleiben Projekte auf diesem Computer. Es wurde nichts geändert.',
  ],
  [
    'Your account sees no project "{projectId}" any more. Nothing was changed.',
    'Ihr Konto sieht kein Projekt „{projectId}“ mehr. Es wurde nichts geändert.',
  ],
  [
    'This project is kept on this computer only. Turn sync on for it first.',
    'Dieses Projekt bleibt nur auf diesem Computer. Schalten Sie zuerst den Abgleich ein.',
  ],
  [
    'Another device asked for this and sends it. Nothing was changed. Take it back on that device.',
    'Ein anderes Gerät hat das angefordert und sendet es. Es wurde nichts geändert. Nehmen Sie es auf jenem Gerät zurück.',
  ],
  ['The studio stopped asking its database.', 'Das Studio fragt seine Datenbank nicht mehr.'],
  [
    'The database refuses the name or the password of its connection string.',
    'Die Datenbank weist den Namen oder das Passwort ihrer Verbindungszeile zurück.',
  ],
  [
    'The connection to the database is not safe: it is not encrypted, or nobody vouches for the certificate of this address. Nothing was sent, and everything is saved on this computer. Check the address and its certificate.',
    'Die Verbindung zur Datenbank ist nicht sicher: Sie ist nicht verschlüsselt, oder niemand bürgt für das Zertifikat dieser Adresse. Es wurde nichts gesendet, und alles ist auf diesem Computer gespeichert. Prüfen Sie die Adresse und ihr Zertifikat.',
  ],
  [
    'The film was removed from the service, or is not shared with you any more. Everything is kept on this computer, and goes on being saved here. Its owner can bring it back for thirty days.',
    'Der Film wurde vom Dienst entfernt oder wird nicht mehr mit Ihnen geteilt. Auf diesem Computer bleibt alles und wird weiter hier gesichert. Wem er gehört, kann ihn dreißig Tage lang zurückholen.',
  ],
  ['Set the connection string again.', 'Die Verbindungszeile neu setzen.'],
  [
    'The database cannot be used for sync: it refused to keep its tables or its rows.',
    'Die Datenbank kann nicht zum Abgleichen dienen: Sie hat ihre Tabellen oder Zeilen nicht angenommen.',
  ],
  [
    'Its role must be allowed to make tables and roles.',
    'Ihre Rolle muss Tabellen und Rollen anlegen dürfen.',
  ],
  [
    'This is no connection string of a PostgreSQL database.',
    'Das ist keine Verbindungszeile einer PostgreSQL-Datenbank.',
  ],
  [
    'Copy it from Neon: it begins with postgresql:// and names a host.',
    'Kopieren Sie sie aus Neon: Sie beginnt mit postgresql:// und nennt einen Server.',
  ],
  [
    'Projects are kept the same over the present place: {count}.',
    'Projekte werden über den jetzigen Ort gleich gehalten: {count}.',
  ],
  [
    'Turn sync off for them first; they stay here and there as they are.',
    'Schalten Sie zuerst ihren Abgleich aus; sie bleiben hier und dort, wie sie sind.',
  ],
];
