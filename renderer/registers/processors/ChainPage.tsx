import { sentenceOf } from '#renderer/api/engine.ts'
import { useEngineQuery } from '#renderer/api/client.ts'
import { hrefOf, RouteLink } from '#renderer/app/routing.tsx'
import { Section } from '#renderer/ui/record/Section.tsx'
import type { AnyRecord } from '#shared/described/register.ts'
import { BOX, type Chain, layOutChain } from './chain-layout.ts'
import classes from './processors.module.css'

/** Everybody who works for a processor, drawn and in a table, and everybody who uses it. */
export function ChainPage({ record }: { readonly record: AnyRecord }) {
  const { data, error } = useEngineQuery('processors.chain', { id: record.id })
  if (error) return <p role="alert">{sentenceOf(error)}</p>
  if (!data) return <div aria-busy />
  return (
    <Section
      title="Chain"
      hint="Sub-processors, and those they use in turn, as far as the register knows them."
    >
      {data.links.length === 0 ? (
        <p>No sub-processor is recorded. Add them under “Sub-processors” of the record.</p>
      ) : (
        <>
          <ChainDrawing chain={data} />
          <ChainTable chain={data} />
        </>
      )}
      {data.usedBy.length > 0 && (
        <>
          <h4>Used by</h4>
          <ul className={classes.plain}>
            {data.usedBy.map(({ id, title }) => (
              <li key={id}>
                <RouteLink href={hrefOf('processors', id, 'chain')}>{title}</RouteLink>
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  )
}

function ChainDrawing({ chain }: { readonly chain: Chain }) {
  const { width, height, boxes, edges } = layOutChain(chain)
  return (
    <div className={classes.drawing}>
      <svg
        viewBox={`0 0 ${width} ${height}`}
        style={{ width, maxWidth: '100%' }}
        role="img"
        aria-label={`Chain of ${chain.title}: ${chain.links.length} steps, listed in the table below`}
      >
        {edges.map(({ key, path }) => (
          <path key={key} d={path} className={classes.edge} />
        ))}
        {boxes.map(({ key, x, y, lines, detail, standing }) => (
          <g key={key} className={classes.box} data-standing={standing}>
            <rect x={x} y={y} width={BOX.width} height={BOX.height} rx={4} />
            {lines.map((line, index) => (
              <text key={line} x={x + 10} y={y + 18 + index * 14}>
                {line}
              </text>
            ))}
            <text x={x + 10} y={y + 48} className={classes.detail}>
              {detail}
            </text>
          </g>
        ))}
      </svg>
    </div>
  )
}

function ChainTable({ chain }: { readonly chain: Chain }) {
  return (
    <table className={classes.chain} aria-label="Chain, step by step">
      <thead>
        <tr>
          <th scope="col">Step</th>
          <th scope="col">Uses</th>
          <th scope="col">For what</th>
          <th scope="col">Authorised</th>
          <th scope="col">Same terms</th>
          <th scope="col">Places</th>
        </tr>
      </thead>
      <tbody>
        {chain.links.map((link, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- one sub-processor may stand in several branches
          <tr key={index}>
            <td>
              {link.depth}. {link.fromTitle}
            </td>
            <th scope="row">
              <RouteLink href={hrefOf('processors', link.toId, 'chain')}>{link.toTitle}</RouteLink>
              {link.isCycle && ' (leads back to one above)'}
            </th>
            <td>{link.what}</td>
            <td>{said(link.authorised)}</td>
            <td>{said(link.sameTerms)}</td>
            <td>{link.countries.join(', ')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function said(answer: boolean | null): string {
  if (answer === null) return 'Not known yet'
  return answer ? 'Yes' : 'No'
}
