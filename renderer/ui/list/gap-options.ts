import { GAP_WORDS } from './words.ts'

/** How a list can be filtered by the gaps of its records. */
export const GAP_OPTIONS = (['errors', 'any', 'none'] as const).map((value) => ({
  value,
  label: GAP_WORDS[value],
}))
