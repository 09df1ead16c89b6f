import { z } from 'zod'
import type { Recipient } from '#shared/registers/recipients/recipient.register.ts'

/** The versions of the letter to a person, as they are chosen. */
export const LETTER_VERSIONS = [
  { value: 'standard', label: 'Plain English' },
  { value: 'easier', label: 'Easier to read' },
  { value: 'child', label: 'For a child' },
] as const

export const LetterVersion = z.enum(['standard', 'easier', 'child'])
export type LetterVersion = z.infer<typeof LetterVersion>

/** Which version a person gets: the one chosen, or else the one for a child or in plain English. */
export function versionFor({ version, kind }: Pick<Recipient, 'version' | 'kind'>): LetterVersion {
  return version ?? (kind === 'child' ? 'child' : 'standard')
}

/** What a version is called. */
export function versionLabel(version: LetterVersion): string {
  return LETTER_VERSIONS.find(({ value }) => value === version)!.label
}
