import type { Phrase } from '../../interpret.ts';

/** Of links that show a film, and of an account's data. */
export const sharing: readonly Phrase[] = [
  ['Comments by this link are closed.', 'Kommentare sind bei diesem Link geschlossen.'],
  ['Waits for the cut that is being published.', 'Wartet auf den Schnitt, der gerade veröffentlicht wird.'],
  ['Links show what they showed before.', 'Links zeigen, was sie vorher zeigten.'],
  [
    'The studio was closed before the cut was published.',
    'Das Studio wurde geschlossen, bevor der Schnitt veröffentlicht war.',
  ],
  [
    'Links show what they showed before; it goes on at the next start.',
    'Links zeigen, was sie vorher zeigten; es geht beim nächsten Start weiter.',
  ],
  ['Writing the film, frame by frame.', 'Der Film wird geschrieben, Bild für Bild.'],
  ['Sending the film, in per cent.', 'Der Film wird gesendet, in Prozent.'],
  [
    'There is no line to the service. It goes on where it was when there is one.',
    'Es gibt keine Verbindung zum Dienst. Es geht weiter, wo es war, sobald es eine gibt.',
  ],
  [
    'All links of "{title}" show its cut as it is now.',
    'Alle Links von „{title}“ zeigen den Schnitt, wie er jetzt ist.',
  ],
  [
    'This studio was started without a sync service, so there is nowhere to share a film.',
    'Dieses Studio wurde ohne Synchronisationsdienst gestartet. Es gibt keinen Ort, an dem ein Film geteilt werden könnte.',
  ],
  [
    'The studio ended more than once while a cut was being published.',
    'Das Studio endete mehr als einmal, während ein Schnitt veröffentlicht wurde.',
  ],
  ['"{name}" commented on the cut of "{title}".', '„{name}“ hat den Schnitt von „{title}“ kommentiert.'],
  [
    'There are {count} new comments on the cut of "{title}".',
    'Zum Schnitt von „{title}“ gibt es {count} neue Kommentare.',
  ],
  ['There is no such comment any more.', 'Diesen Kommentar gibt es nicht mehr.'],
  [
    'This film has as many comments as the service keeps. Nothing was added.',
    'Zu diesem Film gibt es so viele Kommentare, wie der Dienst aufbewahrt. Es kam nichts hinzu.',
  ],
  ['The project has no such link.', 'Das Projekt hat keinen solchen Link.'],
  [
    'The link is not right, has run out, or was taken back. Ask whoever sent it for a new one.',
    'Der Link stimmt nicht, ist abgelaufen oder wurde zurückgezogen. Bitten Sie um einen neuen, wer ihn geschickt hat.',
  ],
  [
    'This plan shares films of up to {n} GB. Nothing was sent. Choose a smaller format, or change the plan.',
    'Dieser Tarif teilt Filme bis {n} GB. Es wurde nichts gesendet. Wählen Sie ein kleineres Format oder wechseln Sie den Tarif.',
  ],
  [
    'The film that came is not the one that was announced, or no MP4. It was thrown away. Send it again.',
    'Der Film, der ankam, ist nicht der angekündigte oder kein MP4. Er wurde verworfen. Senden Sie ihn noch einmal.',
  ],
  [
    'The service did not keep what was sent of the film. Links show what they showed before. Try again.',
    'Der Dienst hat nicht behalten, was vom Film gesendet wurde. Links zeigen, was sie vorher zeigten. Versuchen Sie es noch einmal.',
  ],
  [
    'This studio was started without a sync service, so there is nowhere to share a film. Nothing was changed.',
    'Dieses Studio wurde ohne Sync-Dienst gestartet, also kann ein Film nirgends geteilt werden. Es wurde nichts geändert.',
  ],
  [
    'That was tried too often. Wait a moment, then try again.',
    'Das wurde zu oft versucht. Warten Sie einen Moment und versuchen Sie es dann noch einmal.',
  ],
  [
    'Projects of organisations, what you wrote in them, and their audit list stay with the organisation until its owner deletes them.',
    'Projekte von Organisationen, was Sie darin geschrieben haben, und deren Protokoll bleiben bei der Organisation, bis sie dort gelöscht werden.',
  ],
  [
    'The id of this session is kept for a day, so that its last token is refused.',
    'Die Kennung dieser Sitzung bleibt einen Tag lang, damit ihr letzter Token abgelehnt wird.',
  ],
  [
    'Backups of the database hold what was deleted for as long as whoever runs the service keeps them.',
    'Sicherungen der Datenbank enthalten das Gelöschte, solange sie aufbewahrt werden.',
  ],
  [
    'Your sign-in itself (name, address, password) is deleted at the account service, not here.',
    'Ihre Anmeldung selbst (Name, Adresse, Passwort) wird beim Kontodienst gelöscht, nicht hier.',
  ],
  ['What is on your devices stays there.', 'Was auf Ihren Geräten ist, bleibt dort.'],
];
