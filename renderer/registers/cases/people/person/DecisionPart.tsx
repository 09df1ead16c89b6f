import { Textarea } from '@mantine/core'
import { IconEye, IconEyeOff, IconHelpCircle } from '@tabler/icons-react'
import { useEngineQuery } from '#renderer/api/client.ts'
import { useDraft } from '#renderer/ui/fields/useDraft.ts'
import type { CasePerson, PersonLine } from '#shared/cases/person.ts'
import { plainReason } from '#shared/law/exemptions/plain-reasons.ts'
import { countOf } from '#shared/count-words.ts'
import { formatInstant } from '#shared/time/plain-date.ts'
import { ExemptionField } from '../ExemptionField.tsx'
import type { Grounds, PeopleActions } from '../ledger/usePeopleActions.ts'
import type { CaseWork } from '../useCaseWork.ts'
import { Asked } from './Asked.tsx'
import classes from './person.module.css'
import { firstPlaces } from './usePlaces.ts'

/** What is typed about a decision goes onto every mark, so it is kept when the field is left and not while typing. */
const LONG_PAUSE_MS = 3_600_000

const WAYS = [
  { decision: 'withhold', label: 'Remove', key: 'W', Icon: IconEyeOff },
  { decision: 'disclose', label: 'Let stay', key: 'D', Icon: IconEye },
  { decision: null, label: 'Not decided', key: 'C', Icon: IconHelpCircle },
] as const

type DecisionPartProps = {
  readonly request: string
  readonly person: CasePerson
  readonly line: PersonLine
  readonly actions: PeopleActions
  readonly work: CaseWork
}

/** Whether somebody is removed or stays, on what grounds, and what that does. */
export function DecisionPart({ request, person, line, actions, work }: DecisionPartProps) {
  const places = useEngineQuery('cases.personHits', firstPlaces(request, person.id), { keepPrevious: true })
  const { decision } = person
  const grounds: Grounds = (decision === null && actions.draftOf(person.id)) || person
  const { exemption, because } = grounds
  const say = (said: Partial<Grounds>) => {
    if (decision !== null) void actions.decide(line, decision, said)
    else actions.keepDraft(person.id, { exemption, because, ...said })
  }
  return (
    <section className={classes.part} aria-label="Decision">
      <div className={classes.ways} role="group" aria-label="Decision about this person">
        {WAYS.map(({ decision: way, label, key, Icon }) => (
          <button
            key={key}
            type="button"
            title={`${label} (${key})`}
            aria-pressed={decision === way}
            data-decision={way ?? 'undecided'}
            disabled={!work.canEdit}
            onClick={() => decision !== way && void actions.decide(line, way)}
          >
            <Icon size={15} aria-hidden />
            {label} <kbd>{key}</kbd>
          </button>
        ))}
      </div>
      <p className={classes.does}>{places.data ? effectOf(person, line, places.data.total) : ' '}</p>
      <div className={classes.grounds} data-part="decision">
        {decision !== 'disclose' && (
          <ExemptionField
            value={exemption}
            disabled={!work.canEdit}
            onChange={(code) => say({ exemption: code })}
          />
        )}
        <Because
          key={decision}
          value={because}
          plain={decision === 'disclose' ? undefined : plainReason(exemption || 'TP-16')}
          disabled={!work.canEdit}
          onCommit={(text) => say({ because: text })}
        />
      </div>
      {decision !== 'disclose' && <Asked person={person} exemption={exemption} />}
    </section>
  )
}

type BecauseProps = {
  readonly value: string
  /** How the reason is told to the person who asks. */
  readonly plain: string | undefined
  readonly disabled: boolean
  readonly onCommit: (because: string) => void
}

function Because({ value, plain, disabled, onCommit }: BecauseProps) {
  const { text, type, flush } = useDraft(value, onCommit, LONG_PAUSE_MS)
  return (
    <Textarea
      label="Why, in your words"
      description={plain && `Told in the pack as: “${plain}”`}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      placeholder="For the record"
      minRows={1}
      maxRows={8}
      maxLength={2000}
      disabled={disabled}
      value={text}
      onChange={({ currentTarget }) => type(currentTarget.value)}
      onBlur={flush}
    />
  )
}

/** What the decision does, or would do; a place that two forms name at once is one place. */
function effectOf({ decision, decidedAt, decidedBy }: CasePerson, line: PersonLine, total: number): string {
  const places = `${countOf(total, 'place')} on ${countOf(line.pages, 'page')}`
  const but = line.exceptions > 0 ? `, but for ${countOf(line.exceptions, 'exception')}` : ''
  const by =
    decidedAt === null ? '' : ` Decided ${formatInstant(decidedAt)}${decidedBy && ` by ${decidedBy}`}.`
  if (total === 0) return `No form of this person stands in the documents.${by}`
  if (decision === 'withhold') return `Removed in ${places}${but}.${by}`
  if (decision === 'disclose') return `Stays in ${places}.${by}`
  return `Removing marks ${places}. Pages that were decided before and are touched have to be looked at again.`
}
