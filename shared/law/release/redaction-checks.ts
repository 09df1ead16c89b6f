import { presumptionOf } from '#shared/cases/people/presumptions.ts'
import { countOf } from '#shared/count-words.ts'
import type { RaisedCheck } from './release-checks.ts'
import type { NamedPerson, ReleaseState, WeighedPerson } from './release-state.ts'

/** Names in one sentence; those beyond are counted. */
const NAMES = 8

/**
 * Whether it was decided about everybody who is named, each removal says why and what stands in its place, protected
 * addresses are covered, and a second person and the other cases were asked.
 *
 * @source DPA 2018 Sch 2 Pt 3; UK GDPR Art 15(4)
 */
export function redactionChecks(state: ReleaseState): readonly RaisedCheck[] {
  if (state.pages.toRelease === 0) return []
  return [
    ...markChecks(state),
    ...peopleDecided(state),
    ...peopleWeighed(state),
    ...secondLook(state),
    ...otherCases(state),
  ]
}

function markChecks({ marks }: ReleaseState): RaisedCheck[] {
  if (marks.unsaid === 0) return []
  return [
    stop(
      'marks-unsaid',
      `${countOf(marks.unsaid, 'mark')} on pages to be released ${marks.unsaid === 1 ? 'has' : 'have'} no exemption, no reason or no label.`,
      'DPA 2018 Sch 2',
      'Give each its exemption, reason and label in the review: Tab goes from mark to mark.',
      'review',
    ),
  ]
}

function peopleDecided({ people }: ReleaseState): RaisedCheck[] {
  const checks: RaisedCheck[] = []
  if (people.unsearched > 0)
    checks.push(
      people.withheld.length > 0
        ? stop(
            'people-search',
            `${countOf(people.unsearched, 'page')} to be released ${people.unsearched === 1 ? 'was' : 'were'} not searched for people, and somebody is withheld.`,
            'DPA 2018 Sch 2 para 16',
            'Look for people again on the page “People”.',
            'people',
          )
        : accept(
            'people-search',
            `${countOf(people.unsearched, 'page')} to be released ${people.unsearched === 1 ? 'was' : 'were'} not searched for people.`,
            'DPA 2018 Sch 2 para 16',
            'Look for people on the page “People”, or say why nobody else is in the documents.',
            'people',
          ),
    )
  if (people.undecided.length > 0)
    checks.push(
      stop(
        'undecided',
        `${countOf(people.undecided.length, 'person', 'people')} named on pages to be released not decided about: ${namesOf(people.undecided)}.`,
        'DPA 2018 Sch 2 para 16',
        'Decide about each on the page “People”, or take whoever is no person off the list.',
        'people',
      ),
    )
  if (people.protectedOpen.length > 0)
    checks.push(
      stop(
        'protected-address',
        `A protected address stands open on pages to be released: ${namesOf(people.protectedOpen)}.`,
        'DPA 2018 Sch 2 para 16, Sch 3',
        'Mark it wherever it stands; the page “People” lists the places.',
        'people',
      ),
    )
  return checks
}

function peopleWeighed({ people }: ReleaseState): RaisedCheck[] {
  const balanced = people.withheld.filter(({ exemption }) => exemption === '' || exemption === 'TP-16')
  const against = balanced.filter((person) => presumedOf(person) === 'disclose')
  const unweighed = balanced.filter((person) => !person.isWeighed && presumedOf(person) === null)
  const checks: RaisedCheck[] = []
  const list = (those: readonly WeighedPerson[]) => inWords(those.map(({ name }) => name))
  if (against.length > 0)
    checks.push(
      accept(
        'against-presumption',
        `Disclosing is treated as reasonable for those who acted officially, and ${against.length === 1 ? 'one of them is' : 'some of them are'} withheld: ${list(against)}.`,
        'DPA 2018 Sch 2 para 17',
        'Let them stay, or say here why the presumption does not hold, for example because the information is about them in private.',
        'people',
      ),
    )
  if (unweighed.length > 0)
    checks.push(
      accept(
        'no-factors',
        `None of the five factors is recorded for ${countOf(unweighed.length, 'person', 'people')} withheld: ${list(unweighed)}.`,
        'DPA 2018 Sch 2 para 16(3)',
        'Record what was weighed on the page “People”, or say here what it was.',
        'people',
      ),
    )
  if (people.otherChildren.length > 0)
    checks.push(
      accept(
        'other-children',
        `Other children stay named on pages to be released: ${namesOf(people.otherChildren)}.`,
        'DPA 2018 Sch 2 para 16; UK GDPR Art 15(4)',
        'Withhold them on the page “People”, or say why they are disclosed.',
        'people',
      ),
    )
  return checks
}

const presumedOf = ({ role, capacity }: WeighedPerson) => presumptionOf(role, capacity).decision

function secondLook({ secondCheck }: ReleaseState): RaisedCheck[] {
  const { isDone, isBegun, isSignedOff, changed } = secondCheck
  if (isDone) return []
  const says = isSignedOff
    ? `The second check was signed off, and ${countOf(changed, 'page')} changed since or came new.`
    : isBegun
      ? 'The second check is not signed off.'
      : 'Nobody made a second check.'
  return [
    accept(
      'second-check',
      says,
      '',
      'Have a second person look at a sample or at all of it on the page “Second check”, or say why that was not needed.',
      'check',
    ),
  ]
}

function otherCases({ conflicts: found }: ReleaseState): RaisedCheck[] {
  const { lookedAt, isStale, conflicts, withReleased, unread } = found
  const says = [
    lookedAt === null
      ? 'Nobody looked whether the same pages were decided otherwise in another case.'
      : isStale
        ? 'Something was decided since it was looked whether another case decided otherwise.'
        : '',
    conflicts > 0
      ? `${countOf(conflicts, 'page or passage', 'pages or passages')} decided otherwise in another case${withReleased > 0 ? `, ${withReleased.toLocaleString('en-GB')} of them in what was handed over` : ''}.`
      : '',
    unread.length > 0 ? `Cases that could not be opened: ${inWords(unread)}.` : '',
  ].filter(Boolean)
  if (says.length === 0) return []
  return [
    accept(
      'conflicts',
      says.join(' '),
      '',
      'Look for them on the page “Second check” and decide alike, or say why it is decided otherwise here.',
      'check',
    ),
  ]
}

const namesOf = (people: readonly NamedPerson[]) =>
  inWords(people.map(({ name, pages }) => `${name} (${countOf(pages, 'page')})`))

function inWords(names: readonly string[]): string {
  const more = names.length - NAMES
  return more > 0 ? `${names.slice(0, NAMES).join(', ')} and ${more} more` : names.join(', ')
}

const stop = (
  code: string,
  says: string,
  citation: string,
  wayOut: string,
  page: RaisedCheck['page'],
): RaisedCheck => ({ code, says, citation, wayOut, page, canBeAccepted: false })

const accept = (
  code: string,
  says: string,
  citation: string,
  wayOut: string,
  page: RaisedCheck['page'],
): RaisedCheck => ({ code, says, citation, wayOut, page, canBeAccepted: true })
