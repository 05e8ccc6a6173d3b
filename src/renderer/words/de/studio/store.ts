import type { Phrase } from '../../interpret.ts';

/** The line to the studio, and the database behind it. */
export const store: readonly Phrase[] = [
  [
    'This data folder is a copy of another one, or was put back from a backup. It goes on as a device of its own, and nothing of it is lost. Paid jobs that waited in it are left to the folder it was copied from: ask for them again here if that one is gone.',
    'Dieser Datenordner ist eine Kopie eines anderen oder stammt aus einer Sicherung. Er gilt ab jetzt als eigenes Gerät, und nichts darin ist verloren. Bezahlte Aufträge, die darin warteten, bleiben dem Ordner überlassen, von dem er kopiert wurde: Geben Sie sie hier neu in Auftrag, wenn es den nicht mehr gibt.',
  ],
  ['The connection to the studio is lost.', 'Die Verbindung zum Studio ist unterbrochen.'],
  [
    'Whether the last change arrived is not known; it is looked up once the connection is back.',
    'Ob die letzte Änderung ankam, ist nicht bekannt; das klärt sich, sobald die Verbindung wieder steht.',
  ],
  ['The studio that is running does not answer.', 'Das laufende Studio antwortet nicht.'],
  [
    'The studio ended before it had opened its data (exit code {code}).',
    'Das Studio endete, bevor es seine Daten geöffnet hatte (Code {code}).',
  ],
  ['The studio ended before it answered.', 'Das Studio endete, bevor es geantwortet hatte.'],
  ['The studio is being started again.', 'Das Studio wird neu gestartet.'],
  ['The studio has not opened yet.', 'Das Studio ist noch nicht bereit.'],
  [
    'This call did not come from a page of the studio.',
    'Dieser Aufruf kam nicht von einer Seite des Studios.',
  ],
  [
    'Nothing of this change was saved: the {entity} "{id}" {why}.',
    'Von dieser Änderung wurde nichts gesichert: {entity} „{id}“ {why}.',
  ],
  ['is already there', 'gibt es schon'],
  ['is not there', 'gibt es nicht'],
  ['cannot be given another id', 'kann keine andere Kennung bekommen'],
  [
    'The {entity} "{id}" was not saved, and nothing else of this change: its field "{field}" is not valid ({why}).',
    '{entity} „{id}“ und der Rest dieser Änderung wurden nicht gesichert: Das Feld „{field}“ ist ungültig ({why}).',
  ],
  [
    '{home} is open for reading only, so nothing was saved.',
    '{home} ist nur zum Lesen geöffnet; es wurde nichts gesichert.',
  ],
  [
    'Close what has it open for writing and start again.',
    'Schließen, was den Ordner zum Schreiben geöffnet hat, und neu starten.',
  ],
  [
    'The database in {home} was not closed in order.',
    'Die Datenbank in {home} wurde nicht ordentlich geschlossen.',
  ],
  [
    'Its newest edits (at least {n}) could not be read and are lost; everything before is kept.',
    'Die neuesten Änderungen (mindestens {n}) waren nicht lesbar und sind verloren; alles davor ist erhalten.',
  ],
  [
    'Its last edit had not reached the disk whole and is not there; everything before is kept.',
    'Die letzte Änderung war nicht ganz auf der Platte und fehlt; alles davor ist erhalten.',
  ],
  [
    'A copy of the files as they were found is in {folder}.',
    'Eine Kopie der Dateien, wie sie vorgefunden wurden, liegt in {folder}.',
  ],
  [
    'The database in {home} was not closed in order, and the file with its newest edits (reelwright.db-wal) is gone.',
    'Die Datenbank in {home} wurde nicht ordentlich geschlossen, und die Datei mit den neuesten Änderungen (reelwright.db-wal) fehlt.',
  ],
  [
    'Edits made after {time} may be missing; everything before is kept.',
    'Änderungen nach {time} fehlen vielleicht; alles davor ist erhalten.',
  ],
  [
    'The database in {home} was damaged ({why}) and was opened without its log.',
    'Die Datenbank in {home} war beschädigt ({why}) und wurde ohne ihr Protokoll geöffnet.',
  ],
  [
    'The database in {home} was damaged ({why}) and was opened from the safety copy of {time}.',
    'Die Datenbank in {home} war beschädigt ({why}) und wurde aus der Sicherungskopie von {time} geöffnet.',
  ],
  [
    'The database in {home} was damaged ({why}), and there is no good safety copy.',
    'Die Datenbank in {home} war beschädigt ({why}), und es gibt keine gute Sicherungskopie.',
  ],
  ['It starts empty.', 'Sie beginnt leer.'],
  ['The database in {home} was damaged ({why}).', 'Die Datenbank in {home} war beschädigt ({why}).'],
  [
    '{read} records were read from it into a new one, and {copied} from safety copies; lost: {lost}.',
    '{read} Einträge wurden aus ihr in eine neue übernommen und {copied} aus Sicherungskopien; verloren: {lost}.',
  ],
  [
    '{read} records were read from it into a new one; lost: {lost}.',
    '{read} Einträge wurden aus ihr in eine neue übernommen; verloren: {lost}.',
  ],
  [
    '{n} bad records, what could not be reached, the undo history',
    '{n} schlechte Einträge, was nicht erreichbar war, die Schritte zum Rückgängigmachen',
  ],
  ['{n} bad records, the undo history', '{n} schlechte Einträge, die Schritte zum Rückgängigmachen'],
  [
    'what could not be reached, the undo history',
    'was nicht erreichbar war, die Schritte zum Rückgängigmachen',
  ],
  ['the undo history', 'die Schritte zum Rückgängigmachen'],
  ['the file is gone', 'die Datei fehlt'],
  ['the file is empty', 'die Datei ist leer'],
  ['its log is not its own', 'ihr Protokoll gehört nicht zu ihr'],
  ['Edits made after {time} are lost.', 'Änderungen nach {time} sind verloren.'],
  [
    'Edits made after {time} are lost: {length} of work at most.',
    'Änderungen nach {time} sind verloren: höchstens die Arbeit von {length}.',
  ],
  ['No edit was lost.', 'Es ging keine Änderung verloren.'],
  ['The damaged file is kept in {folder}.', 'Die beschädigte Datei liegt in {folder}.'],
  [
    'One record of the database in {home} could not be read.',
    'Ein Eintrag der Datenbank in {home} war nicht lesbar.',
  ],
  [
    '{n} records of the database in {home} could not be read.',
    '{n} Einträge der Datenbank in {home} waren nicht lesbar.',
  ],
  [
    'All of them were taken from safety copies, as they were then.',
    'Alle wurden aus Sicherungskopien geholt, wie sie damals waren.',
  ],
  [
    '{n} were taken from safety copies, as they were then; {lost} are lost ({list}).',
    '{n} wurden aus Sicherungskopien geholt, wie sie damals waren; {lost} sind verloren ({list}).',
  ],
  [
    'No safety copy of the database could be made.',
    'Es konnte keine Sicherungskopie der Datenbank angelegt werden.',
  ],
  [
    'The database was brought up to date for this version.',
    'Die Datenbank wurde auf den Stand dieser Version gebracht.',
  ],
  ['The one before is kept as {path}.', 'Die vorige liegt in {path}.'],
  [
    'The data in {home} could not be brought up to date for this version.',
    'Die Daten in {home} konnten nicht auf den Stand dieser Version gebracht werden.',
  ],
  [
    'Nothing was changed, and a copy is kept as {path}.',
    'Es wurde nichts geändert, und eine Kopie liegt in {path}.',
  ],
  ['Use the version before, and report this.', 'Die vorige Version verwenden und dies melden.'],
  [
    'The drive that holds {home} is full: nothing more can be saved there.',
    'Das Laufwerk mit {home} ist voll: Dort lässt sich nichts mehr sichern.',
  ],
  [
    '{home} cannot be written to, so nothing was saved.',
    'In {home} kann nicht geschrieben werden; es wurde nichts gesichert.',
  ],
  ['What is stored there is unchanged.', 'Was dort liegt, ist unverändert.'],
  [
    'Make the folder writable, or choose another data folder with --home.',
    'Den Ordner beschreibbar machen oder mit --home einen anderen Datenordner wählen.',
  ],
  [
    '{home} may not be opened by this user, so nothing was read or saved.',
    '{home} darf von diesem Benutzer nicht geöffnet werden; es wurde nichts gelesen oder gesichert.',
  ],
  [
    'Change its permissions, or choose another data folder with --home.',
    'Die Rechte ändern oder mit --home einen anderen Datenordner wählen.',
  ],
  ['{home} cannot be used as a data folder ({why}).', '{home} ist als Datenordner nicht brauchbar ({why}).'],
  ['The database in {home} is damaged.', 'Die Datenbank in {home} ist beschädigt.'],
  [
    'Close Reelwright and start it again: it will open the newest good copy and say what was lost.',
    'Reelwright schließen und neu starten: Es öffnet die neueste gute Kopie und sagt, was verloren ist.',
  ],
  [
    'Another program is using the database in {home}, so the last change was not saved.',
    'Ein anderes Programm verwendet die Datenbank in {home}; die letzte Änderung wurde nicht gesichert.',
  ],
  ['Close that program and try again.', 'Dieses Programm schließen und noch einmal versuchen.'],
  [
    'The drive that holds {home} could not be read or written.',
    'Das Laufwerk mit {home} konnte nicht gelesen oder beschrieben werden.',
  ],
  [
    'The database in {home} could not be used: {why}.',
    'Die Datenbank in {home} war nicht zu verwenden: {why}.',
  ],
  [
    'The database in {home} gave up the change that was being made, so nothing of it was saved.',
    'Die Datenbank in {home} hat die laufende Änderung verworfen; nichts davon wurde gesichert.',
  ],
  [
    'What came from the other devices was not merged: the {entity} "{id}" is not valid in this version. Everything here is as it was. Update the studio, or report this.',
    'Was von den anderen Geräten kam, wurde nicht übernommen: {entity} „{id}“ ist in dieser Version nicht gültig. Hier ist alles, wie es war. Aktualisieren Sie das Studio, oder melden Sie es.',
  ],
];
