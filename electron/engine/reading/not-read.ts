import { extname } from 'node:path'
import { LIMITS, type Reading } from '#shared/reading/reading.ts'

/** Why a file is not even begun. */
export const TOO_LARGE = `It is larger than ${LIMITS.file / 1_000_000} MB.`

const SPLIT =
  'Open it with the program it was made with, and save or print it as PDF; or split it into smaller files.'

/** The reading of a file that was not looked into, or whose reader had to be ended. */
export function notRead(name: string, reason: string, wayOut = SPLIT): Reading {
  return {
    outcome: 'not-read',
    reason,
    wayOut,
    type: extname(name).slice(1).toLowerCase().slice(0, 40),
    pages: null,
    texts: [],
    hidden: [],
    facts: [],
    attachments: 0,
  }
}
