import type { Catalogue } from '../catalogue.ts';
import { countIn } from '../count.ts';

const count = countIn('de');

/** Words of the Deliver page, in German. */
export const exportWords: Catalogue['export'] = {
  title: 'Ausgabe',
  loading: 'Der Film wird gelesen …',
  presetsTitle: 'Vorgabe',
  presets: {
    draft: {
      name: 'Entwurf',
      use: 'Zum Ansehen',
      text: 'Schnell geschrieben und klein. Feine Einzelheiten werden weicher.',
    },
    standard: {
      name: 'Standard',
      use: 'Zum Zeigen',
      text: 'Kaum vom Ausgangsmaterial zu unterscheiden. Die übliche Wahl.',
    },
    master: {
      name: 'Master',
      use: 'Zum Aufheben und Weiterbearbeiten',
      text: 'Fast alles bleibt erhalten. Die größte Datei, und am längsten geschrieben.',
    },
  },
  format: 'MP4 · H.264 · AAC 48 kHz Stereo',
  aboutSize: (size: string) => `etwa ${size}`,
  sizeUnknown: 'Größe noch nicht bekannt',

  film: 'Film',
  length: 'Länge',
  picture: 'Bild',
  pictureOf: (width: number, height: number) => `${width} × ${height}`,
  rate: 'Bildrate',
  rateOf: (fps: string) => `${fps} fps`,
  frames: (n: number) => count(n, { one: '# Bild', other: '# Bilder' }),
  size: 'Größe',
  estimate: 'geschätzt',
  fromProject: 'Größe und Rate sind die des Projekts.',

  captions: 'Untertitel',
  captionModes: { burn: 'Im Bild', sidecar: 'Neben dem Film', none: 'Keine' },
  captionHints: {
    burn: 'Ins Bild gezeichnet, für jeden Player.',
    sidecar: 'Eine .srt-Datei gleichen Namens, im Player einschaltbar.',
    none: 'Der Film hat keine Untertitel.',
  },

  destination: 'Ziel',
  fileName: 'Dateiname',
  fileNameHint: 'Im Ordner für Filme wird nichts ersetzt: Ein vergebener Name bekommt eine Nummer.',
  goesTo: 'Kommt nach',
  choosePath: 'Ort wählen …',
  chooseTitle: 'Wohin soll der Film?',
  filmFiles: 'Film (MP4)',
  useFolder: 'In den Ordner für Filme',
  replaces: 'Ersetzt den Film, der jetzt dort ist, sobald der neue vollständig ist.',

  plan: 'Was geschrieben wird',
  planText: 'Jeder Abschnitt des Films, und wie seine Bilder entstehen.',
  strip: 'Der Film von Anfang bis Ende, danach, wie seine Bilder entstehen',
  stripHelp: 'Pfeiltasten gehen von Abschnitt zu Abschnitt, Eingabe zeigt ihn im Schnitt.',
  how: { direct: 'Durchgereicht', composite: 'Gezeichnet', black: 'Schwarz' },
  howText: {
    direct: 'Clips gehen unverändert in den Encoder',
    black: 'nichts ist zu sehen',
  },
  why: {
    caption: 'Untertitel werden ins Bild gezeichnet',
    title: 'Titel',
    layers: 'Blenden und Bilder über Bildern',
    fade: 'Ein- und Ausblendungen',
    'no-take': 'Einstellungen ohne Aufnahme zeigen ihre Beschreibung',
    still: 'Standbilder werden zu Film',
    converted: 'Clips anderer Größe oder Farbe werden umgerechnet',
  },
  stretches: (n: number) => count(n, { one: '# Abschnitt', other: '# Abschnitte' }),
  stretchAt: (start: string, end: string, how: string) => `${start} bis ${end}: ${how}`,
  showInCut: 'Im Schnitt zeigen',

  missingTitle: (n: number) =>
    count(n, { one: 'Ein Medium fehlt oder ist beschädigt', other: '# Medien fehlen oder sind beschädigt' }),
  missingText:
    'Ein Film wird nur ganz geschrieben. Die Clips behalten ihre Plätze: Die Einstellungen auf dem Board neu erzeugen, oder die Dateien zurückholen.',
  missingMore: (n: number) => count(n, { one: 'ein weiteres', other: '# weitere' }),
  toBoard: 'Zum Board',
  noTakesTitle: 'Einige Einstellungen haben noch keine Aufnahme',
  noTakesText:
    'Sie zeigen ihre Beschreibung auf einer schlichten Tafel. Für einen Film ganz aus Bildern zuerst erzeugen.',

  start: 'Film ausgeben',
  startAgain: 'In die Warteschlange',
  started: (name: string) => `Der Export von ${name} hat begonnen.`,
  queued: (name: string) => `${name} steht in der Warteschlange.`,
  cannotStart: 'Der Film kann noch nicht geschrieben werden.',

  queue: 'Warteschlange',
  queueEmpty: 'Es wird nichts geschrieben.',
  waiting: 'Wartet auf den Film davor',
  ofProject: (title: string) => `aus ${title}`,
  cancel: 'Ausgabe abbrechen',
  cancelling: 'Wird abgebrochen …',
  cancelled: 'Der halbe Film ist entfernt; ein früherer Film an dieser Stelle bleibt.',
  framesDone: (done: string, total: string) => `${done} von ${total} Bildern`,

  reports: 'Berichte',
  reportsEmpty: 'Fertige Filme, und was aus anderen wurde, bleiben hier aufgeführt.',
  states: {
    running: 'Wird geschrieben',
    done: 'Geschrieben',
    failed: 'Fehlgeschlagen',
    cancelled: 'Abgebrochen',
    interrupted: 'Das Studio endete, bevor er vollständig war',
  },
  took: (time: string) => `in ${time}`,
  copyPath: 'Pfad kopieren',
  copied: 'Der Pfad ist in der Zwischenablage.',
  notCopied: 'Die Zwischenablage ist von hier nicht erreichbar.',
  reveal: 'Im Ordner zeigen',
  onlyHere: 'Filme sind Dateien auf diesem Computer; nichts wird hochgeladen.',

  emptyTitle: 'Es gibt noch keinen Film',
  emptyText:
    'Hier wird aus der Timeline eine Videodatei auf diesem Computer. Zuerst eine Geschichte schreiben und auflösen, ihre Einstellungen erzeugen und schneiden.',
  emptiedText:
    'Alle Clips wurden aus der Timeline genommen. Rückgängig bringt sie wieder; im Schnitt lassen sich auch neue einsetzen.',
  emptyCut: 'Zum Schnitt',
  emptyAction: 'Timeline zusammenstellen',
  emptyBoard: 'Zum Board',
  faultTitle: 'Der Film kann nicht betrachtet werden',
  again: 'Erneut versuchen',
};
