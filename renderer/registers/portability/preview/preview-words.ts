import type { Output } from '#shared/rpc/contract.ts'

/** A table of an export as it is looked at. */
export type PreviewedTable = Output<'portability.preview'>['tables'][number]
type Column = PreviewedTable['columns'][number]

const TYPES: Readonly<Record<Column['type'], string>> = {
  text: 'text',
  integer: 'whole number',
  number: 'number',
  boolean: 'yes or no',
  date: 'day',
  dateTime: 'day and time',
}

/** "whole number · observed". */
export function factsOfColumn({ type, provenance }: Pick<Column, 'type' | 'provenance'>): string {
  return `${TYPES[type]} · ${provenance}`
}
