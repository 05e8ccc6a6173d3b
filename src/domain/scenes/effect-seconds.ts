/** Sounds that go on: they want to lie under a scene, not to happen once. */
const goingOn =
  /\b(?:ambien(?:ce|t)|atmosphere|room tone|rain|wind|storm|waves?|sea|surf|river|stream|traffic|crowd|chatter|fire|crackl\w*|engine|hum(?:ming)?|drone|birds?|crickets?|insects?|machinery|static)\b/i;

const onceSeconds = 4;
const goingOnSeconds = 20;

/** How long a sound is asked for: what goes on for as long as models make in one piece, what happens for a few seconds. */
export function effectSeconds(prompt: string): number {
  return goingOn.test(prompt) ? goingOnSeconds : onceSeconds;
}
