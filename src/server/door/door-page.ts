import type { DoorWords } from './door-words.ts';

export type DoorScene = 'enter' | 'stranger' | 'foreign';

/** A plain page for who is not let in (yet): what happened and what to do. Holds no secret. */
export function doorPage(scene: DoorScene, words: DoorWords): string {
  const titles = { enter: words.title, stranger: words.strangerTitle, foreign: words.foreignTitle };
  const texts = { enter: words.opening, stranger: words.stranger, foreign: words.foreign };
  const command = `<p class="command"${scene === 'stranger' ? '' : ' hidden'}><code>${words.command}</code></p>`;
  return `<!doctype html>
<html lang="${words.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="dark light">
<title>Reelwright</title>
<link rel="stylesheet" href="/door.css">
</head>
<body>
<main aria-live="polite" data-scene="${scene}" data-used-title="${words.usedTitle}" data-used="${words.used}"
 data-stranger-title="${words.strangerTitle}" data-stranger="${words.stranger}" data-unreachable="${words.unreachable}">
<p class="name">Reelwright</p>
<h1>${titles[scene]}</h1>
<p class="text">${texts[scene]}</p>
${command}
</main>
${scene === 'enter' ? '<script type="module" src="/door.js"></script>' : ''}
</body>
</html>
`;
}

/**
 * Exchanges the ticket for a cookie. The ticket stands behind the #, so that it is sent in this one POST only: in no
 * request line, no log, no referrer; and the page replaces itself, so that no way back leads to it.
 */
export const doorScript = `const main = document.querySelector('main');
const ticket = new URLSearchParams(location.hash.slice(1)).get('ticket');
const say = (title, text, withCommand) => {
  main.querySelector('h1').textContent = title;
  main.querySelector('.text').textContent = text;
  main.querySelector('.command').hidden = !withCommand;
};
const words = main.dataset;
if (ticket === null) {
  say(words.strangerTitle, words.stranger, true);
} else {
  try {
    const answer = await fetch('/session', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ticket }),
    });
    if (answer.ok) location.replace('/');
    else say(words.usedTitle, words.used, true);
  } catch {
    say(words.unreachable, '', false);
  }
}
`;

export const doorStyle = `:root { color-scheme: dark light; }
body { margin: 0; min-height: 100vh; display: grid; place-items: center start; background: oklch(0.17 0.006 260);
  color: oklch(0.92 0.005 260); font: 14px/1.55 system-ui, sans-serif; }
main { max-width: 34rem; padding: 2rem clamp(1.5rem, 12vw, 10rem); }
.name { margin: 0 0 2rem; color: oklch(0.78 0.13 75); font-weight: 600; letter-spacing: 0.01em; }
h1 { margin: 0 0 0.75rem; font-size: 20px; line-height: 1.3; font-weight: 600; }
.text { margin: 0; color: oklch(0.78 0.006 260); }
.command code { display: inline-block; margin-top: 0.75rem; padding: 6px 10px; border: 1px solid oklch(0.3 0.006 260);
  border-radius: 6px; background: oklch(0.2 0.006 260); font: 13px ui-monospace, monospace; }
@media (prefers-color-scheme: light) {
  body { background: oklch(0.97 0.003 260); color: oklch(0.22 0.01 260); }
  .name { color: oklch(0.5 0.12 65); }
  .text { color: oklch(0.38 0.01 260); }
  .command code { background: white; border-color: oklch(0.86 0.005 260); }
}
`;
