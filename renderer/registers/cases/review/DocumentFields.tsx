import { Button, Select } from '@mantine/core'
import { DayField } from '#renderer/ui/fields/DayField.tsx'
import { TextField } from '#renderer/ui/fields/TextField.tsx'
import { DocumentType } from '#shared/cases/document.ts'
import { DOCUMENT_TYPES } from '#shared/cases/words.ts'
import { leavesOnEnter } from './leaving.ts'
import type { PaneProps } from './PagePane.tsx'
import classes from './pane.module.css'

const TYPES = DocumentType.options.map((value) => ({ value, label: DOCUMENT_TYPES[value] }))

/** What the document of a page is, and where it begins. */
export function DocumentFields({ shown, actions, onLeave }: PaneProps) {
  const { document, placeInDocument, path } = shown
  const { canEdit, act, describe } = actions
  const isProposed = !document.isConfirmed && document.because !== ''
  return (
    <section aria-label="Document">
      <h3>
        Document{' '}
        <small>
          page {placeInDocument} of {document.pages}
        </small>
      </h3>
      {isProposed && (
        <p className={classes.hint}>
          Proposed to begin here: {document.because}.{' '}
          <Button
            variant="subtle"
            size="compact-xs"
            disabled={!canEdit}
            onClick={() => describe(document.id, {})}
          >
            Confirm
          </Button>
        </p>
      )}
      <div className={classes.fields} onKeyDown={leavesOnEnter(onLeave)} role="presentation">
        <TextField
          label="Title"
          value={document.title}
          disabled={!canEdit}
          onCommit={(title) => describe(document.id, { title })}
        />
        <Select
          label="Type"
          data-part="type"
          title="Type (T)"
          searchable
          selectFirstOptionOnChange
          allowDeselect={false}
          nothingFoundMessage="Nothing by this name"
          disabled={!canEdit}
          data={TYPES}
          value={document.type}
          onChange={(type) => type && act({ kind: 'type', type: type as DocumentType }, shown)}
        />
        <div data-part-inside="date">
          <DayField
            label="Date"
            value={document.dated}
            disabled={!canEdit}
            onChange={(dated) => describe(document.id, { dated })}
          />
        </div>
        <TextField
          label="Author"
          value={document.author}
          disabled={!canEdit}
          onCommit={(author) => describe(document.id, { author })}
        />
      </div>
      <div className={classes.buttons}>
        <Button
          variant="default"
          disabled={!canEdit || placeInDocument === 1}
          title="A document begins at this page (S)"
          onClick={() => act({ kind: 'split' }, shown)}
        >
          Split here <kbd>S</kbd>
        </Button>
        <Button
          variant="default"
          disabled={!canEdit}
          title={`Join it to the document before it in ${path} (M)`}
          onClick={() => act({ kind: 'merge' }, shown)}
        >
          Merge <kbd>M</kbd>
        </Button>
        <Button
          variant="default"
          disabled={!canEdit}
          title="Release its pages that were not decided yet (Shift A)"
          onClick={() => act({ kind: 'releaseDocument' }, shown)}
        >
          Release all <kbd>Shift A</kbd>
        </Button>
      </div>
    </section>
  )
}
