import { countIn } from '../count.ts';

const count = countIn('de');

/** Words of the sheet that says how the providers are, in German. */
export const providerHealth = {
  title: 'Wie es den Anbietern geht',
  text: 'Die letzte Stunde, wie dieses Studio sie seit seinem Start sah. Eine Prüfung kostet nichts und fragt nur, ob der Anbieter antwortet.',
  reaches: {
    up: 'Erreichbar',
    slow: 'Langsam',
    down: 'Nicht erreichbar',
    unasked: 'Länger nicht gefragt',
    noKey: 'Kein Schlüssel',
    here: 'Auf diesem Computer',
  },
  reachTexts: {
    up: 'Er antwortet.',
    slow: 'Er antwortet spät, oder mehr als jede fünfte Antwort ist ein Fehler. Die Arbeit geht weiter.',
    down: 'Er antwortet nicht. Es wird nichts Neues gesendet, bis eine kostenlose Frage beantwortet ist; was wartet, geht nicht verloren.',
    unasked: 'In der letzten Stunde wurde er nichts gefragt.',
    noKey: 'Ohne Schlüssel wird ihm nichts gesendet.',
    here: 'Auf diesem Computer gemacht: kostenlos und ohne Leitung.',
  },
  check: 'Jetzt prüfen · kostenlos',
  checkAll: 'Alle prüfen · kostenlos',
  checking: 'Wird geprüft …',
  notCheckable: 'Eine kostenlose Frage hat er nicht: Man sieht es an der Arbeit selbst.',
  atOnce: 'Anfragen zugleich',
  atOnceHint: 'So viele, wie Ihr Konto dort erlaubt. Mit mehr ist die Arbeit früher fertig.',
  atOnceSet: 'Gilt ab der nächsten Anfrage.',
  askedAgain: (time: string) => `Nächste Anfrage um ${time}.`,
  pausedUntil: (time: string) => `Er bat um eine Pause bis ${time}.`,
  rateUntil: (time: string) => `Was er in der Minute nimmt, ist bis ${time} verbraucht.`,
  lastCheck: 'Letzte Prüfung',
  neverChecked: 'noch keine',
  checkGood: (time: string, took: string) => `${time}: Antwort nach ${took}`,
  checkBad: (time: string) => `${time}: keine Antwort`,
  answers: 'Antworten',
  submits: 'Anfragen',
  times: (p50: string, p95: string, p99: string) => `p50 ${p50} · p95 ${p95} · p99 ${p99}`,
  noTimes: 'keine in der letzten Stunde',
  errors: 'Fehler',
  errorsOf: (failed: string, asked: string, share: string) => `${failed} von ${asked} (${share})`,
  noErrors: 'nichts gefragt',
  work: 'Arbeit',
  workOf: (running: string, room: string, queued: string) =>
    `${running} von ${room} laufen · ${queued} warten`,
  rate: 'Takt',
  rateOf: (n: number) => count(n, { one: '# in der Minute', other: '# in der Minute' }),
  spend: 'Diesen Monat berechnet',
  spendOf: (charged: string, open: string) => `${charged} · ${open} reserviert oder ungeklärt`,
  lastFailure: 'Letzte Störung',
  ms: (n: string) => `${n} ms`,
  s: (n: string) => `${n} s`,
  nexts: {
    'provider.key': 'Den Schlüssel in den Einstellungen ansehen.',
    'provider.no-balance': 'Beim Anbieter Guthaben aufladen, dann noch einmal versuchen.',
    'provider.rate-limited': 'Nichts zu tun: Das Studio wartet so lange, wie der Anbieter es will.',
    'provider.unreachable':
      'Nachsehen, ob dieser Computer eine Leitung hat. Das Studio fragt von selbst wieder, und nichts geht verloren.',
    other: 'Das Studio macht von selbst weiter. Bleibt es so, die Zustandsseite des Anbieters ansehen.',
  },
  openKeys: 'Schlüssel öffnen',
  empty: 'Kein Anbieter ist eingerichtet',
  emptyText:
    'Die Animatik wird auf diesem Computer gezeichnet. Für bezahlte Bilder und Clips einen Schlüssel eingeben.',
};
