import { Button } from '@mantine/core'
import { IconFilePlus } from '@tabler/icons-react'
import { useCanEdit } from '#renderer/api/editing.ts'
import { hrefOf, RouteLink } from '#renderer/app/routing.tsx'
import { useFileDrop } from '#renderer/ui/useFileDrop.ts'
import type { ExportWork } from '../draft/useExport.ts'
import classes from '../portability.module.css'
import { Doing } from '../Doing.tsx'
import { NoFilesYet } from './NoFilesYet.tsx'
import { SourceCard } from './SourceCard.tsx'
import { useAddingFiles } from './useAddingFiles.ts'

type FilesStepProps = { readonly work: ExportWork }

/** The first step: which files, which table of each, and which system each comes from. */
export function FilesStep({ work }: FilesStepProps) {
  const { sources } = work.draft
  const { canEdit, because } = useCanEdit()
  const adding = useAddingFiles(work)
  const isBusy = adding.reading !== ''
  const drop = useFileDrop(canEdit && !isBusy, adding.takeDropped)
  return (
    <div className={classes.scroll} {...drop}>
      <div className={classes.lead}>
        <Button
          data-part="first"
          variant={sources.length === 0 ? 'filled' : 'default'}
          leftSection={<IconFilePlus size={14} aria-hidden />}
          disabled={!canEdit || isBusy}
          title={because ?? undefined}
          onClick={adding.choose}
        >
          Add a file…
        </Button>
        <span className={classes.quiet}>
          or let files fall here. CSV, Excel, JSON, XML or SQLite; read on this computer, and left as they
          are.
        </span>
        <span className={classes.grow} />
        <RouteLink href={hrefOf('mappings')}>Exports of systems</RouteLink>
      </div>
      {isBusy && (
        <Doing doing={`Reading ${adding.reading}`} progress={adding.progress} onStop={adding.stop} />
      )}
      {adding.problems.map((problem) => (
        <p key={problem} role="alert" className={classes.problem}>
          {problem}
        </p>
      ))}
      {sources.length === 0 && !isBusy ? (
        <NoFilesYet />
      ) : (
        <ul className={classes.cards} aria-label="Files of the export">
          {sources.map((source) => (
            <li key={source.key}>
              <SourceCard source={source} work={work} adding={adding} />
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
