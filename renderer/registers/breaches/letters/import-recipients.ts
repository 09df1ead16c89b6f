import type { ComponentType } from 'react'

/**
 * The way to bring in a list of people to tell, which belongs to their own register and is handed to the page of a
 * breach: a dialog over the page, from choosing a file to what was taken in.
 */
export type ImportRecipientsPart = ComponentType<{
  /** The breach they are to be told of; null lets the person choose one. */
  readonly breach: { readonly id: string; readonly title: string } | null
  readonly onClose: () => void
}>
