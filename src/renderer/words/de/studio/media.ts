import type { Phrase } from '../../interpret.ts';

/** What is wrong with a media file, with the library that keeps them, or with a disk that they should go to. */
export const media: readonly Phrase[] = [
  [
    '{file} is another file than {name} was: its bytes differ.',
    '{file} ist eine andere Datei, als {name} es war: Die Bytes unterscheiden sich.',
  ],
  [
    'Nothing was changed; it can be used as a take of its own.',
    'Nichts wurde geändert; sie kann als eigener Take verwendet werden.',
  ],
  [
    'Files that have come are here; what has come of the others is kept for the next time.',
    'Dateien, die gekommen sind, sind hier; was von den anderen gekommen ist, bleibt für das nächste Mal.',
  ],
  ['{n} of {all} files came. {name}: {why}', '{n} von {all} Dateien sind gekommen. {name}: {why}'],
  [
    'A database of your own keeps no files, so there is nowhere to fetch this from.',
    'Eine eigene Datenbank bewahrt keine Dateien auf, also gibt es nichts, woher sie geholt werden könnte.',
  ],
  ['Copy it from the computer that has it.', 'Kopieren Sie sie von dem Computer, der sie hat.'],
  ['Fetching was cancelled.', 'Das Holen wurde abgebrochen.'],
  ['What has come is kept for the next time.', 'Was gekommen ist, bleibt für das nächste Mal.'],
  ['The library has no file {id}.', 'Die Mediathek hat keine Datei {id}.'],
  ['The library does not have that file any more.', 'Die Mediathek hat diese Datei nicht mehr.'],
  [
    'The media library in {folder} cannot be written: permission is missing or the disk is read-only.',
    'In die Mediathek in {folder} kann nicht geschrieben werden: Das Recht dazu fehlt, oder die Platte ist schreibgeschützt.',
  ],
  [
    'Everything stored before is kept; make the folder writable or choose another with --home.',
    'Alles zuvor Abgelegte ist erhalten; den Ordner beschreibbar machen oder mit --home einen anderen wählen.',
  ],
  [
    'A file could not be stored in the media library in {folder} ({why}).',
    'Eine Datei konnte nicht in der Mediathek in {folder} abgelegt werden ({why}).',
  ],
  [
    'The disk that holds the media library in {folder} is full.',
    'Die Platte mit der Mediathek in {folder} ist voll.',
  ],
  [
    'Everything stored before is kept and no partial file was left; free some space and try again.',
    'Alles zuvor Abgelegte ist erhalten, keine halbe Datei blieb liegen; Platz schaffen und noch einmal versuchen.',
  ],
  [
    '{path} could not be taken into the library: {why}.',
    '{path} konnte nicht in die Mediathek aufgenommen werden: {why}.',
  ],
  ['there is no such file', 'die Datei gibt es nicht'],
  ['it may not be read', 'sie darf nicht gelesen werden'],
  ['{name} is not in the media library.', '{name} ist nicht in der Mediathek.'],
  [
    'The clips that use it are kept; import the file again, or generate the shot again.',
    'Die Clips, die sie verwenden, bleiben; die Datei noch einmal importieren oder die Einstellung neu erzeugen.',
  ],
  ['{name} is not as long as when it was stored.', '{name} ist nicht mehr so lang wie beim Ablegen.'],
  [
    'It was left as it is and the clips that use it are kept; import the file again, or generate the shot again.',
    'Die Datei wurde gelassen, wie sie ist, und die Clips, die sie verwenden, bleiben; sie noch einmal importieren oder die Einstellung neu erzeugen.',
  ],
  [
    '{name} has changed since it was stored, or the disk is failing.',
    '{name} hat sich seit dem Ablegen verändert, oder die Platte versagt.',
  ],
  ['{name} was not read: {why}.', '{name} wurde nicht gelesen: {why}.'],
  [
    'Reelwright reads MP4, MOV, WebM, Matroska, AVI, MPEG-TS, PNG, JPEG, WebP, GIF, WAV, MP3, FLAC, Ogg and AAC files.',
    'Reelwright liest MP4, MOV, WebM, Matroska, AVI, MPEG-TS, PNG, JPEG, WebP, GIF, WAV, MP3, FLAC, Ogg und AAC.',
  ],
  [
    '{name} was not read: its picture of {width} × {height} is larger than the {most} million pixels that are taken here.',
    '{name} wurde nicht gelesen: Das Bild ist mit {width} × {height} größer als die {most} Millionen Pixel, die hier angenommen werden.',
  ],
  ['Make it smaller first.', 'Es zuerst verkleinern.'],
  ['{name} is damaged or incomplete: {why}.', '{name} ist beschädigt oder unvollständig: {why}.'],
  [
    'The file was left as it is; replace it by a good copy.',
    'Die Datei wurde gelassen, wie sie ist; sie durch eine gute Kopie ersetzen.',
  ],
  ['{name} could not be read as a picture: {why}.', '{name} konnte nicht als Bild gelesen werden: {why}.'],
  ['The file was left as it is.', 'Die Datei wurde gelassen, wie sie ist.'],
  ['{name} cannot be read ({why}).', '{name} kann nicht gelesen werden ({why}).'],
  [
    '{name} made the program that reads media stop.',
    '{name} hat das Programm, das Medien liest, zum Absturz gebracht.',
  ],
  ['{name} took longer than {n} seconds to read.', '{name} zu lesen dauerte länger als {n} Sekunden.'],
  [
    'Nothing else was affected; the file is probably damaged, replace it by a good copy.',
    'Sonst ist nichts betroffen; die Datei ist vermutlich beschädigt, sie durch eine gute Kopie ersetzen.',
  ],
  ['it is empty', 'sie ist leer'],
  ['it is not a file', 'es ist keine Datei'],
  ['it holds no sound', 'sie enthält keinen Ton'],
  ['it holds sound but no picture', 'sie enthält Ton, aber kein Bild'],
  ['it holds neither pictures nor sound', 'sie enthält weder Bilder noch Ton'],
  ['it ends {n} bytes too early', 'sie endet {n} Bytes zu früh'],
  [
    'it has no length, or a length that cannot be found',
    'sie hat keine Länge oder keine, die sich finden lässt',
  ],
  ['no picture in it can be decoded', 'kein Bild darin lässt sich decodieren'],
  ['there is no decoder for what it holds', 'für ihren Inhalt gibt es keinen Decoder'],
  ['its content is not of a kind that is known here', 'ihr Inhalt ist hier nicht bekannt'],
  [
    'it is a playlist, which names other files instead of holding media',
    'sie ist eine Wiedergabeliste und nennt andere Dateien, statt Medien zu enthalten',
  ],
  [
    'its pictures break off after {shown} of {promised} seconds',
    'ihre Bilder brechen nach {shown} von {promised} Sekunden ab',
  ],
  ['There is no such medium.', 'Dieses Medium gibt es nicht.'],
  ['There is no such file.', 'Diese Datei gibt es nicht.'],
  ['There is no such page.', 'Diese Seite gibt es nicht.'],
  ['There is nothing here.', 'Hier ist nichts.'],
  ['The file is shorter than that.', 'So lang ist die Datei nicht.'],
  ['This could not be read just now.', 'Das konnte gerade nicht gelesen werden.'],
  [
    'The font {name}, which titles and captions need, could not be read: {why}.',
    'Die Schrift {name}, die Titel und Untertitel brauchen, konnte nicht gelesen werden: {why}.',
  ],
  ['Install Reelwright again.', 'Reelwright neu installieren.'],
  [
    'Only {n} MiB are free on the disk that holds {folder}.',
    'Auf der Platte mit {folder} sind nur noch {n} MiB frei.',
  ],
  [
    'Everything is saved so far; new takes and films may not fit.',
    'Bis jetzt ist alles gesichert; neue Aufnahmen und Filme passen vielleicht nicht mehr.',
  ],
  [
    'Free some space there, or clear caches and unused takes in Settings.',
    'Dort Platz schaffen oder in den Einstellungen Zwischenspeicher und unbenutzte Aufnahmen löschen.',
  ],
  [
    'A film is being written and may need these files.',
    'Es wird gerade ein Film geschrieben, der diese Dateien brauchen kann.',
  ],
  [
    'Nothing was removed; clear them when it is done.',
    'Es wurde nichts entfernt; löschen, wenn er fertig ist.',
  ],
];
