import { hrefOf, RouteLink } from '#renderer/app/routing.tsx'
import { countryName } from '#shared/law/countries.ts'
import { TRANSFER_STANDING_WORDS, type TransferStandingCode } from '#shared/law/transfer-standing.ts'
import type { StandingLine } from '#shared/registers/transfers/transfer.contract.ts'
import { StandingMark } from './StandingMark.tsx'
import classes from './transfers.module.css'

type StandingTableProps = {
  readonly lines: readonly StandingLine[]
  readonly country: string | null
  readonly standing: TransferStandingCode | null
}

/** The map in words: every transfer, how it stands, and why. */
export function StandingTable({ lines, country, standing }: StandingTableProps) {
  const shown = lines.filter(
    (line) =>
      (country === null || line.country === country) &&
      (standing === null || line.standing?.standing === standing),
  )
  return (
    <table className={classes.table}>
      <caption>
        {country === null ? 'All transfers' : `Transfers to ${countryName(country)}`}
        {standing !== null && `, ${TRANSFER_STANDING_WORDS[standing].toLowerCase()}`} ({shown.length})
      </caption>
      <thead>
        <tr>
          <th scope="col">Country</th>
          <th scope="col">Transfer</th>
          <th scope="col">Importer</th>
          <th scope="col">Standing</th>
          <th scope="col">Why</th>
        </tr>
      </thead>
      <tbody>
        {shown.map((line) => (
          <tr key={line.id}>
            <td>{line.country === null ? 'Not known yet' : countryName(line.country)}</td>
            <th scope="row">
              <RouteLink href={hrefOf('transfers', line.id)}>{line.title}</RouteLink>
              {line.isStopped && ' (stopped)'}
            </th>
            <td>{line.importer}</td>
            <td>{line.standing ? <StandingMark standing={line.standing.standing} /> : '—'}</td>
            <td>
              {line.standing?.reason}
              {line.standing && <span className={classes.quiet}> {line.standing.citations.join('; ')}</span>}
              {line.standing?.check && <span className={classes.check}>{line.standing.check}</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
