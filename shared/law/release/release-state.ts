import type { CasePerson } from '#shared/cases/person.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'

/** Somebody who is named on pages to be released, and on how many. */
export type NamedPerson = { readonly name: string; readonly pages: number }

/** Somebody as the checks before a release look at them. */
export type WeighedPerson = Pick<CasePerson, 'name' | 'role' | 'capacity' | 'exemption'> & {
  /** Whether any of the five factors was written down. */
  readonly isWeighed: boolean
}

/** What a release has to know of the people in the documents. */
export type ReleasePeople = {
  /** Named on pages to be released, and nobody decided about them. */
  readonly undecided: readonly NamedPerson[]
  /** Children other than the one who asks, named on pages to be released. */
  readonly otherChildren: readonly NamedPerson[]
  readonly withheld: readonly WeighedPerson[]
  /** Whose protected address stands open on pages to be released. */
  readonly protectedOpen: readonly NamedPerson[]
  /** Pages to be released that were not searched for people. */
  readonly unsearched: number
}

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
    /** Nobody decided about them, or a decision that touches them was changed since. */
    readonly unreviewed: number
    /** To be released, and a decision that touches them was changed since. */
    readonly reopened: number
    readonly queried: number
    /** To be released, with marks that are only proposed. */
    readonly proposed: number
    readonly waitingForText: number
    /** To be released, of documents that are health records. */
    readonly health: number
    /** To be released, with no paper to copy them from. */
    readonly withoutPaper: number
    /** Withheld without an exemption. */
    readonly withheldWithoutGround: number
  }
  /** Accepted marks on pages to be released, and how many of them lack their ground, their reason or their label. */
  readonly marks: { readonly accepted: number; readonly unsaid: number }
  readonly people: ReleasePeople
  readonly secondCheck: {
    /** Whether it is signed off, and nothing changed since. */
    readonly isDone: boolean
    readonly isBegun: boolean
    readonly isSignedOff: boolean
    /** Pages that were returned, changed since or are missing in it. */
    readonly changed: number
  }
  /** What was decided otherwise in other cases; `lookedAt` is null until somebody looked. */
  readonly conflicts: {
    readonly lookedAt: string | null
    readonly isStale: boolean
    readonly conflicts: number
    readonly withReleased: number
    readonly unread: readonly string[]
  }
  /** Exemptions that pages are withheld, or words removed, under. */
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
