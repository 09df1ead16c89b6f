import { countOf } from '#shared/count-words.ts'
import { inTheWay } from './build/in-the-way.ts'
import { countLines, linesOf } from './columns/column-edit.ts'
import type { Step } from './draft/draft.ts'
import type { ExportWork } from './draft/useExport.ts'
import classes from './portability.module.css'

type StepBarProps = { readonly work: ExportWork; readonly made: number }
type Standing = {
  readonly step: Step
  readonly label: string
  readonly says: string
  readonly isOpen?: boolean
}

/** The steps of an export, each with how far it is; any of them can be gone to at any time. */
export function StepBar({ work, made }: StepBarProps) {
  return (
    <nav aria-label="Steps of the export" className={classes.steps}>
      <ol>
        {standings(work, made).map(({ step, label, says, isOpen }, index) => (
          <li key={step} data-apart={step === 'made' || undefined}>
            <button
              type="button"
              aria-current={work.draft.step === step ? 'step' : undefined}
              onClick={() => work.goTo(step)}
            >
              <span className={classes.stepLabel}>
                {step !== 'made' && <span aria-hidden>{index + 1}</span>} {label}
              </span>
              <small data-open={isOpen || undefined}>{says}</small>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  )
}

function standings(work: ExportWork, made: number): Standing[] {
  const { sources, looked } = work.draft
  const open = sources.reduce((sum, source) => sum + countLines(linesOf(source)).undecided, 0)
  const isAnybodys = sources.some(
    ({ mapping, holdsOnlyThePerson }) => mapping.matchColumns.length === 0 && !holdsOnlyThePerson,
  )
  const kept = looked?.shown.sources.reduce((sum, one) => sum + one.kept, 0) ?? 0
  const none = sources.length === 0
  const waits = none ? 0 : inTheWay(work).length
  return [
    { step: 'files', label: 'Files', says: none ? 'none yet' : countOf(sources.length, 'table') },
    {
      step: 'columns',
      label: 'Columns',
      says: none ? 'after the files' : open > 0 ? `${open.toLocaleString('en-GB')} to decide` : 'all decided',
      isOpen: open > 0,
    },
    {
      step: 'rows',
      label: 'Whose rows',
      says: none
        ? 'after the files'
        : isAnybodys
          ? 'to say'
          : looked
            ? `${kept.toLocaleString('en-GB')} kept`
            : 'said',
      isOpen: isAnybodys,
    },
    {
      step: 'preview',
      label: 'Preview',
      says: !looked ? 'not looked at' : work.isLookFresh ? 'looked at' : 'changed since',
      isOpen: looked !== null && !work.isLookFresh,
    },
    {
      step: 'build',
      label: 'Build',
      says: none ? 'after the files' : waits > 0 ? `${waits} in the way` : 'ready',
    },
    { step: 'made', label: 'Exports made', says: made === 0 ? 'none yet' : made.toLocaleString('en-GB') },
  ]
}
