import type { Readable } from 'node:stream'
import { shown as shownWithin } from '#shared/shown.ts'

/** One thing an archive or folder holds, under the name it gives. */
export type BagEntry = {
  readonly name: string
  readonly kind: 'file' | 'folder' | 'link' | 'other'
  readonly bytes: number
}

/** Something that is wrong: what it is about, and a sentence. */
export type Problem = { readonly about: string; readonly detail: string }

/** Where a bag lies: a zip or a folder. Nothing in it is ever written to disk. */
export type BagSource = {
  readonly entries: readonly BagEntry[]
  /** What is wrong with the container itself. */
  readonly problems: readonly Problem[]
  /** Whether its files can be read with a passphrase only. */
  readonly isEncrypted?: boolean
  readonly open: (name: string) => Promise<Readable>
  readonly close: () => Promise<void>
}

/** What a verifier takes on at most, so that no archive can exhaust the machine. */
export const LIMITS = {
  entries: 50_000,
  totalBytes: 8 * 1024 ** 3,
  /** A manifest or other tag file is read into memory. */
  tagFileBytes: 64 * 1024 ** 2,
  /** Beyond this a file is taken for a bomb: deflate reaches a thousand, tables of rows that hardly differ four hundred. */
  ratio: 600,
  /** Small files may shrink as they like. */
  ratioFromBytes: 4 * 1024 ** 2,
} as const

/** Why a name cannot be used on any computer, or null when it can. Names are never cleaned: they are refused. */
export function unsafeName(name: string): string | null {
  if (name === '') return 'has no name'
  if (/[\p{Cc}\uFFFD]/u.test(name)) return 'has control characters or broken letters in its name'
  if (/[\u202A-\u202E\u2066-\u2069]/u.test(name))
    return 'has marks in its name that turn the writing direction'
  if (/^(?:[A-Za-z]:|[\\/~]|%[^%]+%)/u.test(name)) return 'names a place outside the archive'
  if (name.includes('\\')) return 'has a backslash in its name'
  const parts = name.replace(/\/$/u, '').split('/')
  if (parts.some((part) => part === '..')) return 'leads out of the archive'
  if (parts.some((part) => part === '' || part === '.')) return 'has an empty part in its path'
  if (parts.some((part) => part.length > 255)) return 'has a name longer than 255 letters'
  return null
}

/** A name as it can be shown in a report, no longer than a line of it. */
export function shown(name: string): string {
  return shownWithin(name, 160)
}
