import { Button } from '@mantine/core'
import { countOf } from '#shared/count-words.ts'
import { focusPart } from '../focus-part.ts'
import { Ledger } from './Ledger.tsx'
import classes from './ledger.module.css'
import type { People } from './usePeople.ts'

/** The list of people, and what can be done with those selected. */
export function LedgerPart({ people, onMerge }: { readonly people: People; readonly onMerge: () => void }) {
  const { lines, selected, counts, show } = people
  return (
    <section className={classes.ledger} aria-label="People of the case">
      {lines.length > 0 || people.isLoading ? (
        <Ledger people={people} onOpen={() => focusPart('who')} />
      ) : (
        <p className={classes.none} data-part="list" tabIndex={-1}>
          {show === 'undecided' && counts.undecided === 0
            ? 'Everybody on the list is decided about.'
            : 'Nobody on the list is like this.'}
        </p>
      )}
      {selected.length > 0 && (
        <div className={classes.selection}>
          <span role="status">{countOf(selected.length, 'person', 'people')} selected</span>
          <Button variant="subtle" size="compact-xs" onClick={people.selectNobody}>
            Select nobody
          </Button>
          <Button
            variant="default"
            size="compact-xs"
            title="Merge those selected into one (M)"
            disabled={selected.length < 2}
            onClick={onMerge}
          >
            Merge… <kbd>M</kbd>
          </Button>
        </div>
      )}
    </section>
  )
}
