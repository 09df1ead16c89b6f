import { formatDay, type PlainDate } from '#shared/time/plain-date.ts'
import { Temporal } from 'temporal-polyfill'
import type { RaisedCheck } from './release-checks.ts'
import type { ReleaseState } from './release-state.ts'

/** How many months an opinion may be old, ending with the day it is relied on. */
const OPINION_MONTHS = 6

/**
 * The last day on which an opinion still counts for a release on another day: both end days are counted, so that one
 * given on the same date six months before is too old.
 *
 * @source DPA 2018 Sch 3 para 6
 */
export function isFreshOpinion(givenOn: PlainDate, reliedOn: PlainDate): boolean {
  const relied = Temporal.PlainDate.from(reliedOn)
  const given = Temporal.PlainDate.from(givenOn)
  const begins = relied.subtract({ months: OPINION_MONTHS })
  return Temporal.PlainDate.compare(given, begins) > 0 && Temporal.PlainDate.compare(given, relied) <= 0
}

/** Whether what would be released holds health data, as far as the records tell. */
export function hasHealthData({ request, hasHealthActivity, pages }: ReleaseState): boolean {
  return (
    request.healthData === true || pages.health > 0 || (hasHealthActivity && request.healthData !== false)
  )
}

/**
 * A controller that is no health professional may not disclose health data until the appropriate health professional
 * said, within six months, that the serious harm test is not met; save what the person has seen or knows already.
 *
 * @source DPA 2018 Sch 3 para 5, Sch 3 para 6
 */
export function healthChecks(state: ReleaseState): readonly RaisedCheck[] {
  const { request, today } = state
  if (!hasHealthData(state) || request.healthController === true) return []
  if (request.healthOpinionSays === 'met')
    return [
      blocking(
        'health-harm',
        'The health professional says that disclosure would be likely to cause serious harm.',
        'Withhold the health data under HE-5, or have a new opinion recorded in the section “Health data”.',
      ),
    ]
  if (request.healthKnown.trim() !== '') return []
  const {
    healthOpinionOn: on,
    healthOpinionBy: by,
    healthOpinionSays: says,
    healthOpinionProfession: profession,
  } = request
  if (says !== 'notMet' || on === null || by.trim() === '' || profession === null)
    return [
      blocking(
        'health-opinion',
        'There is health data among what is to be released, and no opinion of a health professional that it may be.',
        'Ask the appropriate health professional whether disclosure would be likely to cause serious harm, and record the opinion in the section “Health data”; or say there that the person has seen the data or knows it.',
      ),
    ]
  if (profession === 'socialWorker')
    return [
      blocking(
        'health-profession',
        'A social worker is no health professional in law, so the opinion does not open the gate.',
        'Ask a health professional: for example a doctor, a nurse, a psychologist or a child psychotherapist.',
        'DPA 2018 s.204, Sch 3 para 6',
      ),
    ]
  if (isFreshOpinion(on, today)) return []
  return [
    blocking(
      'health-opinion-old',
      `The health professional’s opinion of ${formatDay(on)} is not dated within the six months that end today.`,
      'Ask for a new opinion, and record it in the section “Health data”.',
    ),
  ]
}

function blocking(
  code: string,
  says: string,
  wayOut: string,
  citation = 'DPA 2018 Sch 3 paras 5-6',
): RaisedCheck {
  return { code, says, citation, wayOut, page: '', canBeAccepted: false }
}
