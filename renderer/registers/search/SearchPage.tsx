import { useDebouncedValue } from '@mantine/hooks'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useEngineQuery } from '#renderer/api/client.ts'
import { sentenceOf } from '#renderer/api/engine.ts'
import { hrefOf, navigate, useRoute } from '#renderer/app/routing.tsx'
import { PageHeader } from '#renderer/ui/PageHeader.tsx'
import type { RegisterName } from '#shared/records/record.ts'
import { openSearch, SEARCH_FIELD } from './open-search.ts'
import { Hits } from './Hits.tsx'
import { NothingFound, NothingTyped } from './NoHits.tsx'
import { RegisterChips } from './RegisterChips.tsx'
import classes from './search.module.css'

/** Results shown at most: enough to see that a further word is needed. */
const SHOWN = 100
/** How long the typing must pause before the address takes it over, in milliseconds. */
const PAUSE_MS = 60

/** One field over every register; the address holds what was typed, so that a search can be come back to. */
export function SearchPage() {
  const [text, setText] = useTypedText()
  const [chosen, setChosen] = useState<readonly RegisterName[]>([])
  const [asked] = useDebouncedValue(text.trim(), PAUSE_MS)
  const isAsking = asked !== ''
  const options = { enabled: isAsking, keepPrevious: true }
  const counts = useEngineQuery('search.counts', { text: asked }, options)
  const found = useEngineQuery(
    'search.everything',
    { text: asked, limit: SHOWN, ...(chosen.length > 0 && { registers: [...chosen] }) },
    options,
  )
  const results = useRef<HTMLDivElement>(null)
  const ofRegisters = (counts.data ?? []).filter(
    ({ register }) => chosen.length === 0 || chosen.includes(register),
  )
  const total = ofRegisters.reduce((sum, { count }) => sum + count, 0)
  const hits = isAsking ? (found.data ?? []) : []
  const error = found.error ?? counts.error

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') setText('')
    if (event.key !== 'ArrowDown' && event.key !== 'Enter') return
    event.preventDefault()
    const first = results.current?.querySelector('a')
    if (event.key === 'Enter') first?.click()
    else first?.focus()
  }

  return (
    <>
      <PageHeader
        title="Search"
        beside={
          <span role="status">{isAsking && counts.isSuccess ? totalInWords(total, hits.length) : ''}</span>
        }
        description="Every register at once. A result holds a word that begins with each of the words you type."
      />
      <search className={classes.bar}>
        <input
          id={SEARCH_FIELD}
          type="search"
          aria-label="Search every register"
          placeholder="Words, a name, a reference"
          spellCheck={false}
          autoComplete="off"
          maxLength={200}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
        {isAsking && <RegisterChips counts={counts.data ?? []} chosen={chosen} onChange={setChosen} />}
      </search>
      {error && <p role="alert">{sentenceOf(error)}</p>}
      {!isAsking && <NothingTyped />}
      {isAsking && found.isSuccess && hits.length === 0 && <NothingFound isNarrowed={chosen.length > 0} />}
      <div ref={results} className={classes.results}>
        <Hits hits={hits} typed={asked} onLeaveTop={openSearch} />
      </div>
    </>
  )
}

/** What is typed, kept in the address without a step for every letter. */
function useTypedText(): [string, (text: string) => void] {
  const { search } = useRoute()
  const [text, setText] = useState(search.get('text') ?? '')
  const [kept] = useDebouncedValue(text, 300)
  useEffect(openSearch, [])
  useEffect(() => {
    const href = hrefOf('search', null, null, kept ? { text: kept } : undefined)
    // Somebody who has gone on meanwhile is not fetched back.
    if (location.hash.startsWith('#/search') && location.hash !== href) navigate(href, { replace: true })
  }, [kept])
  return [text, setText]
}

function totalInWords(total: number, shown: number): string {
  const count = `${total.toLocaleString('en-GB')} ${total === 1 ? 'result' : 'results'}`
  return total > shown && shown === SHOWN ? `${count}, the best ${SHOWN} shown` : count
}
