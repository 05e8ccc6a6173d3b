import { ORPCError } from '@orpc/client';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { EditReceipt } from '../contract/base.ts';
import type { StudioClient } from '../contract/contract.ts';
import type { ProjectId } from '../domain/kernel/ids.ts';
import { createTestStudio, type TestStudio } from './create-test-studio.ts';
import { expectTimelineInStep, projectRows } from './project-rows.ts';

type EditNoun = 'timeline' | 'scenes' | 'shots' | 'text';
type Input<Noun extends EditNoun, Name extends keyof StudioClient[Noun]> = StudioClient[Noun][Name] extends (
  input: infer I,
) => unknown
  ? I
  : never;
type Answer<Noun extends EditNoun, Name extends keyof StudioClient[Noun]> = StudioClient[Noun][Name] extends (
  ...args: never[]
) => infer R
  ? Awaited<R>
  : never;
type EditName<Noun extends EditNoun> = {
  [Name in keyof StudioClient[Noun]]: Answer<Noun, Name> extends EditReceipt ? Name : never;
}[keyof StudioClient[Noun]];

/** One call of an edit row on a project that is there. */
export interface EditCase<Facts, RowInput> {
  /** What the undo menu says. */
  readonly label: string;
  /** One edit that comes first. */
  readonly given?: (client: StudioClient, facts: Facts) => Promise<unknown>;
  readonly input: (facts: Facts) => Omit<RowInput, 'projectId'>;
  /** What the edit was for, seen in the project afterwards. */
  readonly shows: (after: Facts, before: Facts, receipt: EditReceipt) => void;
}

/** A case for every edit row of a noun: a row without one does not compile. */
export type EditCases<Noun extends EditNoun, Facts> = {
  readonly [Name in Exclude<EditName<Noun>, 'assemble'>]: EditCase<Facts, Input<Noun, Name>>;
};

/**
 * Runs every case through the contract on one project: it does what it is for, keeps the open timeline in step with the
 * store, goes with undo and comes back with redo; for an unknown project and for stray input it is refused.
 */
export function testEveryEdit<Noun extends EditNoun, Facts>(
  noun: Noun,
  prepare: (studio: TestStudio) => Promise<ProjectId>,
  look: (studio: TestStudio, projectId: ProjectId) => Facts,
  cases: EditCases<Noun, Facts>,
): void {
  describe(`every edit of ${noun}`, () => {
    let studio: TestStudio;
    let projectId: ProjectId;
    beforeAll(async () => {
      studio = createTestStudio();
      projectId = await prepare(studio);
    });
    afterAll(() => studio.cleanup());
    const rowsNow = () => projectRows(studio.studio, projectId);

    for (const [name, value] of Object.entries(cases)) {
      const { label, given, input, shows } = value as EditCase<Facts, object>;
      const call = (fields: object): Promise<EditReceipt> => {
        const rows = studio.client[noun] as unknown as Record<
          string,
          (input: object) => Promise<EditReceipt>
        >;
        return rows[name]?.(fields) ?? Promise.reject(new Error(`no row ${name}`));
      };

      test(`${name}: "${label}", undone and redone`, async () => {
        const start = rowsNow();
        await given?.(studio.client, look(studio, projectId));
        const facts = look(studio, projectId);
        const before = rowsNow();
        const receipt = await call({ projectId, ...input(facts) });
        const after = rowsNow();
        expect(receipt.label).toBe(label);
        expect(receipt.changes).toBeGreaterThan(0);
        expect(after).not.toEqual(before);
        for (const { entity, id } of receipt.added) {
          expect(after[entity]?.some((row) => row.id === id)).toBe(true);
          expect(before[entity]?.some((row) => row.id === id)).toBe(false);
        }
        expectTimelineInStep(studio.studio, projectId);
        shows(look(studio, projectId), facts, receipt);

        const undone = await studio.client.projects.undo({ projectId });
        expect(undone).toEqual({ label, changes: receipt.changes, skipped: 0 });
        expect(rowsNow()).toEqual(before);
        expectTimelineInStep(studio.studio, projectId);
        const redone = await studio.client.projects.redo({ projectId });
        expect(redone).toEqual({ label, changes: receipt.changes, skipped: 0 });
        expect(rowsNow()).toEqual(after);
        expectTimelineInStep(studio.studio, projectId);
        await studio.client.projects.undo({ projectId });
        if (given !== undefined) await studio.client.projects.undo({ projectId });
        expect(rowsNow()).toEqual(start);
      });

      test(`${name}: refused for an unknown project and for input that does not fit`, async () => {
        await given?.(studio.client, look(studio, projectId));
        const fields = input(look(studio, projectId));
        const before = rowsNow();
        expect(await failureOf(call({ projectId: 'nobody', ...fields }))).toMatchObject({
          code: 'FAULT',
          data: { code: 'project.not-found' },
          message: expect.stringContaining('Nothing was changed.'),
        });
        expect(await failureOf(call(fields))).toMatchObject({ code: 'BAD_REQUEST' });
        expect(await failureOf(call({ projectId, ...fields, stray: 1 }))).toMatchObject({
          code: 'BAD_REQUEST',
        });
        expect(rowsNow()).toEqual(before);
        if (given !== undefined) await studio.client.projects.undo({ projectId });
      });
    }
  });
}

/** The error that a call ends with, as any transport would pass it on. */
export async function failureOf(call: Promise<unknown>): Promise<ORPCError<string, unknown>> {
  try {
    await call;
  } catch (error) {
    if (error instanceof ORPCError) return error;
    throw error;
  }
  throw new Error('the call went well');
}
