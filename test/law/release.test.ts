import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import type { CasePerson } from '#shared/cases/person.ts'
import { weaknessOf, newPackPassphrase } from '#shared/cases/pack-passphrase.ts'
import { isFreshOpinion } from '#shared/law/release/health-gate.ts'
import { isOpen, releaseChecks } from '#shared/law/release/release-checks.ts'
import type { ReleaseState } from '#shared/law/release/release-state.ts'
import { PlainDate } from '#shared/time/plain-date.ts'

type Change = Partial<Omit<ReleaseState, 'request' | 'pages' | 'people' | 'secondCheck' | 'conflicts'>> & {
  request?: Partial<ReleaseState['request']>
  pages?: Partial<ReleaseState['pages']>
  people?: Partial<ReleaseState['people']>
  secondCheck?: Partial<ReleaseState['secondCheck']>
  conflicts?: Partial<ReleaseState['conflicts']>
}

const day = (text: string) => PlainDate.parse(text)

function state({ request, pages, people, secondCheck, conflicts, ...more }: Change = {}): ReleaseState {
  return {
    today: day('2026-11-22'),
    hasHealthActivity: false,
    exemptionsUsed: [],
    marks: { accepted: 0, unsaid: 0 },
    people: { undecided: [], otherChildren: [], withheld: [], protectedOpen: [], unsearched: 0, ...people },
    secondCheck: { isDone: true, isBegun: true, isSignedOff: true, changed: 0, ...secondCheck },
    conflicts: {
      lookedAt: '2026-11-22T08:00:00.000Z',
      isStale: false,
      conflicts: 0,
      withReleased: 0,
      unread: [],
      ...conflicts,
    },
    files: [],
    hidden: [],
    duplicatesOpen: 0,
    searches: { all: 2, open: 0 },
    letterMissing: [],
    ...more,
    request: {
      requesterKind: 'self',
      personKind: 'adult',
      authoritySeen: 'notNeeded',
      identityDoubted: false,
      identityReceivedOn: null,
      childNation: null,
      childViews: '',
      bestInterests: '',
      sendTo: '1 High Street',
      holdSetOn: day('2026-11-02'),
      exemptions: [],
      healthData: false,
      healthController: null,
      healthOpinionBy: '',
      healthOpinionProfession: null,
      healthOpinionOn: null,
      healthOpinionSays: null,
      healthKnown: '',
      isScheduleThreeBody: null,
      ...request,
    },
    pages: {
      toRelease: 10,
      unreviewed: 0,
      queried: 0,
      reopened: 0,
      proposed: 0,
      waitingForText: 0,
      health: 0,
      withoutPaper: 0,
      withheldWithoutGround: 0,
      ...pages,
    },
  }
}

const AUNT = { name: 'Aunt May', pages: 3 }

const person = (
  role: CasePerson['role'],
  capacity: CasePerson['capacity'],
  isWeighed: boolean,
): ReleaseState['people']['withheld'][number] => ({
  name: 'Somebody',
  role,
  capacity,
  exemption: 'TP-16',
  isWeighed,
})

const codes = (change: Change, kind: 'final' | 'partial' = 'final') =>
  releaseChecks(state(change), kind, []).map(
    ({ code, canBeAccepted }) => `${code}${canBeAccepted ? '' : '!'}`,
  )

const OPINION = {
  healthData: true,
  healthOpinionBy: 'Dr Ahmed',
  healthOpinionProfession: 'doctor',
  healthOpinionOn: day('2026-11-01'),
  healthOpinionSays: 'notMet',
}

describe('the health gate', () => {
  test.each<[string, Change, string[]]>([
    ['nothing about health', {}, ['address']],
    ['said to be there', { request: { healthData: true } }, ['health-opinion!', 'address']],
    [
      'a document that is a health record, whatever the request says',
      { pages: { health: 1 } },
      ['health-opinion!', 'address'],
    ],
    [
      'an activity with health data, and nobody said',
      { hasHealthActivity: true, request: { healthData: null } },
      ['health-opinion!', 'address'],
    ],
    ['an activity with health data, and somebody looked', { hasHealthActivity: true }, ['address']],
    [
      'a controller that is a health professional',
      { request: { healthData: true, healthController: true } },
      ['address'],
    ],
    ['an opinion within six months', { request: OPINION }, ['address']],
    [
      'an opinion without a name',
      { request: { ...OPINION, healthOpinionBy: ' ' } },
      ['health-opinion!', 'address'],
    ],
    [
      'an opinion of a social worker',
      { request: { ...OPINION, healthOpinionProfession: 'socialWorker' } },
      ['health-profession!', 'address'],
    ],
    [
      'an opinion that is too old',
      { request: { ...OPINION, healthOpinionOn: day('2026-05-22') } },
      ['health-opinion-old!', 'address'],
    ],
    [
      'an opinion of tomorrow',
      { request: { ...OPINION, healthOpinionOn: day('2026-11-23') } },
      ['health-opinion-old!', 'address'],
    ],
    [
      'an opinion that harm is likely',
      { request: { ...OPINION, healthOpinionSays: 'met' } },
      ['health-harm!', 'address'],
    ],
    [
      'harm likely, whatever the person knows',
      { request: { ...OPINION, healthOpinionSays: 'met', healthKnown: 'All of it' } },
      ['health-harm!', 'address'],
    ],
    [
      'known to the person already',
      { request: { healthData: true, healthKnown: 'Letters sent to her by the clinic' } },
      ['address'],
    ],
  ])('%s', (_, change, expected) => {
    expect(codes(change)).toEqual(expected)
  })

  test.each([
    ['2026-11-22', '2026-11-22', true],
    ['2026-05-23', '2026-11-22', true],
    ['2026-05-22', '2026-11-22', false],
    ['2026-02-28', '2026-08-31', false],
    ['2026-03-01', '2026-08-31', true],
    ['2027-01-01', '2026-12-31', false],
  ])('an opinion of %s relied on on %s: %s', (given, relied, fresh) => {
    expect(isFreshOpinion(day(given), day(relied))).toBe(fresh)
  })

  test('an opinion never becomes fresh again by growing older', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 400 }), (age, more) => {
        const relied = Temporal.PlainDate.from('2026-11-22')
        const before = (days: number) => day(relied.subtract({ days }).toString())
        const [young, old] = [
          isFreshOpinion(before(age), day('2026-11-22')),
          isFreshOpinion(before(age + more), day('2026-11-22')),
        ]
        return young || !old
      }),
    )
  })
})

describe('the other checks', () => {
  test.each<[string, Change, string[]]>([
    ['no pages', { pages: { toRelease: 0 } }, ['address', 'nothing!']],
    [
      'pages nobody reviewed, and queries',
      { pages: { unreviewed: 2, queried: 1 } },
      ['address', 'unreviewed!', 'queried!'],
    ],
    ['suggestions nobody decided about', { pages: { proposed: 1 } }, ['address', 'proposed!']],
    ['pages that a changed decision opened again', { pages: { reopened: 2 } }, ['address', 'reopened!']],
    ['marks that say nothing', { marks: { accepted: 5, unsaid: 1 } }, ['address', 'marks-unsaid!']],
    ['people nobody decided about', { people: { undecided: [AUNT] } }, ['address', 'undecided!']],
    ['another child who stays named', { people: { otherChildren: [AUNT] } }, ['address', 'other-children']],
    [
      'a protected address that is open',
      { people: { protectedOpen: [AUNT] } },
      ['address', 'protected-address!'],
    ],
    ['pages not searched for people', { people: { unsearched: 3 } }, ['address', 'people-search']],
    [
      'the same where somebody is withheld',
      { people: { unsearched: 3, withheld: [person('relative', null, true)] } },
      ['address', 'people-search!'],
    ],
    [
      'somebody withheld whom nobody weighed',
      { people: { withheld: [person('relative', null, false)] } },
      ['address', 'no-factors'],
    ],
    [
      'a volunteer who was not paid, whom nobody weighed',
      { people: { withheld: [person('volunteer', 'private', false)] } },
      ['address', 'no-factors'],
    ],
    [
      'a referrer, who is withheld unless it is reasonable',
      { people: { withheld: [person('referrer', null, false)] } },
      ['address'],
    ],
    [
      'a social worker who is withheld',
      { people: { withheld: [person('socialWorker', 'official', true)] } },
      ['address', 'against-presumption'],
    ],
    [
      'a social worker who is withheld for another reason than the balance',
      { people: { withheld: [{ ...person('socialWorker', 'official', false), exemption: 'CT-2' }] } },
      ['address'],
    ],
    [
      'a second check that nobody made',
      { secondCheck: { isDone: false, isBegun: false, isSignedOff: false } },
      ['address', 'second-check'],
    ],
    ['pages decided otherwise elsewhere', { conflicts: { conflicts: 2 } }, ['address', 'conflicts']],
    ['other cases nobody looked into', { conflicts: { lookedAt: null } }, ['address', 'conflicts']],
    ['withheld without a ground', { pages: { withheldWithoutGround: 3 } }, ['address', 'no-ground!']],
    ['doubts about who asks', { request: { identityDoubted: true } }, ['identity!', 'address']],
    [
      'doubts that were settled',
      { request: { identityDoubted: true, identityReceivedOn: day('2026-11-05') } },
      ['address'],
    ],
    [
      'authority not seen',
      { request: { requesterKind: 'solicitor', authoritySeen: 'asked' } },
      ['authority!', 'address'],
    ],
    [
      'authority nobody wrote about',
      { request: { requesterKind: 'solicitor', authoritySeen: null } },
      ['authority!', 'address'],
    ],
    ['no address', { request: { sendTo: ' ' } }, ['address-missing!']],
    [
      'a parent for a child',
      { request: { requesterKind: 'parent', authoritySeen: 'seen', personKind: 'child' } },
      ['address', 'child-expectation', 'child-abuse-data'],
    ],
    [
      'the same in Scotland',
      {
        request: {
          requesterKind: 'parent',
          authoritySeen: 'seen',
          personKind: 'child',
          childNation: 'Scotland',
        },
      },
      ['address', 'child-expectation'],
    ],
    ['serious harm in social work, by a charity', { exemptionsUsed: ['SW-11'] }, ['address', 'social-work!']],
    [
      'the same by a council',
      { exemptionsUsed: ['SW-11'], request: { isScheduleThreeBody: true } },
      ['address'],
    ],
    [
      'files that were not read',
      {
        files: [
          { id: 3, path: 'a.pdf', state: 'not-read', reason: '' },
          { id: 7, path: 'b.pdf', state: 'partial', reason: '' },
        ],
      },
      ['address', 'file-3', 'file-7'],
    ],
    [
      'the same twice, and words not recognised',
      { duplicatesOpen: 1, pages: { waitingForText: 4 } },
      ['address', 'duplicates', 'recognition'],
    ],
    ['hidden content', { hidden: [{ kind: 'comments', files: 2 }] }, ['address', 'hidden']],
    ['no search', { searches: { all: 0, open: 0 } }, ['address', 'search']],
    [
      'no hold, and brackets in the letter',
      { request: { holdSetOn: null }, letterMissing: ['Name'] },
      ['address', 'hold', 'letter'],
    ],
  ])('%s', (_, change, expected) => {
    expect(codes(change)).toEqual(expected)
  })

  test('a part may go out while the rest is not reviewed; health data may not', () => {
    const change = {
      pages: { unreviewed: 5, queried: 1, health: 1 },
      files: [{ id: 1, path: 'a', state: 'waiting', reason: '' }],
    }
    expect(codes(change, 'partial')).toEqual(['health-opinion!', 'address'])
  })

  test('what is accepted stays accepted until it says something else, and what blocks cannot be', () => {
    const accepted = releaseChecks(state(), 'final', []).map(({ code, says }) => ({
      check: code,
      says,
      because: 'Compared',
      by: 'DPO',
      at: '2026-11-22T09:00:00.000Z' as never,
    }))
    expect(releaseChecks(state(), 'final', accepted).filter(isOpen)).toEqual([])
    const moved = state({ request: { sendTo: '2 High Street' } })
    expect(
      releaseChecks(moved, 'final', accepted)
        .filter(isOpen)
        .map(({ code }) => code),
    ).toEqual(['address'])
    const blocked = state({ pages: { proposed: 1 } })
    const says = releaseChecks(blocked, 'final', []).find(({ code }) => code === 'proposed')!.says
    const tried = [...accepted, { ...accepted[0]!, check: 'proposed', says }]
    expect(
      releaseChecks(blocked, 'final', tried)
        .filter(isOpen)
        .map(({ code }) => code),
    ).toEqual(['proposed'])
  })
})

describe('the passphrase of a pack', () => {
  test('that is made has a hundred random bits and nothing that is misread', () => {
    let at = 0
    const made = newPackPassphrase((below) => at++ % below)
    expect(made).toBe('ABCD-EFGH-JKLM-NPQR-STUV')
    expect(weaknessOf(made, [])).toBeNull()
  })

  test.each([
    ['short', 'seven letters'],
    ['of few letters', 'aaaaaaaaaaaaaaaaaaaa'],
    ['with a name', 'the marsh is wide and wet'],
    ['with spaces around', ' apples grow on the western wall'],
  ])('that is %s is refused', (_, passphrase) => {
    expect(weaknessOf(passphrase, ['Jo', 'Marsh'])).not.toBeNull()
  })
})
