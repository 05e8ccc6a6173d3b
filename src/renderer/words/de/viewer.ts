import type { Catalogue } from '../catalogue.ts';

/** Words of the viewers, in German. */
export const viewer: Catalogue['viewer'] = {
  program: 'Programmmonitor',
  source: 'Quellmonitor',
  transport: 'Wiedergabe',
  playhead: 'Abspielkopf',
  length: 'Länge',
  play: 'Abspielen',
  pause: 'Anhalten',
  volume: 'Lautstärke',
  volumeValue: (percent) => percent,
  mute: 'Vorschau stummschalten',
  unmute: 'Ton einschalten',
  quality: 'Wiedergabequalität',
  qualities: { full: 'Voll', half: 'Halb', quarter: 'Viertel' },
  view: 'Ansichtsoptionen',
  guides: 'Sichere Bereiche',
  captions: 'Untertitel',
  exitFullScreen: 'Vollbild verlassen',
  speed: (speed) => `${speed}×`,
  buffering: 'Bilder werden geladen …',
  dropped: (n) => `${n} ausgelassen`,
  droppedHint:
    'Bilder, die dieser Computer nicht rechtzeitig zeigen konnte. Eine niedrigere Wiedergabequalität hilft; der ausgegebene Film ist nicht betroffen.',
  soundBlocked: 'Der Browser hält den Ton zurück, bis Sie klicken oder eine Taste drücken.',
  soundNone: 'Kein Tongerät',
  soundNoneHint: 'Die Vorschau läuft ohne Ton. Der ausgegebene Film hat ihn trotzdem.',
  emptyTitle: 'Noch kein Film',
  emptyText:
    'Der Monitor spielt, was auf der Timeline liegt. Legen Sie zuerst die Einstellungen vom Board darauf.',
  sourceEmptyTitle: 'Nichts zu sehen',
  sourceEmptyText:
    'Wählen Sie links ein Medium oder eine Aufnahme, um sie hier anzusehen, bevor Sie sie verwenden.',
  soundOnly: 'Nur Ton',
  brokenTitle: 'Die Vorschau ist stehen geblieben',
  brokenText:
    'Ihr Projekt ist nicht betroffen. Starten Sie die Vorschau neu; bleibt sie wieder stehen, laden Sie das Fenster neu.',
  startAgain: 'Neu starten',
  unsupported: {
    title: 'Dieser Browser kann die Vorschau nicht abspielen',
    decoding: (browsers) =>
      `Er hat keinen Videodecoder für Webseiten. ${browsers} können sie abspielen. Alles andere funktioniert hier; das Bild unten ist ein Standbild.`,
    workerDrawing: (browsers) =>
      `Er kann nicht im Hintergrund zeichnen. ${browsers} können die Vorschau abspielen. Alles andere funktioniert hier; das Bild unten ist ein Standbild.`,
    securePage:
      'Browser geben ihren Videodecoder nur Seiten dieses Computers oder über HTTPS. Öffnen Sie das Studio unter der Adresse, die es ausgegeben hat. Alles andere funktioniert hier.',
    browser: (name, version) => `${name} ab ${version}`,
  },
  slate: {
    unnamed: 'Medium',
    missing: 'Die Datei ist nicht zu finden. Importieren Sie sie neu oder wählen Sie eine andere Aufnahme.',
    unreadable: 'Die Datei ist nicht lesbar. Importieren Sie sie neu oder wählen Sie eine andere Aufnahme.',
    notDecodable: 'Dieser Browser kann sie nicht decodieren. Der ausgegebene Film ist nicht betroffen.',
  },
  mediaProblem: (name) =>
    `„${name}“ kann in der Vorschau nicht gezeigt werden; an seiner Stelle steht eine Tafel.`,
};
