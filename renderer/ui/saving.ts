import type { Instant } from '#shared/time/instant.ts'

/** Whether what was typed is in the register. */
export type Saving =
  | { readonly state: 'saved'; readonly at: Instant }
  | { readonly state: 'saving' }
  | { readonly state: 'failed' }
