import { createContext, useContext } from 'react'
import type { Output } from '#shared/rpc/contract.ts'

/** One thing the law asks for that a record does not say. */
export type GapOfRecord = Output<'gaps.ofRecord'>[number]

/** The gaps of the record on the screen. */
export type RecordGaps = {
  readonly all: readonly GapOfRecord[]
  /** Those beside a field; with an item, those about that part of it; with null, those about no part. */
  readonly of: (field: string, item?: string | null) => readonly GapOfRecord[]
  /** Absent where gaps cannot be set aside. */
  readonly waive?: (rule: string, reason: string) => Promise<unknown>
  readonly withdraw?: (rule: string) => Promise<unknown>
}

export const NO_GAPS: RecordGaps = { all: [], of: () => [] }

export const GapsContext = createContext<RecordGaps>(NO_GAPS)

/** The gaps of the record this stands in. */
export function useRecordGaps(): RecordGaps {
  return useContext(GapsContext)
}
