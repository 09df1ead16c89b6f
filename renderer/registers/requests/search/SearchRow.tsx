import { Checkbox, NativeSelect } from '@mantine/core'
import { hrefOf, RouteLink } from '#renderer/app/routing.tsx'
import { lastChased } from '#shared/registers/searches/search.deadlines.ts'
import { SEARCH_RESULTS, type SearchEntry } from '#shared/registers/searches/search.fields.ts'
import { placeOfSearch } from '#shared/registers/searches/statement.ts'
import { formatDay } from '#shared/time/plain-date.ts'
import { DayCell, NumberCell, TextCell } from './cells.tsx'
import classes from './search-record.module.css'

type SearchRowProps = {
  readonly request: string
  readonly entry: SearchEntry
  readonly systemName: (id: string) => string | undefined
  readonly isChosen: boolean
  readonly canEdit: boolean
  readonly onChoose: (isChosen: boolean) => void
  readonly onChange: (changes: Partial<SearchEntry>) => void
}

const RESULTS = [
  { value: '', label: 'Open' },
  ...SEARCH_RESULTS.map(({ value, label }) => ({ value, label })),
]

/** One place of the search record; a place that was not searched asks below why. */
export function SearchRow(props: SearchRowProps) {
  const { request, entry, systemName, isChosen, canEdit, onChoose, onChange } = props
  const place = placeOfSearch(entry, { systemName })
  const cell = (label: string) => ({ label: `${label}, ${place}`, disabled: !canEdit })
  const chased = lastChased(entry)
  const isLeft = entry.found === 'notSearched' || entry.found === 'refused'
  return (
    <>
      <tr>
        <td>
          <Checkbox
            aria-label={`Choose ${place}`}
            checked={isChosen}
            onChange={(event) => onChoose(event.currentTarget.checked)}
          />
        </td>
        <th scope="row" className={classes.place}>
          <RouteLink href={hrefOf('searches', entry.id)} title={entry.why || undefined}>
            {place}
          </RouteLink>
          <RouteLink
            className={classes.bring}
            href={hrefOf('requests', request, 'documents', { search: entry.id })}
            aria-label={`Bring in what was found, ${place}`}
          >
            Bring in what was found
          </RouteLink>
        </th>
        <td data-column="Who searches">
          <TextCell
            {...cell('Who searches')}
            value={entry.holder}
            onCommit={(holder) => onChange({ holder })}
          />
          <div className={classes.email}>
            <TextCell
              {...cell('Email of who searches')}
              placeholder="Email"
              value={entry.holderEmail}
              onCommit={(holderEmail) => onChange({ holderEmail })}
            />
          </div>
        </td>
        <td data-column="Searched for">
          <TextCell
            {...cell('Searched for')}
            isLong
            value={entry.terms}
            onCommit={(terms) => onChange({ terms })}
          />
        </td>
        <td data-column="Period from">
          <DayCell
            {...cell('Period from')}
            value={entry.periodFrom}
            onCommit={(periodFrom) => onChange({ periodFrom })}
          />
        </td>
        <td data-column="Period to">
          <DayCell
            {...cell('Period to')}
            value={entry.periodTo}
            onCommit={(periodTo) => onChange({ periodTo })}
          />
        </td>
        <td data-column="Asked">
          <DayCell
            {...cell('Asked on')}
            value={entry.askedOn}
            onCommit={(askedOn) => onChange({ askedOn })}
          />
        </td>
        <td data-column="Answer by">
          <DayCell
            {...cell('Answer by')}
            value={entry.answerBy}
            onCommit={(answerBy) => onChange({ answerBy })}
          />
        </td>
        <td data-column="Received">
          <DayCell
            {...cell('Answer received on')}
            value={entry.receivedOn}
            onCommit={(receivedOn) => onChange({ receivedOn })}
          />
        </td>
        <td data-column="Came of it">
          <NativeSelect
            aria-label={`What came of it, ${place}`}
            size="xs"
            data={RESULTS}
            value={entry.found ?? ''}
            disabled={!canEdit}
            onChange={(event) =>
              onChange({ found: (event.currentTarget.value || null) as SearchEntry['found'] })
            }
          />
        </td>
        <td data-column="Pages">
          <NumberCell
            {...cell('Pages found')}
            value={entry.pagesFound}
            onCommit={(pagesFound) => onChange({ pagesFound })}
          />
        </td>
        <td data-column="Chased" className={classes.quiet}>
          {chased ? `${entry.chasers.length} ×, last ${formatDay(chased)}` : '–'}
        </td>
      </tr>
      {isLeft && (
        <tr className={classes.whyNot}>
          <td />
          <td colSpan={11}>
            <TextCell
              {...cell(entry.found === 'refused' ? 'Why the holder refused' : 'Why not searched')}
              placeholder="Why not? It stands in the statement, and a record without it has a gap (UK GDPR Art 15(1A))."
              isMissing={entry.whyNot.trim() === ''}
              value={entry.whyNot}
              onCommit={(whyNot) => onChange({ whyNot })}
            />
          </td>
        </tr>
      )}
    </>
  )
}
