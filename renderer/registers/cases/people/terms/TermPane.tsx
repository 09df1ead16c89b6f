import { Button } from '@mantine/core'
import { useEngineCommand } from '#renderer/api/client.ts'
import { ChoiceField } from '#renderer/ui/fields/ChoiceField.tsx'
import { TextField } from '#renderer/ui/fields/TextField.tsx'
import { createRecordForm } from '#renderer/ui/record/record-form.tsx'
import { SavedStatus } from '#renderer/ui/SavedStatus.tsx'
import { AppError } from '#shared/errors.ts'
import { type RedactionTerm, TermKind, type TermSaid } from '#shared/cases/redaction-term.ts'
import { ExemptionField } from '../ExemptionField.tsx'
import { leaveToList } from '../focus-part.ts'
import type { CaseWork } from '../useCaseWork.ts'
import { foundInWords, TERM_KINDS } from './term-words.ts'
import classes from './terms.module.css'
import type { Terms } from './useTerms.ts'

const { RecordProvider, useRecord } = createRecordForm<TermSaid>()

const KINDS = TermKind.options.map((value) => ({ value, label: TERM_KINDS[value] }))

type TermPaneProps = {
  readonly request: string
  readonly term: RedactionTerm
  readonly terms: Terms
  readonly work: CaseWork
}

/** A saved term, to change it and to look for it. */
export function TermPane({ request, term, terms, work }: TermPaneProps) {
  const command = useEngineCommand('cases.saveTerm')
  const save = async (changes: Partial<TermSaid>) => {
    const { kind, text, exemption, reason, label } = term
    try {
      const said = { kind, text, exemption, reason, label, ...changes }
      await work.save(() => command.mutateAsync({ request, term: term.id, said }))
    } catch (error) {
      throw atFields(error)
    }
  }
  return (
    <section className={classes.pane} aria-label={`Term ${term.text}`}>
      <div className={classes.fields} onKeyDown={leaveToList} role="presentation">
        <RecordProvider key={term.id} stored={term} save={save}>
          <TermFields />
        </RecordProvider>
      </div>
      <p className={classes.foundAt}>
        {term.kind === 'exclude'
          ? 'What this finds is spared by every other term and every person: it wins.'
          : `Found: ${foundInWords(term)}.`}
      </p>
      <div className={classes.buttons}>
        {term.kind !== 'exclude' && (
          <>
            <Button
              variant="default"
              title="Propose a mark wherever this stands (L)"
              disabled={!work.canEdit}
              onClick={() => terms.look([term], 'proposed')}
            >
              Look for this <kbd>L</kbd>
            </Button>
            <Button variant="default" disabled={!work.canEdit} onClick={() => terms.look([term], 'accepted')}>
              Mark at once
            </Button>
          </>
        )}
        <Button
          variant="subtle"
          title="Remove the term with what it proposed (Delete)"
          disabled={!work.canEdit}
          onClick={() => terms.remove(term)}
        >
          Remove
        </Button>
      </div>
    </section>
  )
}

function TermFields() {
  const { value, disabled, saving, errors, change } = useRecord()
  return (
    <>
      <div className={classes.paneHead}>
        <h2>Term</h2>
        <SavedStatus saving={saving} />
      </div>
      <div data-part="term">
        <TextField
          label={value.kind === 'pattern' ? 'Regular expression' : 'Words as they are written'}
          value={value.text}
          disabled={disabled}
          error={errors['text']}
          onCommit={(text) => change({ text })}
        />
      </div>
      <ChoiceField
        label="Kind"
        options={KINDS}
        value={value.kind}
        disabled={disabled}
        error={errors['kind']}
        onChange={(kind) => change({ kind })}
      />
      {value.kind !== 'exclude' && (
        <>
          <ExemptionField
            value={value.exemption}
            disabled={disabled}
            error={errors['exemption']}
            onChange={(exemption) => change({ exemption })}
          />
          <TextField
            label="Label"
            hint="What stands in its place"
            placeholder="an address"
            value={value.label}
            disabled={disabled}
            error={errors['label']}
            onCommit={(label) => change({ label })}
          />
        </>
      )}
      <TextField
        long
        label={value.kind === 'exclude' ? 'Why it stays' : 'Reason'}
        value={value.reason}
        disabled={disabled}
        error={errors['reason']}
        onCommit={(reason) => change({ reason })}
      />
    </>
  )
}

/** The engine names the fields of what was said; here they stand by themselves. */
function atFields(error: unknown): unknown {
  if (!(error instanceof AppError)) return error
  const fields = Object.fromEntries(
    Object.entries(error.fields).map(([path, message]) => [path.replace(/^said\./u, ''), message]),
  )
  return new AppError(error.code, error.message, { fields, cause: error })
}
