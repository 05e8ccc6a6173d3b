import { z } from 'zod';
import { ProjectId } from '../domain/kernel/ids.ts';
import { Shot } from '../domain/shots/shot.ts';
import { row } from './base.ts';

export const shots = {
  list: row.input(z.object({ projectId: ProjectId })).output(z.array(Shot)),
  /** The shot list as a director would read it, a line of text each. */
  print: row.input(z.object({ projectId: ProjectId })).output(z.object({ text: z.string() })),
};
