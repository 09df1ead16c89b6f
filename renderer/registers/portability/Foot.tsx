import { Button } from '@mantine/core'
import type { Step } from './draft/draft.ts'
import type { ExportWork } from './draft/useExport.ts'
import type { Keeping } from './draft/useKeeping.ts'
import classes from './portability.module.css'

type FootProps = { readonly work: ExportWork; readonly keeping: Keeping; readonly onNext: () => void }

const NEXT: Partial<Record<Step, string>> = {
  files: 'Columns',
  columns: 'Whose rows',
  rows: 'Preview',
  preview: 'Build',
}

/** What was kept or could not be, and the way to the next step. */
export function Foot({ work, keeping, onNext }: FootProps) {
  const { step, sources } = work.draft
  const next = NEXT[step]
  const unkept = work.unkept.length
  return (
    <div className={classes.foot} role="group" aria-label="What was done">
      <span role="status" className={classes.grow} data-fault={keeping.problem !== '' || undefined}>
        {keeping.problem ||
          (unkept > 0
            ? `Not kept yet: ${work.unkept.map(({ look }) => look.fileName).join(', ')}`
            : sources.length > 0
              ? 'What is decided is kept for the next time.'
              : '')}
      </span>
      {next && sources.length > 0 && (
        <Button variant="default" onClick={onNext}>
          Next: {next} <kbd>]</kbd>
        </Button>
      )}
    </div>
  )
}
