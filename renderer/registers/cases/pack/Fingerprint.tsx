import { inFours } from '#shared/in-fours.ts'
import classes from './pack.module.css'

/** The fingerprint of a pack in groups of four, as its covering letter prints it. */
export function Fingerprint({ fingerprint }: { readonly fingerprint: string }) {
  return (
    <p className={classes.fingerprint}>
      <span className={classes.quiet}>Fingerprint </span>
      <code>{inFours(fingerprint)}</code>
    </p>
  )
}
