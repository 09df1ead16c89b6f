import { useEngineQuery } from '#renderer/api/client.ts'
import { HIDDEN_LABELS } from '#shared/cases/words.ts'
import type { ShownPage } from '#shared/registers/cases/case-pages.contract.ts'
import { nameToShow } from '#shared/registers/documents/document-rules.ts'
import classes from './pane.module.css'

/** Where a page came from, and what its file holds that no page shows. */
export function SourceFacts({ request, shown }: { readonly request: string; readonly shown: ShownPage }) {
  const { page, path } = shown
  const { data } = useEngineQuery('cases.source', { request, source: page.source })
  const hidden = data?.source.hidden ?? []
  return (
    <section aria-label="File">
      <h3>File</h3>
      <p className={classes.path}>
        <bdi>{nameToShow(path)}</bdi>
        <br />
        {page.label}
      </p>
      {hidden.length > 0 && (
        <>
          <h4>It holds what no page shows</h4>
          <ul className={classes.facts}>
            {hidden.map(({ kind, count, says }) => (
              <li key={`${kind}-${says}`} title={says}>
                {HIDDEN_LABELS[kind]}
                {count > 1 && ` (${count.toLocaleString('en-GB')})`}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
