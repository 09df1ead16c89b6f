import classes from './pack.module.css'

/** The fingerprint of a pack in groups of four, as its covering letter prints it. */
export function Fingerprint({ fingerprint }: { readonly fingerprint: string }) {
  const groups = fingerprint.match(/.{4}/gu) ?? []
  return (
    <p className={classes.fingerprint}>
      <span className={classes.quiet}>Fingerprint </span>
      <code>{groups.join(' ')}</code>
    </p>
  )
}
