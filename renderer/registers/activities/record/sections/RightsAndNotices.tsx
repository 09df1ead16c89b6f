import { AnswerField } from '#renderer/ui/AnswerField.tsx'
import { YesNo } from '#renderer/ui/fields/ChoiceField.tsx'
import { TextField } from '#renderer/ui/fields/TextField.tsx'
import { FieldSlot } from '#renderer/ui/record/FieldSlot.tsx'
import classes from '#renderer/ui/record/record.module.css'
import { Fields, Section } from '#renderer/ui/record/Section.tsx'
import { valueOf } from '#shared/answer.ts'
import { labelOf } from '#shared/law/code-list.ts'
import { LAWFUL_BASES } from '#shared/law/lawful-bases.ts'
import type { Activity } from '#shared/registers/activities/activity.schema.ts'
import { useActivity } from '../activity-record.ts'

/** The record of consent, breaches, and which rights the bases chosen give. */
export function RightsAndNotices() {
  const { value: activity, disabled, errors, change } = useActivity()
  return (
    <Section title="Rights, consent and breaches">
      <RightsByBasis activity={activity} />
      <Fields>
        <FieldSlot field="consentRecord">
          <AnswerField
            label="Where the record of consent is"
            answer={activity.consentRecord}
            blank=""
            disabled={disabled}
            error={errors['consentRecord']}
            onChange={(consentRecord) => change({ consentRecord })}
          >
            {(value, set) => (
              <TextField
                label=""
                ariaLabel="Record of consent"
                value={value}
                disabled={disabled}
                onCommit={set}
              />
            )}
          </AnswerField>
        </FieldSlot>
        <FieldSlot field="breaches">
          <AnswerField
            label="Personal data breaches"
            answer={activity.breaches}
            blank={{ occurred: false, reference: '' }}
            disabled={disabled}
            error={errors['breaches']}
            onChange={(breaches) => change({ breaches })}
          >
            {(value, set) => (
              <div className={classes.stack}>
                <YesNo
                  label="Has one touched this activity?"
                  value={value.occurred}
                  disabled={disabled}
                  onChange={(occurred) => set({ ...value, occurred })}
                />
                <TextField
                  label="Reference"
                  value={value.reference}
                  disabled={disabled}
                  onCommit={(reference) => set({ ...value, reference })}
                />
              </div>
            )}
          </AnswerField>
        </FieldSlot>
      </Fields>
    </Section>
  )
}

/** Which rights the bases in use give; read from the code list, not typed in. */
function RightsByBasis({ activity }: { readonly activity: Activity }) {
  const codes = [...new Set(activity.purposes.flatMap(({ basis }) => valueOf(basis) ?? []))]
  const bases = LAWFUL_BASES.filter(({ code }) => codes.includes(code))
  if (bases.length === 0) return null
  return (
    <table className={classes.rows}>
      <caption className="visually-hidden">Rights that follow from the lawful bases in use</caption>
      <thead>
        <tr>
          <th scope="col">Lawful basis in use</th>
          <th scope="col">Erasure</th>
          <th scope="col">Objection</th>
          <th scope="col">Portability</th>
          <th scope="col">Withdraw consent</th>
        </tr>
      </thead>
      <tbody>
        {bases.map(({ code, short, rights }) => (
          <tr key={code}>
            <td>
              {short} {labelOf(LAWFUL_BASES, code)}
            </td>
            <td>{rights.erasure === 'full' ? 'Yes' : 'Limited'}</td>
            <td>{yesOrNo(rights.object)}</td>
            <td>{yesOrNo(rights.portability)}</td>
            <td>{yesOrNo(rights.withdraw)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const yesOrNo = (value: boolean) => (value ? 'Yes' : 'No')
