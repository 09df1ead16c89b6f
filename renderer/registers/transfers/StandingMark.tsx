import { TRANSFER_STANDING_WORDS, type TransferStandingCode } from '#shared/law/transfer-standing.ts'
import classes from './transfers.module.css'

/** How a transfer stands, in words beside a mark of its own shape. */
export function StandingMark({ standing }: { readonly standing: TransferStandingCode }) {
  return (
    <span className={classes.standing} data-standing={standing}>
      <span aria-hidden>{SHAPES[standing]}</span> {TRANSFER_STANDING_WORDS[standing]}
    </span>
  )
}

const SHAPES: Readonly<Record<TransferStandingCode, string>> = {
  home: '■',
  adequate: '●',
  mechanismInDate: '◆',
  mechanismWithoutTest: '▲',
  nothing: '✖',
}
