import { describe, expect, test } from 'vitest';
import { chosenMaker, standInsOf } from './chosen-maker.ts';
import type { Project } from './project.ts';

const none: Pick<Project, 'modelChoices'> = { modelChoices: {} };
const preferences = {
  generation: { provider: 'openai', stillModel: 'gpt-image-1', clipProvider: 'fal', clipModel: null },
  makers: { speech: { provider: 'fal', model: 'fal-ai/speech' } },
  otherwise: {
    still: [
      { kind: 'wait', minutes: 3 },
      { kind: 'provider', provider: 'replicate', model: 'flux' },
      { kind: 'animatic' },
    ],
  },
};

describe('who makes a kind', () => {
  test('is the project’s choice before the studio’s', () => {
    const project = { modelChoices: { still: { provider: 'google', model: 'nano', extra: { a: 1 } } } };
    expect(chosenMaker('still', project, preferences)).toMatchObject({
      provider: 'google',
      model: 'nano',
      extra: { a: 1 },
      of: 'project',
    });
    expect(chosenMaker('clip', project, preferences)).toMatchObject({ provider: 'fal', of: 'studio' });
  });

  test('is the studio’s by kind, and nobody’s where none was chosen', () => {
    expect(chosenMaker('still', none, preferences)).toMatchObject({
      provider: 'openai',
      model: 'gpt-image-1',
    });
    expect(chosenMaker('clip', none, preferences)).toMatchObject({ provider: 'fal', model: null });
    expect(chosenMaker('speech', none, preferences)).toMatchObject({ model: 'fal-ai/speech' });
    expect(chosenMaker('music', none, preferences)).toBeNull();
    expect(chosenMaker('still', none, {})).toBeNull();
  });

  test('the studio’s order holds where the project has none, and nobody stands in for himself', () => {
    const own = { modelChoices: { still: { provider: 'replicate', model: 'sdxl' } } };
    expect(chosenMaker('still', own, preferences)?.otherwise).toEqual([
      { kind: 'wait', minutes: 3 },
      { kind: 'animatic' },
    ]);
    const chosen = chosenMaker('still', none, preferences);
    expect(standInsOf(chosen, 'openai')).toEqual(['replicate']);
    expect(standInsOf(chosen, 'fal')).toEqual([]);
  });

  test('what no window wrote is no choice', () => {
    for (const generation of [null, 7, [], 'fal', { provider: 4 }, { provider: '' }]) {
      expect(chosenMaker('still', none, { generation })).toBeNull();
    }
    const otherwise = { still: ['x', null, { kind: 'provider' }, { kind: 'wait', minutes: -2 }] };
    expect(chosenMaker('still', none, { ...preferences, otherwise })?.otherwise).toEqual([{ kind: 'wait' }]);
  });
});
