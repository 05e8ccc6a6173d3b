import { compareByOrder } from '../kernel/order.ts';
import { flicksToSeconds } from '../kernel/time.ts';
import type { Scene } from '../scenes/scene.ts';
import type { Shot } from './shot.ts';
import { numberScenes, numberShots, shotsInFilmOrder } from './shot-numbers.ts';

const columns = [
  ['slate', 5],
  ['size', 12],
  ['angle', 13],
  ['move', 11],
  ['lens', 4],
  ['sec', 5],
] as const;

/** A shot list to read: scenes with their shots as lines of text, and the length of the whole. */
export function formatShotList(scenes: readonly Scene[], shots: readonly Shot[]): string {
  const numbers = numberShots(scenes, shots);
  const sceneNumbers = numberScenes(scenes);
  const lines: string[] = [];
  const header = columns.map(([name, width]) => name.toUpperCase().padEnd(width)).join('  ');
  for (const scene of [...scenes].sort(compareByOrder)) {
    const own = shotsInFilmOrder(scenes, shots).filter(({ sceneId }) => sceneId === scene.id);
    lines.push(sceneLine(sceneNumbers.get(scene.id) ?? '', scene, secondsOf(own)));
    if (own.length > 0) lines.push(`  ${header}  PICTURE`);
    for (const shot of own) lines.push(...shotLines(numbers.get(shot.id)?.shotNumber ?? '', shot));
    lines.push('');
  }
  const total = secondsOf(shots);
  const clock = `${Math.floor(total / 60)}:${String(Math.round(total % 60)).padStart(2, '0')}`;
  lines.push(`${scenes.length} scenes, ${shots.length} shots, ${clock}`);
  return `${lines.join('\n')}\n`;
}

function secondsOf(shots: readonly Shot[]): number {
  return shots.reduce((sum, { durationFlicks }) => sum + flicksToSeconds(durationFlicks), 0);
}

function sceneLine(number: string, scene: Scene, seconds: number): string {
  const facts = [
    scene.setting === 'unknown' ? null : scene.setting,
    scene.place,
    scene.timeOfDay === 'unknown' ? null : scene.timeOfDay,
    scene.mood,
    `${seconds.toFixed(1)} s`,
  ];
  return `SCENE ${number}  ${scene.heading}  [${facts.filter((fact) => fact !== null).join(' | ')}]`;
}

function shotLines(number: string, shot: Shot): string[] {
  const values = [
    number,
    shot.size,
    shot.angle,
    shot.move,
    String(shot.lensMm),
    flicksToSeconds(shot.durationFlicks).toFixed(2),
  ];
  const cells = columns.map(([, width], i) => (values[i] ?? '').padEnd(width)).join('  ');
  const who = shot.characters.length === 0 ? '' : `  {${shot.characters.join(', ')}}`;
  const kind = shot.kind === 'action' || shot.kind === 'dialogue' ? '' : `${shot.kind.toUpperCase()}: `;
  const lines = [`  ${cells}  ${kind}${shot.description}${who}`];
  const indent = ' '.repeat(columns.reduce((sum, [, width]) => sum + width + 2, 4));
  if (shot.dialogue !== null) {
    const { speaker, text, parenthetical, offScreen } = shot.dialogue;
    const off = offScreen ? ' (off)' : '';
    const how = parenthetical === null ? '' : ` (${parenthetical})`;
    lines.push(`${indent}${speaker}${off}${how}: “${text}”`);
  }
  if (shot.transitionOut !== 'cut') lines.push(`${indent}[${shot.transitionOut.replaceAll('-', ' ')}]`);
  return lines;
}
