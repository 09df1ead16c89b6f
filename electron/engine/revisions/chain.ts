import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'

/** What a revision says, all but its body; the chain is made over exactly this. */
export type RevisionHeader = {
  readonly seq: number
  readonly at: string
  readonly actor: string
  readonly procedure: string
  readonly command: string
  readonly undoes: string | null
  readonly register: string
  readonly record: string
  readonly body_sha256: string
}

/** The link before the first. */
export const CHAIN_START = '0'.repeat(64)

/** SHA-256 of a text, in hexadecimal. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

/**
 * The next link: SHA-256 of the previous link and the header as canonical JSON (RFC 8785).
 * The body enters through its own hash, so a body can be erased and the chain still verifies.
 */
export function nextLink(previous: string, header: RevisionHeader): string {
  const { seq, at, actor, procedure, command, undoes, register, record, body_sha256 } = header
  const canonical = canonicalize({
    seq,
    at,
    actor,
    procedure,
    command,
    undoes,
    register,
    record,
    body_sha256,
  })
  return sha256(previous + canonical!)
}
