import type { Payload } from './payload.ts'
import { verifyPage, verifyResource } from './verify-page.ts'

/**
 * What lies beside the payload of every archive, so that it can be checked without the program: a page for any
 * browser, and a program for Node that follows the chain of revisions.
 */
export function verifierFiles(): readonly Payload[] {
  return [
    { name: 'verify.html', source: verifyPage() },
    { name: 'verify-chain.mjs', source: Buffer.from(verifyResource('verify-chain.mjs')) },
  ]
}
