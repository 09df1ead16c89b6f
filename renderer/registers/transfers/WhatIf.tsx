import { MultiSelect } from '@mantine/core'
import { useState } from 'react'
import { useEngineQuery } from '#renderer/api/client.ts'
import { sentenceOf } from '#renderer/api/engine.ts'
import { hrefOf, RouteLink } from '#renderer/app/routing.tsx'
import { ADEQUATE_COUNTRIES } from '#shared/law/adequate-countries.ts'
import { countryName } from '#shared/law/countries.ts'
import type { WhatIfAnswer } from '#shared/registers/transfers/transfer.contract.ts'
import { StandingMark } from './StandingMark.tsx'
import classes from './transfers.module.css'

const COUNTRIES = ADEQUATE_COUNTRIES.map(({ code, label }) => ({ value: code, label }))

/** Which transfers, processors and activities hang on the approval of some countries. Nothing is saved. */
export function WhatIf() {
  const [countries, setCountries] = useState<string[]>([])
  const { data, error } = useEngineQuery(
    'transfers.ifNotAdequate',
    { countries },
    { enabled: countries.length > 0, keepPrevious: true },
  )
  return (
    <section className={classes.panel} aria-label="If a country loses adequacy">
      <MultiSelect
        label="Countries that would no longer be approved"
        description="Only asked, never saved."
        data={COUNTRIES}
        value={countries}
        onChange={setCountries}
        searchable
        selectFirstOptionOnChange
        clearable
        placeholder={countries.length === 0 ? 'Choose one or several' : ''}
      />
      {error && <p role="alert">{sentenceOf(error)}</p>}
      <div role="status" aria-live="polite">
        {countries.length > 0 && data && <p>{summary(data, countries)}</p>}
      </div>
      {countries.length > 0 && data && <Answer answer={data} />}
    </section>
  )
}

function Answer({ answer: { transfers, processors, activities } }: { readonly answer: WhatIfAnswer }) {
  return (
    <>
      <table className={classes.table}>
        <caption>Transfers ({transfers.length})</caption>
        <thead>
          <tr>
            <th scope="col">Country</th>
            <th scope="col">Transfer</th>
            <th scope="col">Today</th>
            <th scope="col">Then</th>
            <th scope="col">Why</th>
          </tr>
        </thead>
        <tbody>
          {transfers.map(({ id, title, country, before, after, isHit }) => (
            <tr key={id} data-hit={isHit}>
              <td>{countryName(country)}</td>
              <th scope="row">
                <RouteLink href={hrefOf('transfers', id)}>{title}</RouteLink>
              </th>
              <td>
                <StandingMark standing={before.standing} />
              </td>
              <td>
                <StandingMark standing={after.standing} />
              </td>
              <td>{isHit ? after.reason : 'Rests on something else, so nothing changes.'}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Touched section="processors" title="Processors and recipients" touched={processors} />
      <Touched section="activities" title="Activities" touched={activities} />
    </>
  )
}

type TouchedProps = {
  readonly section: 'processors' | 'activities'
  readonly title: string
  readonly touched: WhatIfAnswer['processors']
}

function Touched({ section, title, touched }: TouchedProps) {
  return (
    <table className={classes.table}>
      <caption>
        {title} ({touched.length})
      </caption>
      <thead>
        <tr>
          <th scope="col">Name</th>
          <th scope="col">Because</th>
        </tr>
      </thead>
      <tbody>
        {touched.map(({ id, title: name, because }) => (
          <tr key={id}>
            <th scope="row">
              <RouteLink href={hrefOf(section, id)}>{name}</RouteLink>
            </th>
            <td>{because.join('; ')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function summary({ transfers, processors, activities }: WhatIfAnswer, countries: readonly string[]): string {
  const hit = transfers.filter(({ isHit }) => isHit).length
  const places = countries.map(countryName).join(', ')
  const others = `${counted(processors.length, 'processor or recipient', 'processors and recipients')} and ${counted(activities.length, 'activity', 'activities')}`
  return `If ${places} lost approval today, it would hit ${counted(hit, 'transfer')}, ${others}.`
}

function counted(count: number, one: string, several = `${one}s`): string {
  return `${count} ${count === 1 ? one : several}`
}
