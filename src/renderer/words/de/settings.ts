import type { Catalogue } from '../catalogue.ts';
import { countIn } from '../count.ts';

const count = countIn('de');

/** Words of the Settings page, in German. */
export const settings: Catalogue['settings'] = {
  title: 'Einstellungen',
  sections: {
    keys: 'Schlüssel',
    budgets: 'Budgets',
    models: 'Modelle',
    shortcuts: 'Tastenkürzel',
    appearance: 'Aussehen',
    storage: 'Speicher',
    account: 'Konto',
    about: 'Über',
  },
  loading: 'Wird gelesen …',
  faultTitle: 'Das konnte nicht gelesen werden',
  again: 'Erneut versuchen',
  saved: 'Gesichert.',
  cancel: 'Abbrechen',

  keysText:
    'Reelwright arbeitet ohne jeden Schlüssel: Das Animatic wird auf diesem Computer gezeichnet, kostenlos und ohne Netz. Ein Schlüssel wird nur für bezahlte Bilder und Clips gebraucht.',
  providers: {
    fal: {
      name: 'Fal',
      use: 'Macht Standbilder und bewegte Clips mit Modellen wie FLUX, Kling, LTX und Veo.',
      cost: 'Fal rechnet über Ihr Konto dort ab, je Bild und je Sekunde Video. Reelwright zeigt den Preis, bevor etwas gesendet wird, und geht nie über das Budget eines Projekts hinaus.',
      link: 'Einen Schlüssel anlegen: fal.ai/dashboard/keys',
      address: 'https://fal.ai/dashboard/keys',
    },
  },
  otherProvider: { use: 'Macht Standbilder und Clips.', cost: 'Belastet das eigene Konto dort.' },
  keySet: 'Schlüssel ist gesetzt',
  keyNotSet: 'Kein Schlüssel',
  kept: {
    system: 'Liegt im Geheimnisspeicher dieses Systems.',
    session: 'Liegt im Arbeitsspeicher, bis das Studio endet.',
    file: 'Liegt in einer Datei im Datenordner, die nur Sie lesen können.',
    environment: 'Kommt aus der Umgebung, in der das Studio gestartet wurde (FAL_KEY).',
  },
  wouldBeKept: {
    system: 'Er kommt in den Geheimnisspeicher dieses Systems.',
    session: 'Er bleibt im Arbeitsspeicher, bis das Studio endet.',
    file: 'Er kommt in eine Datei, die nur Sie lesen können.',
    environment: 'Schlüssel kommen hier aus der Umgebung.',
  },
  key: 'Schlüssel',
  newKey: 'Anderer Schlüssel',
  keyHint: 'Er geht einmal an das Studio und wird nie wieder gezeigt.',
  consent: 'In einer Datei auf diesem Computer aufbewahren',
  consentHint:
    'Dieses System hat keinen Geheimnisspeicher, den Reelwright nutzen kann. Die Datei liegt im Datenordner; wer Ihre Dateien lesen kann, kann den Schlüssel lesen.',
  setKey: 'Schlüssel eintragen',
  replaceKey: 'Schlüssel ersetzen',
  testKey: 'Prüfen',
  testing: 'Wird geprüft …',
  removeKey: 'Entfernen',
  keySaved: 'Der Schlüssel ist gesetzt.',
  keyRemoved: 'Der Schlüssel ist entfernt.',

  budgetsText:
    'Ein Budget ist der Höchstbetrag, den ein Projekt insgesamt ausgeben darf. Darüber hinaus wird nichts gesendet, was Geld kostet, und ohne Budget gar nichts.',
  defaultBudget: 'Budget neuer Projekte',
  defaultBudgetHint: 'In US-Dollar. Leer: Neue Projekte haben keines, bis eines gesetzt wird.',
  amount: 'US-Dollar',
  wrongAmount: 'Ein Betrag wie 25 oder 4,20.',
  project: 'Projekt',
  spent: 'Ausgegeben',
  budget: 'Budget',
  noBudget: 'keines',
  budgetOf: (title: string) => `Budget von ${title}, US-Dollar`,
  noProjects: 'Es gibt noch keine Projekte.',
  budgetSet: 'Das Budget ist gesetzt.',

  modelsText: 'Was das Board zuerst anbietet. Es kann jedes Mal neu gewählt werden.',
  maker: 'Gemacht von',
  makers: { animatic: 'Animatic (kostenlos)', fal: 'Fal (bezahlt)' },
  stillModel: 'Standbilder',
  clipModel: 'Clips',
  usualModel: (id: string) => `Üblich: ${id}`,
  makerNotReady: 'Braucht zuerst einen Schlüssel.',
  animaticModels: 'Das Animatic zeichnet Standbilder und Clips selbst, auf diesem Computer.',
  toKeys: 'Zu den Schlüsseln',

  searchShortcuts: 'Befehl oder Tasten suchen',
  shortcutsText: 'Zum Ändern die Tasten eines Befehls drücken.',
  groups: {
    file: 'Datei',
    edit: 'Bearbeiten',
    view: 'Ansicht',
    text: 'Text',
    shot: 'Szenen und Einstellungen',
    clip: 'Timeline',
    play: 'Wiedergabe',
    help: 'Hilfe',
  },
  noShortcut: 'keine Tasten',
  changeKeys: (title: string) => `Tasten von „${title}“ ändern`,
  pressKeys: 'Tasten drücken … Escape verlässt',
  removeKeys: (title: string) => `Tasten von „${title}“ entfernen`,
  resetKeys: (title: string) => `Übliche Tasten für „${title}“`,
  resetAll: 'Übliche Tasten für alle',
  conflict: (keys: string, other: string) => `${keys} ist schon „${other}“.`,
  takeOver: 'Stattdessen hier verwenden',
  nothingFound: 'So heißt kein Befehl.',
  changedCount: (n: number) => count(n, { one: '# geändert', other: '# geändert' }),

  theme: 'Farben',
  themes: { system: 'Wie das System', dark: 'Dunkel', light: 'Hell' },
  language: 'Sprache',
  likeSystem: 'Wie das System',
  motion: 'Bewegung',
  motionText: 'Folgt dem System: Wo es weniger Bewegung wünscht, bewegt sich nichts.',

  storageText:
    'Was das Studio in seinem Datenordner aufbewahrt. Was bernsteinfarben ist, kann geleert werden.',
  free: (bytes: string) => `${bytes} frei`,
  used: (bytes: string) => `${bytes} belegt`,
  parts: {
    'takes-used': {
      name: 'Verwendete Aufnahmen',
      text: 'Auf dem Board gewählt oder in einer Timeline zu sehen.',
    },
    'takes-unused': {
      name: 'Unbenutzte Aufnahmen',
      text: 'Frühere Aufnahmen, die keine Einstellung gewählt hat.',
    },
    imported: { name: 'Eigene Medien', text: 'Ihre eigenen Dateien.' },
    sources: { name: 'Geschichten', text: 'Die Dateien, aus denen Projekte gemacht wurden.' },
    orphans: {
      name: 'Dateien, die nichts benutzt',
      text: 'Von gelöschten Projekten oder von einem Absturz übrig.',
    },
    caches: {
      name: 'Zwischenspeicher',
      text: 'Vorschaubilder und Wellenformen; sie werden bei Bedarf neu gemacht.',
    },
    database: { name: 'Datenbank', text: 'Alles, was Sie geschrieben und entschieden haben.' },
    snapshots: {
      name: 'Sicherungen',
      text: 'Stände, zu denen zurückgegangen wird, wenn die Datenbank beschädigt ist.',
    },
    logs: { name: 'Protokolle', text: 'Was geschah, ohne Text Ihrer Geschichten.' },
  },
  files: (n: number) => count(n, { one: '# Datei', other: '# Dateien' }),
  clear: 'Leeren …',
  clearNow: 'Leeren',
  clearOf: (name: string) => `Leeren: ${name}`,
  clearing: 'Wird geleert …',
  clearTitle: (name: string) => `„${name}“ leeren?`,
  clearTakesText: (bytes: string) =>
    `Das macht ${bytes} frei. Gewählte Aufnahmen bleiben. Was bezahlt wurde, gibt es nur gegen erneute Bezahlung wieder, und es lässt sich nicht zurücknehmen.`,
  clearOrphansText: (bytes: string) =>
    `Das macht ${bytes} frei. Kein Projekt benutzt diese Dateien. Es lässt sich nicht zurücknehmen.`,
  clearAction: (bytes: string) => `${bytes} freimachen`,
  freed: (bytes: string, files: string) => `${bytes} sind wieder frei (${files}).`,
  byProject: 'Nach Projekt',
  inTrash: 'im Papierkorb',
  clearUnused: 'Unbenutzte Aufnahmen leeren',
  bar: 'Was die Platte belegt',

  accountTitle: 'Ein Konto ist nicht nötig',
  accountText:
    'Alles liegt auf diesem Computer und arbeitet ohne Anmeldung. Der Abgleich zwischen Computern kommt später und ist dann Ihre Wahl.',

  version: 'Version',
  host: 'Umgebung',
  hosts: { electron: 'Desktop-App', server: 'In diesem Browser', cli: 'Kommandozeile' },
  dataFolder: 'Datenordner',
  filmsFolder: 'Ordner für Filme',
  licence: 'Lizenz',
  licenceText:
    'Reelwright ist freie Software unter der GNU General Public License, Version 3 oder später. Die Lizenzen dessen, worauf es gebaut ist, liegen in THIRD-PARTY-NOTICES.md bei.',
  noTelemetry: 'Nichts über Sie oder Ihre Arbeit wird irgendwohin gesendet.',
  diagnostics: 'Diagnose',
  diagnosticsText:
    'Ein Text für einen Bericht: Versionen, Befunde und die letzten Zeilen des Protokolls. Keine Schlüssel, kein Text Ihrer Geschichten.',
  examine: 'Studio untersuchen',
  examining: 'Wird untersucht …',
  examineText: 'Liest jede Datei noch einmal und vergleicht sie. Ändert nichts.',
  levels: { ok: 'Gut', note: 'Hinweis', problem: 'Problem' },
};
