import { REFUSAL_STATES } from '#shared/law/request-words.ts'
import type { RequestRecord } from '#shared/registers/requests/request.fields.ts'
import { ruleAbout, when } from './gap.ts'
import { isBlank } from './words.ts'

const requestRule = ruleAbout<RequestRecord>('requests')

const NOT_ALL = new Set(['partly', 'refused', 'noAction'])
const TOLD_ON = new Set(['R-RECT', 'R-ERASE', 'R-RESTRICT'])

/** Whether an answer says what it has to, and who else was told. @source UK GDPR Art 12, Art 15, Art 19; DPA 2018 ss.164A, 165, 167 */
export const REQUEST_ANSWER_RULES = [
  requestRule({
    id: 'request-refusal-without-reasons',
    title: 'Refusal without reasons',
    citation: 'UK GDPR Art 12(4)',
    source: 'gdpr-12',
    severity: 'error',
    field: 'reasons',
    explanation: 'Whoever is refused, wholly or in part, is told why. Record the reasons as they were given.',
    find: ({ outcome, reasons, grounds }) =>
      when(
        outcome !== null && NOT_ALL.has(outcome) && (isBlank(reasons) || grounds.length === 0),
        'Not all was done, but the reasons or the ground for that are not recorded.',
      ),
  }),
  requestRule({
    id: 'request-exemption-unnamed',
    title: 'Exemption not named',
    citation: 'DPA 2018 Sch 2; UK GDPR Art 12(4)',
    source: 'gdpr-12',
    severity: 'error',
    field: 'exemptions',
    explanation: 'An exemption reaches as far as its own words. Choose which one is relied on.',
    find: ({ grounds, exemptions }) =>
      when(
        grounds.includes('EXEMPT') && exemptions.length === 0,
        'An exemption is relied on, but which one is not recorded.',
      ),
  }),
  requestRule({
    id: 'request-refusal-incomplete',
    title: 'Refusal does not say all it must',
    citation: 'UK GDPR Art 12(4); DPA 2018 ss.164A, 165',
    source: 'gdpr-12',
    severity: 'error',
    field: 'stated',
    explanation:
      'A refusal gives reasons, and names the right to complain to the controller, to the Commissioner, and to go to court. The letter “Refusal or no action” says all four.',
    find: ({ outcome, sentOn, stated }) => {
      if (outcome === null || !NOT_ALL.has(outcome) || sentOn === null) return []
      const missing = REFUSAL_STATES.filter(({ code }) => !stated.includes(code))
      return when(
        missing.length > 0,
        `The letter is not recorded as saying: ${missing.map(({ label }) => label.toLowerCase()).join('; ')}.`,
      )
    },
  }),
  requestRule({
    id: 'request-search-missing',
    title: 'Search not recorded',
    citation: 'UK GDPR Art 15(1A)',
    source: 'gdpr-15',
    severity: 'warning',
    field: 'searched',
    explanation:
      'A person is owed what a reasonable and proportionate search gives. Record where, for what and how it was searched, and what was left out and why.',
    find: ({ right, sentOn, searched, outcome }) =>
      when(
        right === 'R-ACCESS' && sentOn !== null && isBlank(searched) && outcome !== 'refused',
        'The answer was sent, but what was searched is not recorded.',
      ),
  }),
  requestRule({
    id: 'request-recipients-not-told',
    title: 'Recipients not told',
    citation: 'UK GDPR Art 19',
    source: 'gdpr-19',
    severity: 'warning',
    field: 'recipientsTold',
    explanation:
      'After correcting, erasing or restricting data, everybody who had it is told, unless that is impossible or out of all proportion. List them, each with a day or why not.',
    find: ({ right, outcome, sentOn, recipientsTold }) => {
      const applies =
        right !== null &&
        TOLD_ON.has(right) &&
        (outcome === 'granted' || outcome === 'partly') &&
        sentOn !== null
      if (!applies) return []
      if (recipientsTold.length === 0)
        return when(true, 'The data was changed, and whether recipients were told is not recorded.')
      const open = recipientsTold.filter(({ toldOn, whyNot }) => toldOn === null && isBlank(whyNot))
      return open.map(({ id, recipient }) => ({
        item: id,
        message: `${recipient || 'A recipient'} has not been told, and why not is not recorded.`,
      }))
    },
  }),
]
