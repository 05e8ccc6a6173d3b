import { ReceiptText } from 'lucide-react';
import { useCallback } from 'react';
import { useCall } from '../../../actions/use-edit.ts';
import { useStudio, useStudioState } from '../../../state/studio-context.ts';
import { Button } from '../../../ui/button.tsx';
import { useFormats, useWords } from '../../../words/use-words.ts';
import { Group, Section, Waiting } from '../section.tsx';
import { useAsked } from '../use-asked.ts';
import { usePreference } from '../use-preference.ts';
import { BudgetField } from './budget-field.tsx';
import { MonthSpend } from './month-spend.tsx';

/** The most that projects may spend. */
export function BudgetsSection() {
  const words = useWords('settings');
  const formats = useFormats();
  const { client, navigate } = useStudio();
  const call = useCall();
  const revision = useStudioState(({ projectsRevision }) => projectsRevision);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another revision asks again
  const ask = useCallback(() => client.projects.list({ trashed: false }), [client, revision]);
  const { asked, again } = useAsked(ask);
  const [usual, setUsual] = usePreference('budget.default');
  return (
    <Section
      title={words.sections.budgets}
      text={words.budgetsText}
      after={
        <Button icon={ReceiptText} onClick={() => navigate({ at: 'settings', sheet: 'ledger' })}>
          {words.toLedger}
        </Button>
      }
    >
      <MonthSpend />
      <div className="max-w-80">
        <BudgetField
          label={words.defaultBudget}
          hint={words.defaultBudgetHint}
          value={typeof usual === 'number' ? usual : null}
          onCommit={(budget) => setUsual(budget)}
        />
      </div>
      <Group title={words.project}>
        <Waiting asked={asked} again={again} rows={3}>
          {(projects) =>
            projects.length === 0 ? (
              <p className="text-base text-faint">{words.noProjects}</p>
            ) : (
              <table className="w-full text-base">
                <thead>
                  <tr className="border-b border-line text-left text-sm text-faint">
                    <th className="h-7 font-normal">{words.project}</th>
                    <th className="w-32 text-right font-normal">{words.spent}</th>
                    <th className="w-40 pl-6 font-normal">
                      {words.budget} ({words.amount})
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {projects.map(({ project, costUsdMicros }) => (
                    <tr key={project.id} className="border-b border-line">
                      <td className="max-w-0 truncate py-1 text-text">{project.title}</td>
                      <td className="text-right text-muted tabular-nums">{formats.money(costUsdMicros)}</td>
                      <td className="py-1 pl-6">
                        <BudgetField
                          label={words.budgetOf(project.title)}
                          labelAt="hidden"
                          value={project.budgetUsdMicros}
                          onCommit={(budgetUsdMicros) =>
                            call(
                              () => client.projects.setBudget({ projectId: project.id, budgetUsdMicros }),
                              () => words.budgetSet,
                            )
                          }
                        />
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            )
          }
        </Waiting>
      </Group>
    </Section>
  );
}
