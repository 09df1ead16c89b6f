import type { PageRemoval } from '#shared/cases/removal.ts'

/** A page of a finished file: its number there, the page of the case it was made of, and what is removed from it. */
export type PageToProve = {
  readonly page: number
  readonly casePage: number
  readonly removal: PageRemoval | null
}

/** A finished file of a pack, open; `pages` is empty for what we wrote ourselves. */
export type FileToProve = {
  /** Its name in the pack. */
  readonly name: string
  readonly kind: 'pdf' | 'workbook' | 'text'
  readonly bytes: Buffer
  readonly pages: readonly PageToProve[]
}
