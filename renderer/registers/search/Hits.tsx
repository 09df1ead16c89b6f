import type { KeyboardEvent } from 'react'
import { hrefFor, RouteLink } from '#renderer/app/routing.tsx'
import type { RegisterName } from '#shared/records/record.ts'
import { REGISTER_WORDS } from '#shared/records/register-words.ts'
import type { SearchHit } from '#shared/registers/search/search.contract.ts'
import { markWords } from '#shared/registers/search/words.ts'
import { Marked } from './Marked.tsx'

type HitsProps = {
  readonly hits: readonly SearchHit[]
  readonly typed: string
  /** The arrow up on the first result. */
  readonly onLeaveTop: () => void
}

/** The results by register, the register with the best one first; the arrow keys walk through all of them. */
export function Hits({ hits, typed, onLeaveTop }: HitsProps) {
  return byRegister(hits).map(([register, ofRegister]) => (
    <section key={register} aria-label={REGISTER_WORDS[register].many}>
      <h2>{REGISTER_WORDS[register].many}</h2>
      <ul>
        {ofRegister.map(({ id, title, snippet }) => (
          <li key={id}>
            <RouteLink href={hrefFor(register, id)} onKeyDown={(event) => walk(event, onLeaveTop)}>
              <span>
                <Marked pieces={markWords(title, typed)} />
              </span>
              {snippet.length > 0 && (
                <small>
                  <Marked pieces={snippet} />
                </small>
              )}
            </RouteLink>
          </li>
        ))}
      </ul>
    </section>
  ))
}

/** In the order of the best result of each. */
function byRegister(hits: readonly SearchHit[]): [RegisterName, SearchHit[]][] {
  const groups = new Map<RegisterName, SearchHit[]>()
  for (const hit of hits) groups.set(hit.register, [...(groups.get(hit.register) ?? []), hit])
  return [...groups]
}

function walk(event: KeyboardEvent<HTMLAnchorElement>, onLeaveTop: () => void): void {
  const links = [...(event.currentTarget.closest('section')?.parentElement?.querySelectorAll('a') ?? [])]
  const to = placeAfter(event.key, links.indexOf(event.currentTarget), links.length)
  if (to === null) return
  event.preventDefault()
  if (to < 0) onLeaveTop()
  else links[to]?.focus()
}

/** Where a key leads from a place in the results: before the first is -1, null when it leads nowhere. */
function placeAfter(key: string, at: number, count: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return Math.min(count - 1, at + 1)
    case 'ArrowUp':
      return at - 1
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return null
  }
}
