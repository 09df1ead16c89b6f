import { AnswerField } from '#renderer/ui/AnswerField.tsx'
import { YesNo } from '#renderer/ui/fields/ChoiceField.tsx'
import { TextField } from '#renderer/ui/fields/TextField.tsx'
import { FieldSlot } from '#renderer/ui/record/FieldSlot.tsx'
import { hrefOf, RouteLink } from '#renderer/app/routing.tsx'
import classes from '#renderer/ui/record/record.module.css'
import { Fields, Section } from '#renderer/ui/record/Section.tsx'
import { nameOfTerm, useTerms } from '#renderer/ui/terms/useTerms.ts'
import { useActivity } from '../activity-record.ts'
import { retentionInWords } from '../words.ts'

/** How long each category of data is kept, and the policy that says so. @source UK GDPR Art 30(1)(f) */
export function HowLong() {
  return (
    <Section title="How long it is kept">
      <RetentionTable />
      <RetentionPolicy />
    </Section>
  )
}

function RetentionTable() {
  const { value } = useActivity()
  const { byId } = useTerms()
  if (value.data.length === 0) return <p className={classes.quiet}>Name the categories of data first.</p>
  return (
    <table className={classes.rows}>
      <thead>
        <tr>
          <th scope="col">Category</th>
          <th scope="col">Kept</th>
          <th scope="col">Set by</th>
        </tr>
      </thead>
      <tbody>
        {value.data.map((use) => (
          <tr key={use.id}>
            <td>
              <RouteLink href={hrefOf('activities', value.id, null, { field: 'data', item: use.id })}>
                {nameOfTerm(byId, use.categoryId)}
              </RouteLink>
            </td>
            <td>{retentionInWords(use.retention)}</td>
            <td>{use.retention.state === 'value' ? use.retention.value.authority : ''}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** The policy on keeping and erasing, and whether it is followed. @source DPA 2018 Sch 1 para 41 */
function RetentionPolicy() {
  const { value: activity, disabled, errors, change } = useActivity()
  return (
    <FieldSlot field="retentionPolicy">
      <AnswerField
        label="Retention and erasure policy"
        answer={activity.retentionPolicy}
        blank={{ document: '', followed: true, reasonsIfNot: '' }}
        disabled={disabled}
        error={errors['retentionPolicy']}
        onChange={(retentionPolicy) => change({ retentionPolicy })}
      >
        {(value, set) => (
          <Fields>
            <TextField
              label="Document"
              value={value.document}
              disabled={disabled}
              onCommit={(document) => set({ ...value, document })}
            />
            <YesNo
              label="Followed"
              value={value.followed}
              disabled={disabled}
              onChange={(followed) => set({ ...value, followed })}
            />
            {!value.followed && (
              <TextField
                label="Reasons for not following it"
                long
                value={value.reasonsIfNot}
                disabled={disabled}
                onCommit={(reasonsIfNot) => set({ ...value, reasonsIfNot })}
              />
            )}
          </Fields>
        )}
      </AnswerField>
    </FieldSlot>
  )
}
