import type { PlainDate } from '#shared/time/plain-date.ts'

/** What the checks before a release look at: facts of the request, and counts of its case. */
export type ReleaseState = {
  readonly today: PlainDate
  readonly request: {
    readonly requesterKind: string | null
    readonly personKind: string | null
    readonly authoritySeen: string | null
    readonly identityDoubted: boolean | null
    readonly identityReceivedOn: PlainDate | null
    readonly childNation: string | null
    readonly childViews: string
    readonly bestInterests: string
    readonly sendTo: string
    readonly holdSetOn: PlainDate | null
    readonly exemptions: readonly string[]
    readonly healthData: boolean | null
    readonly healthController: boolean | null
    readonly healthOpinionBy: string
    readonly healthOpinionProfession: string | null
    readonly healthOpinionOn: PlainDate | null
    readonly healthOpinionSays: string | null
    readonly healthKnown: string
    readonly isScheduleThreeBody: boolean | null
  }
  /** Whether an activity chosen for the request has health data. */
  readonly hasHealthActivity: boolean
  readonly pages: {
    readonly toRelease: number
    readonly unreviewed: number
    readonly queried: number
    readonly marked: number
    readonly waitingForText: number
    /** To be released, of documents that are health records. */
    readonly health: number
    /** To be released, with no paper to copy them from. */
    readonly withoutPaper: number
    /** Withheld without an exemption. */
    readonly withheldWithoutGround: number
  }
  /** Exemptions that pages are withheld under. */
  readonly exemptionsUsed: readonly string[]
  readonly files: readonly {
    readonly id: number
    readonly path: string
    readonly state: string
    readonly reason: string
  }[]
  /** Files with pages to be released that hold something that does not show: kind and number of files. */
  readonly hidden: readonly { readonly kind: string; readonly files: number }[]
  readonly duplicatesOpen: number
  readonly searches: { readonly all: number; readonly open: number }
  /** What the letter and the sheet still have in brackets. */
  readonly letterMissing: readonly string[]
}
