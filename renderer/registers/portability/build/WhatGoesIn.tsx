import { Button } from '@mantine/core'
import { countOf } from '#shared/count-words.ts'
import { countLines, linesOf } from '../columns/column-edit.ts'
import type { ExportWork } from '../draft/useExport.ts'
import classes from '../portability.module.css'

/** What would go in, in numbers, by what was looked at last. */
export function WhatGoesIn({ work }: { readonly work: ExportWork }) {
  const { sources, looked } = work.draft
  if (sources.length === 0) return null
  const shown = work.isLookFresh ? looked?.shown : undefined
  return (
    <section className={classes.goesIn} aria-label="What goes in">
      <h3>What goes in</h3>
      <table>
        <thead>
          <tr>
            <th scope="col">File</th>
            <th scope="col">Columns kept</th>
            <th scope="col">Left out</th>
            <th scope="col">Rows kept</th>
          </tr>
        </thead>
        <tbody>
          {sources.map((source, index) => {
            const { kept, out } = countLines(linesOf(source))
            const rows = shown?.sources[index]
            return (
              <tr key={source.key}>
                <th scope="row">
                  <bdi>{source.look.fileName}</bdi>
                </th>
                <td>{kept.toLocaleString('en-GB')}</td>
                <td>{out.toLocaleString('en-GB')}</td>
                <td>
                  {rows
                    ? `${rows.kept.toLocaleString('en-GB')} of ${rows.rows.toLocaleString('en-GB')}${shown?.isWhole ? '' : ' read'}`
                    : 'not looked at'}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      {shown ? (
        <p className={classes.quiet}>
          {shown.leftOut.length === 0
            ? 'Nothing is left out.'
            : `${countOf(shown.leftOut.length, 'thing is', 'things are')} left out; the guide in the export says why.`}
        </p>
      ) : (
        <p className={classes.quiet}>
          {looked ? 'Something was changed since it was looked at.' : 'Nobody has looked at it yet.'}{' '}
          <Button variant="default" size="compact-xs" onClick={() => work.goTo('preview')}>
            Look at it
          </Button>
        </p>
      )}
    </section>
  )
}
