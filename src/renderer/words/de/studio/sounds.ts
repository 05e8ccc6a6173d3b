import type { Phrase } from '../../interpret.ts';

/** What the studio says of voices, music, effects and other asked-for work. */
export const sounds: readonly Phrase[] = [
  [
    '{provider} does not make {kind} here. Nothing was sent. Choose another provider.',
    '{provider} macht hier nichts dergleichen ({kind}). Nichts wurde gesendet. Wählen Sie einen anderen Anbieter.',
  ],
  [
    'No provider that makes {kind} is ready. Nothing was sent. Enter a key for one under Settings, Providers.',
    'Kein Anbieter dafür ist bereit ({kind}). Nichts wurde gesendet. Tragen Sie unter Einstellungen, Anbieter einen Schlüssel ein.',
  ],
  [
    'This would cost {cost}, more than its limit of {limit}. Nothing was sent. Raise the limit, or ask for less.',
    'Das würde {cost} kosten, mehr als das Limit von {limit} dafür. Nichts wurde gesendet. Erhöhen Sie das Limit, oder verlangen Sie weniger.',
  ],
  [
    'There is no provider "{provider}" here. Choose another one.',
    'Hier gibt es keinen Anbieter „{provider}“. Wählen Sie einen anderen.',
  ],
  [
    'What was asked for is there already. Nothing was made or sent.',
    'Was verlangt wurde, ist schon da. Nichts wurde gemacht oder gesendet.',
  ],
  [
    'The studio was closed. Finished takes are kept; requests at a provider are followed to their end at the next start.',
    'Das Studio wurde geschlossen. Fertige Takes bleiben; Aufträge bei einem Anbieter werden beim nächsten Start zu Ende verfolgt.',
  ],
  [
    'Finished takes are kept, and requests already at the provider are followed to their end.',
    'Fertige Takes bleiben, und Aufträge, die schon beim Anbieter sind, werden zu Ende verfolgt.',
  ],
];
