import { useState } from 'react'
import { Button } from '@mantine/core'
import { hrefOf, RouteLink } from '#renderer/app/routing.tsx'
import type { GateFinding, GateResult } from '#shared/cases/gate.ts'
import { countOf } from '#shared/count-words.ts'
import { isShutting, KINDS, READERS } from './gate-words.ts'
import classes from './gate.module.css'

type FindingsProps = { readonly request: string; readonly result: GateResult }

/** Rows shown at first, and with each press of the button. */
const AT_ONCE = 50

/** What a proof found, those that keep the gate shut first, each with its page in the review. */
export function GateFindings({ request, result }: FindingsProps) {
  const shutting = result.findings.filter(isShutting)
  const others = result.findings.filter((finding) => !isShutting(finding))
  return (
    <>
      {shutting.length > 0 && (
        <details className={classes.more} open>
          <summary>What was found</summary>
          <FindingTable request={request} findings={shutting} label="What was found" />
          {result.more > 0 && (
            <p className={classes.quiet}>{countOf(result.more, 'more finding')} not kept one by one.</p>
          )}
        </details>
      )}
      {others.length > 0 && (
        <details className={classes.more}>
          <summary>{countOf(others.length, 'page')} to look at; nothing that keeps the gate shut</summary>
          <FindingTable request={request} findings={others} label="Pages to look at" />
        </details>
      )}
    </>
  )
}

type TableProps = {
  readonly request: string
  readonly findings: readonly GateFinding[]
  readonly label: string
}

function FindingTable({ request, findings, label }: TableProps) {
  const [shown, setShown] = useState(AT_ONCE)
  return (
    <>
      <div className={classes.scroll}>
        <table className={classes.table} aria-label={label}>
          <thead>
            <tr>
              <th scope="col">What</th>
              <th scope="col">Found by</th>
              <th scope="col">Where</th>
              <th scope="col">Which words</th>
            </tr>
          </thead>
          <tbody>
            {findings.slice(0, shown).map((finding, index) => (
              // Findings have no number of their own, and their order does not change.
              // oxlint-disable-next-line react/no-array-index-key -- a frozen list
              <tr key={index}>
                <td>
                  <strong>{KINDS[finding.kind]}.</strong> {finding.says}
                </td>
                <td data-way>{READERS.find(({ value }) => value === finding.reader)?.label}</td>
                <td data-words>
                  <Where request={request} finding={finding} />
                </td>
                <td data-words>
                  <bdi>{finding.found}</bdi>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {findings.length > shown && (
        <Button variant="subtle" onClick={() => setShown(shown + AT_ONCE)}>
          Show more of {findings.length.toLocaleString('en-GB')}
        </Button>
      )}
    </>
  )
}

function Where({ request, finding }: { readonly request: string; readonly finding: GateFinding }) {
  const { file, page, casePage } = finding
  const name = file.split('/').at(-1)
  const place = page === null ? name : `${name}, page ${page}`
  if (casePage === null) return place || 'The whole pack'
  return (
    <RouteLink className={classes.link} href={`${hrefOf('requests', request, 'review')}?page=${casePage}`}>
      {place || `Page ${casePage} of the case`}
    </RouteLink>
  )
}
