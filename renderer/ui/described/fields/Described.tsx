import type { ReactNode } from 'react'

type DescribedProps = {
  readonly hint?: ReactNode
  readonly error: string | undefined
  readonly children: ReactNode
}

/** A field whose own editor has no place for a hint or for what was refused. */
export function Described({ hint, error, children }: DescribedProps) {
  return (
    <>
      {children}
      {hint}
      {error && <p role="alert">{error}</p>}
    </>
  )
}
