import { DayField } from '#renderer/ui/fields/DayField.tsx'
import { TextField } from '#renderer/ui/fields/TextField.tsx'
import classes from './person.module.css'
import { PickField } from '../PickField.tsx'
import { usePersonForm } from './person-form.ts'
import { FACTORS, weighed } from './weighing.ts'

const ANSWERS = [
  { value: 'given', label: 'Consent given' },
  { value: 'refused', label: 'Refused' },
  { value: 'noAnswer', label: 'No answer' },
  { value: 'notAsked', label: 'Not asked' },
] as const

const OPINIONS = [
  { value: 'met', label: 'Serious harm is likely: the test is met' },
  { value: 'notMet', label: 'The test is not met' },
] as const

/** What was asked, what is known already, and what was weighed before somebody was decided about. */
export function WeighedPart() {
  return (
    <>
      <Consent />
      <Factors />
      <Harm />
    </>
  )
}

function Consent() {
  const { value, disabled, errors, change } = usePersonForm()
  return (
    <section className={classes.part} aria-label="Consent">
      <h3>Consent, and what is known already</h3>
      <div className={classes.three}>
        <DayField
          label="Asked on"
          value={value.consentAskedOn}
          disabled={disabled}
          error={errors['consentAskedOn']}
          onChange={(consentAskedOn) => change({ consentAskedOn })}
        />
        <PickField
          label="Answer"
          placeholder="Not recorded"
          options={ANSWERS}
          value={value.consentAnswer}
          disabled={disabled}
          error={errors['consentAnswer']}
          onChange={(consentAnswer) => change({ consentAnswer })}
        />
        <DayField
          label="Answered on"
          value={value.consentOn}
          disabled={disabled}
          error={errors['consentOn']}
          onChange={(consentOn) => change({ consentOn })}
        />
      </div>
      <div className={classes.two}>
        <TextField
          long
          label="Note on consent"
          placeholder="By letter; agrees to the visits, not to the court papers"
          value={value.consentNote}
          disabled={disabled}
          error={errors['consentNote']}
          onCommit={(consentNote) => change({ consentNote })}
        />
        <TextField
          long
          label="Known to the requester already"
          placeholder="Lived together until 2019; knows the name and the address"
          value={value.knownAlready}
          disabled={disabled}
          error={errors['knownAlready']}
          onCommit={(knownAlready) => change({ knownAlready })}
        />
      </div>
    </section>
  )
}

function Factors() {
  const { value, disabled, errors, change } = usePersonForm()
  return (
    <section className={classes.part} aria-label="The five factors">
      <h3>
        Is it reasonable without consent?{' '}
        <small>
          DPA 2018 Sch 2 para 16 · {weighed(value)} of {FACTORS.length} weighed
        </small>
      </h3>
      <div className={classes.two}>
        {FACTORS.map(({ field, label, question }) => (
          <TextField
            key={field}
            long
            label={label}
            hint={question}
            value={value[field]}
            disabled={disabled}
            error={errors[field]}
            onCommit={(text) => change({ [field]: text })}
          />
        ))}
      </div>
    </section>
  )
}

function Harm() {
  const { value, disabled, errors, change } = usePersonForm()
  return (
    <section className={classes.part} aria-label="Opinion on serious harm">
      <h3>
        Opinion on serious harm{' '}
        <small>for health information, not older than six months · DPA 2018 Sch 3 paras 5–6</small>
      </h3>
      <div className={classes.three}>
        <TextField
          label="By"
          placeholder="Name and profession"
          value={value.harmOpinionBy}
          disabled={disabled}
          error={errors['harmOpinionBy']}
          onCommit={(harmOpinionBy) => change({ harmOpinionBy })}
        />
        <DayField
          label="On"
          value={value.harmOpinionOn}
          disabled={disabled}
          error={errors['harmOpinionOn']}
          onChange={(harmOpinionOn) => change({ harmOpinionOn })}
        />
        <PickField
          label="Says"
          placeholder="Not recorded"
          options={OPINIONS}
          value={value.harmOpinionSays}
          disabled={disabled}
          error={errors['harmOpinionSays']}
          onChange={(harmOpinionSays) => change({ harmOpinionSays })}
        />
      </div>
    </section>
  )
}
