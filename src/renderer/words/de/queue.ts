import { countIn } from '../count.ts';

const count = countIn('de');

/** Words of the queue, in German. */
export const queue = {
  title: 'Warteschlange',
  sheets: {
    jobs: 'Warteschlange',
    find: 'Bezahlte Clips',
    providers: 'Anbieter',
    states: 'Die Zustände',
  },
  list: 'Aufträge',
  loading: 'Die Warteschlange wird gelesen …',
  groups: {
    open: 'Offen',
    batch: 'Alles davon',
    attention: 'Braucht Sie',
    running: 'Läuft',
    waiting: 'Wartet',
    failed: 'Fehlgeschlagen',
    done: 'Beendet',
  },
  part: 'Teil der Warteschlange',
  project: 'Projekt',
  allProjects: 'Alle Projekte',
  provider: 'Anbieter',
  allProviders: 'Alle Anbieter',
  animatic: 'Animatik',
  deletedProject: 'Gelöschtes Projekt',
  onlyBatch: 'Ein Stapel',
  showAll: 'Alle zeigen',

  pause: 'Alles anhalten',
  resume: 'Fortsetzen',
  pausedSince: (time: string) =>
    `Angehalten seit ${time}. Nichts Neues wird gesendet, auch nicht nach einem Neustart; was bei einem Anbieter liegt, läuft weiter, denn es ist bezahlt.`,
  nowPaused: 'Die Warteschlange ist angehalten. Nichts Neues wird gesendet.',
  nowResumed: 'Die Warteschlange läuft wieder.',
  findPaid: 'Meine bezahlten Clips finden',
  needYou: (n: number) => count(n, { one: '# braucht Sie', other: '# brauchen Sie' }),
  openQueue: 'Warteschlange öffnen',

  timeLeft: 'Restzeit',
  timeLeftUnknown: 'noch nicht bekannt',
  about: (time: string) => `etwa ${time}`,
  reserved: 'Reserviert',
  waits: 'Noch zu senden',
  chargedThisMonth: 'Diesen Monat berechnet',
  left: 'Übrig von der Monatsgrenze',
  noLimit: 'keine Grenze gesetzt',

  emptyTitle: 'Nichts ist offen',
  emptyText:
    'Was Sie erzeugen, steht hier, solange es wartet und läuft: Standbilder, Clips, Stimmen, Musik. Begonnen wird auf dem Board.',
  emptyBoard: 'Zum Board',
  noneTitle: 'Nichts hier',
  noneText: 'In diesem Teil der Warteschlange ist für die Auswahl oben kein Auftrag.',
  faultTitle: 'Die Warteschlange ließ sich nicht lesen',
  again: 'Noch einmal versuchen',

  shot: (number: string) => `Einstellung ${number}`,
  what: (subject: string, kind: string) => `${subject} · ${kind}`,
  kinds: {
    still: 'Standbild',
    clip: 'Clip',
    speech: 'Sprache',
    music: 'Musik',
    effect: 'Geräusch',
    'upscaled-still': 'Vergrößertes Standbild',
    'upscaled-clip': 'Vergrößerter Clip',
    transcript: 'Mitschrift',
    reading: 'Lesung des Textes',
  },
  free: 'kostenlos',
  reservedPrice: (price: string) => `${price} reserviert`,
  atPrice: (price: string) => `${price} beim Senden`,
  charged: (price: string) => `${price} berechnet`,
  maybeCharged: (price: string) => `${price} vielleicht berechnet`,
  notCharged: 'nicht berechnet',

  turn: (inUse: number, room: number, provider: string) =>
    `Wartet, bis er an der Reihe ist: ${inUse} bei ${provider}, ${room} zugleich`,
  onAnotherDevice: 'Ein anderes Gerät hat das angefordert',
  pausedWhy: 'Wartet: Die Warteschlange ist angehalten',
  waitsReach: (provider: string, time: string) =>
    `${provider} ist nicht erreichbar; nächste Anfrage um ${time}`,
  waitsPause: (provider: string, time: string) => `${provider} bat um eine Pause bis ${time}`,
  waitsRate: (provider: string, n: number, time: string) =>
    `${provider} nimmt ${n} in der Minute; der nächste geht um ${time}`,
  triedAgain: (time: string, why: string) => `Noch einmal um ${time}: ${why}`,
  place: (n: number, provider: string) => `Platz ${n} in der Warteschlange von ${provider}`,
  percent: (share: string) => `${share} fertig`,
  elapsed: (time: string) => `seit ${time}`,
  leftOf: (time: string) => `noch etwa ${time}`,
  tookTime: (time: string) => `dauerte ${time}`,
  heldUntil: (time: string) => `Der Anbieter hält das Ergebnis bis ${time}.`,
  waitingSince: (ago: string) => `angefragt ${ago}`,
  chosen: (n: number) => count(n, { one: '# Auftrag ausgewählt', other: '# Aufträge ausgewählt' }),
  chooseOne:
    'Einen Auftrag auswählen, um zu sehen, warum er wartet oder fehlschlug, was er kostet und was zu tun ist.',
  details: 'Einzelheiten',
  asked: 'Angefragt',
  sent: 'Gesendet',
  ended: 'Beendet',
  model: 'Modell',
  price: 'Preis',
  pricedAt: (time: string) => `Preis von ${time}`,
  why: 'Was geschah',
  requestWords: 'Angefragt mit',

  goToShot: 'Zur Einstellung',
  openProject: 'Projekt öffnen',
  cancel: 'Abbrechen',
  cancelWaiting: 'Alle wartenden abbrechen',
  cancelled: (cancelled: number, told: number, kept: number) =>
    [
      count(cancelled, {
        one: '# Auftrag zurückgenommen, nichts berechnet.',
        other: '# Aufträge zurückgenommen, nichts berechnet.',
      }),
      told > 0
        ? count(told, {
            one: '# ist bei seinem Anbieter, dessen Antwort entscheidet.',
            other: '# sind bei ihrem Anbieter, dessen Antwort entscheidet.',
          })
        : '',
      kept > 0 ? count(kept, { one: '# war schon beendet.', other: '# waren schon beendet.' }) : '',
    ]
      .filter((sentence) => sentence !== '')
      .join(' '),
  tryAgain: 'Noch einmal …',
  confirm: 'Preis bestätigen …',
  fetch: 'Ergebnis holen · kostenlos',
  fetched: 'Das Ergebnis wird geholt, kostenlos.',
  drop: 'Zur Seite legen',
  dropped: (n: number) =>
    count(n, { one: '# Auftrag zur Seite gelegt.', other: '# Aufträge zur Seite gelegt.' }),
  lookForIt: 'Nach dem Ergebnis suchen · kostenlos',
  openKeys: 'Schlüssel öffnen',
  openBudgets: 'Budgets öffnen',
};
