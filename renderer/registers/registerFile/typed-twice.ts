import { passphraseProblem } from '#shared/registers/registerFile/passphrase.ts'

/** A new passphrase typed twice. */
export type TypedTwice = { readonly first: string; readonly second: string }

/** What is wrong with a new passphrase typed twice, field by field; null when it will do. */
export function typedTwiceProblem({ first, second }: TypedTwice): { first?: string; second?: string } | null {
  const problem = passphraseProblem(first)
  if (problem) return { first: problem }
  if (first !== second) return { second: 'The two do not match' }
  return null
}
