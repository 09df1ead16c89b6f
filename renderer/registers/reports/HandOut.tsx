import { useState } from 'react'
import { useEngineQuery } from '#renderer/api/client.ts'
import { ChoiceField } from '#renderer/ui/fields/ChoiceField.tsx'
import { described } from '#shared/described/all.ts'
import { DescribedName } from '#shared/described/names.ts'
import { HandOutRecord } from './HandOutRecord.tsx'
import { HandOutRegister } from './HandOutRegister.tsx'
import classes from './reports.module.css'

const RECORD = 'record'

/** Hands out the record of processing activities, or another register. */
export function HandOut() {
  const [what, setWhat] = useState<DescribedName | typeof RECORD>(RECORD)
  const { data: counts = [] } = useEngineQuery('records.counts', {})
  const countOf = (name: DescribedName) => counts.find(({ register }) => register === name)?.total ?? 0
  return (
    <section className={classes.part} aria-labelledby="hand-out">
      <h2 id="hand-out">Hand out a register</h2>
      <div className={classes.what}>
        <ChoiceField
          label="What"
          options={[
            { value: RECORD, label: 'Record of processing activities (Article 30)' },
            {
              group: 'Other registers',
              items: DescribedName.options.map((name) => ({
                value: name,
                label: `${described(name).label} (${countOf(name).toLocaleString('en-GB')})`,
              })),
            },
          ]}
          value={what}
          onChange={setWhat}
        />
      </div>
      {what === RECORD ? <HandOutRecord /> : <HandOutRegister key={what} register={what} />}
    </section>
  )
}
