import type { Phrase } from '../../interpret.ts';

/** Why a story could not be read, or a file not be taken in. */
export const stories: readonly Phrase[] = [
  [
    'Nothing was imported, and what was stored before is unchanged.',
    'Es wurde nichts importiert, und was zuvor gesichert war, ist unverändert.',
  ],
  ['"{name}" holds no words.', '„{name}“ enthält keine Wörter.'],
  ['"{name}" holds nothing but white space.', '„{name}“ enthält nur Leerraum.'],
  ['"{name}" is empty.', '„{name}“ ist leer.'],
  ['{name} is empty.', '{name} ist leer.'],
  ['Choose a file with a story in it.', 'Eine Datei wählen, in der eine Geschichte steht.'],
  [
    '"{name}" is {what}, which cannot be read as a story.',
    '„{name}“ ist {what} und lässt sich nicht als Geschichte lesen.',
  ],
  [
    'Export it as {kinds} and import that.',
    'Die Geschichte als {kinds} ausgeben und diese Datei importieren.',
  ],
  ['Choose a {kinds} file.', 'Eine Datei der Art {kinds} wählen.'],
  ['Give the path of a {kinds} file.', 'Den Pfad einer Datei der Art {kinds} angeben.'],
  [
    'Fountain (.fountain), Final Draft (.fdx), Word (.docx), EPUB (.epub), PDF (.pdf), Markdown (.md) or plain text (.txt)',
    'Fountain (.fountain), Final Draft (.fdx), Word (.docx), EPUB (.epub), PDF (.pdf), Markdown (.md) oder reiner Text (.txt)',
  ],
  [
    'Save it as UTF-8 in a text editor and import it again.',
    'Sie in einem Texteditor als UTF-8 sichern und noch einmal importieren.',
  ],
  [
    '"{name}" is {size} MB; a story may have up to {most} MB.',
    '„{name}“ hat {size} MB; eine Geschichte darf bis zu {most} MB haben.',
  ],
  ['Split it into parts and import these.', 'Sie in Teile zerlegen und diese importieren.'],
  ['"{name}" is {what}.', '„{name}“ ist {what}.'],
  [
    'There is no file "{name}" at the path given.',
    'Unter dem angegebenen Pfad gibt es keine Datei „{name}“.',
  ],
  ['Check the path and try again.', 'Den Pfad prüfen und noch einmal versuchen.'],
  ['"{name}" may not be read by this user.', '„{name}“ darf von diesem Benutzer nicht gelesen werden.'],
  ['Change its permissions and try again.', 'Die Rechte ändern und noch einmal versuchen.'],
  ['"{name}" could not be read ({why}).', '„{name}“ konnte nicht gelesen werden ({why}).'],
  ['"{name}" is in UTF-32, which cannot be read.', '„{name}“ ist in UTF-32, das nicht gelesen werden kann.'],
  [
    '"{name}" is marked as {encoding} but holds bytes that are not.',
    '„{name}“ ist als {encoding} gekennzeichnet, enthält aber anderes.',
  ],
  [
    '"{name}" is in an encoding that is not UTF-8, UTF-16 or Windows-1252.',
    '„{name}“ ist weder in UTF-8 noch in UTF-16 oder Windows-1252 geschrieben.',
  ],
  ['"{name}" is not text but binary data.', '„{name}“ ist kein Text, sondern enthält Binärdaten.'],
  [
    '"{name}" is a {kind} document, which this studio has no reader for.',
    '„{name}“ ist ein Dokument der Art {kind}, die dieses Studio nicht liest.',
  ],
  [
    '"{name}" is XML but no Final Draft script: it begins with <{element}> at line {line}.',
    '„{name}“ ist XML, aber kein Drehbuch von Final Draft: Es beginnt in Zeile {line} mit <{element}>.',
  ],
  [
    '"{name}" is not well-formed at line {line} ({why}).',
    '„{name}“ ist in Zeile {line} nicht wohlgeformt ({why}).',
  ],
  [
    '"{name}" declares a document type at line {line}, which could load or multiply other content.',
    '„{name}“ vereinbart in Zeile {line} einen Dokumenttyp, der fremde Inhalte laden oder vervielfachen könnte.',
  ],
  [
    'Open it in Final Draft, save it again and import that.',
    'Sie in Final Draft öffnen, neu sichern und das importieren.',
  ],
  [
    '"{name}" could not be read: it is probably damaged.',
    '„{name}“ konnte nicht gelesen werden: Sie ist wahrscheinlich beschädigt.',
  ],
  ['"{name}" is damaged: it cannot be unpacked.', '„{name}“ ist beschädigt: Sie lässt sich nicht entpacken.'],
  [
    '"{name}" is damaged: it cannot be read as a Word document.',
    '„{name}“ ist beschädigt: Sie lässt sich nicht als Word-Dokument lesen.',
  ],
  [
    '"{name}" is damaged: it cannot be read as a PDF.',
    '„{name}“ ist beschädigt: Sie lässt sich nicht als PDF lesen.',
  ],
  [
    '"{name}" is damaged: its {what} cannot be read.',
    '„{name}“ ist beschädigt: {what} darin lässt sich nicht lesen.',
  ],
  ['"{name}" is damaged: its {what} is missing.', '„{name}“ ist beschädigt: {what} darin fehlt.'],
  [
    '"{name}" declares entities in its {what}, which could load or multiply other content.',
    '„{name}“ vereinbart Entitäten ({what}), die fremde Inhalte laden oder vervielfachen könnten.',
  ],
  ['"{name}" is protected by a password.', '„{name}“ ist durch ein Passwort geschützt.'],
  [
    '"{name}" is protected against copying, so its words cannot be read.',
    '„{name}“ ist gegen Kopieren geschützt; die Wörter lassen sich nicht lesen.',
  ],
  [
    '"{name}" holds pictures of pages and no text, as a scanner makes them.',
    '„{name}“ enthält Bilder von Seiten und keinen Text, wie ein Scanner sie macht.',
  ],
  [
    '"{name}" has {pages} pages; a story may have up to {most}.',
    '„{name}“ hat {pages} Seiten; eine Geschichte darf bis zu {most} haben.',
  ],
  ['"{name}" holds more text than any story has.', '„{name}“ enthält mehr Text, als eine Geschichte hat.'],
  [
    '"{name}" takes longer than {seconds} seconds to read.',
    '„{name}“ braucht länger als {seconds} Sekunden zum Lesen.',
  ],
  [
    '"{name}" takes more memory to read than a story needs.',
    '„{name}“ braucht zum Lesen mehr Speicher, als eine Geschichte nötig hat.',
  ],
  [
    '"{name}" unfolds to more than {most} MB of text, which no story needs.',
    '„{name}“ entfaltet sich auf mehr als {most} MB Text, die keine Geschichte braucht.',
  ],
  [
    'Save it again where it was written and import that.',
    'Sie dort, wo sie geschrieben wurde, neu sichern und das importieren.',
  ],
  [
    'Save it again where it was written, or split it into parts.',
    'Sie dort, wo sie geschrieben wurde, neu sichern oder in Teile zerlegen.',
  ],
  [
    'Export it again where it was written, or split it into parts.',
    'Sie dort, wo sie geschrieben wurde, neu ausgeben oder in Teile zerlegen.',
  ],
  [
    'Export it again where it was written, or use another format.',
    'Sie dort, wo sie geschrieben wurde, neu ausgeben oder ein anderes Format nehmen.',
  ],
  [
    'Open it in the program that wrote it, save it again as a Word document and import that.',
    'Sie in dem Programm, das sie geschrieben hat, öffnen, neu als Word-Dokument sichern und das importieren.',
  ],
  [
    'Make it again with the program that wrote it and import that.',
    'Sie mit dem Programm, das sie gemacht hat, neu machen und das importieren.',
  ],
  ['Use a copy without protection.', 'Eine Kopie ohne Schutz verwenden.'],
  ['Save it without one and import that.', 'Sie ohne Passwort sichern und das importieren.'],
  [
    'Have its text recognised first (OCR), or use the file it was printed from.',
    'Zuerst den Text erkennen lassen (OCR) oder die Datei nehmen, aus der sie gedruckt wurde.',
  ],
  ['Reading the document was cancelled.', 'Das Lesen des Dokuments wurde abgebrochen.'],
  ['table of contents', 'das Inhaltsverzeichnis'],
  ['list of chapters', 'die Liste der Kapitel'],
  ['chapters', 'Kapitel'],
  ['a PDF', 'ein PDF'],
  ['a rich text (RTF) document', 'ein RTF-Dokument'],
  [
    'a packed document (such as of Pages, Fade In or Highland)',
    'ein gepacktes Dokument (etwa von Pages, Fade In oder Highland)',
  ],
  ['an old Word document', 'ein altes Word-Dokument'],
  ['a compressed file', 'eine gepackte Datei'],
  ['a picture', 'ein Bild'],
  ['a media file', 'eine Mediendatei'],
  ['a sound file', 'eine Tondatei'],
  ['a video', 'ein Video'],
  ['a program', 'ein Programm'],
  ['a database', 'eine Datenbank'],
  [
    'From here the studio reads only files that were sent to it, and writes only to its folder for films.',
    'Von hier aus liest das Studio nur Dateien, die ihm geschickt wurden, und schreibt nur in seinen Ordner für Filme.',
  ],
  [
    'Choose the file again, or give a file name for the film.',
    'Die Datei noch einmal wählen oder einen Dateinamen für den Film angeben.',
  ],
  ['The uploaded file did not arrive.', 'Die gesendete Datei ist nicht angekommen.'],
  [
    'The uploaded file is not here any more: the studio was started again, or it was used already.',
    'Die gesendete Datei ist nicht mehr da: Das Studio wurde neu gestartet, oder sie wurde schon verwendet.',
  ],
  [
    '"{name}" is larger than {most} MB, which is the most that can be brought in at once.',
    '„{name}“ ist größer als {most} MB; mehr lässt sich auf einmal nicht aufnehmen.',
  ],
  ['Cut it into parts first.', 'Die Datei zuerst in Teile zerlegen.'],
  ['"{name}" did not arrive whole.', '„{name}“ ist nicht vollständig angekommen.'],
  ['The studio did not take "{name}" ({why}).', 'Das Studio hat „{name}“ nicht angenommen ({why}).'],
  [
    '"{name}" cannot be read: it is a folder, or it was moved, or this computer does not allow it.',
    '„{name}“ kann nicht gelesen werden: Es ist ein Ordner, wurde verschoben, oder dieser Computer erlaubt es nicht.',
  ],
  ['The upload does not say its name.', 'Der gesendeten Datei fehlt ihr Name.'],
];
