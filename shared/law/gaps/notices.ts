import { article14Clock } from '#shared/law/clocks/article-14-notice.ts'
import type { Notice } from '#shared/registers/notices/notice.register.ts'
import { formatDay } from '#shared/time/plain-date.ts'
import { ruleAbout, when } from './gap.ts'
import { NOTICE_POINT_RULES } from './notice-points.ts'

const rule = ruleAbout<Notice>('notices')

const isInUse = ({ status }: Notice) => status === 'inUse'

/** What a notice tells people, to whom, and how it is kept up. @source UK GDPR Art 12(1), Art 13, Art 14 */
export const NOTICE_RULES = [
  ...NOTICE_POINT_RULES,
  rule({
    id: 'notice-child-version-missing',
    title: 'No version for children',
    citation: 'UK GDPR Art 12(1)',
    source: 'gdpr-12',
    severity: 'warning',
    field: 'childVersionId',
    explanation:
      'What is told to a child is told in words a child can follow. Write a version for children, record it, and link it here.',
    find: (notice, { records }) => {
      const { name, audience, forChildren, childVersionId } = notice
      const isForChildren = audience.includes('children') || audience.includes('youngPeople')
      if (!isInUse(notice) || forChildren === true || !isForChildren) return []
      const version = records.notices.find(({ id }) => id === childVersionId)
      return [
        ...when(
          childVersionId === null,
          `“${name}” is also for children, and no version for them is recorded.`,
        ),
        ...when(
          version !== undefined && version['status'] !== 'inUse',
          `“${name}” is also for children, and the version for them, “${version?.name}”, is not in use.`,
        ),
      ]
    },
  }),
  rule({
    id: 'notice-template-note',
    title: 'Unfinished note of a template',
    citation: 'UK GDPR Art 12(1)',
    source: 'gdpr-12',
    severity: 'error',
    field: 'contents',
    explanation:
      'A note to whoever fills in the template was published. Finish the passage, and publish the notice anew.',
    find: (notice) => {
      const words = wordsOf(notice).find((text) => TEMPLATE_NOTE.test(text))
      return when(
        notice.status !== 'superseded' && words !== undefined,
        `“${notice.name}” still holds an unfinished note: “${words && (TEMPLATE_NOTE.exec(words)?.[0] ?? '')}”.`,
      )
    },
  }),
  rule({
    id: 'notice-changes-untold',
    title: 'Changes without telling people',
    citation: 'UK GDPR Art 12(1), Art 13(3)',
    source: 'gdpr-12',
    severity: 'warning',
    field: 'changesUntold',
    explanation:
      'A new purpose is told before it starts, and a change that matters is brought to people’s attention. Say how, and do it.',
    find: ({ name, status, changesUntold }) =>
      when(
        status === 'inUse' && changesUntold === true,
        `“${name}” reserves changes without telling people.`,
      ),
  }),
  rule({
    id: 'notice-version-missing',
    title: 'Neither version nor date',
    citation: 'UK GDPR Art 5(2)',
    source: 'gdpr-5-2',
    severity: 'note',
    field: 'version',
    explanation:
      'Which words people were given on which day can be shown only with a version or a date. Record one.',
    find: ({ status, version, publishedOn }) =>
      when(
        status === 'inUse' && version.trim() === '' && publishedOn === null,
        'It carries neither a version nor a date.',
      ),
  }),
  rule({
    id: 'notice-review-overdue',
    title: 'Review overdue',
    citation: 'UK GDPR Art 5(2)',
    source: 'gdpr-5-2',
    severity: 'warning',
    field: 'reviewOn',
    explanation: 'Hold it against the register and the law as they are now, and set the next review.',
    find: ({ status, reviewOn }, { today }) =>
      when(
        status === 'inUse' && reviewOn !== null && reviewOn < today,
        `Its review was due on ${reviewOn && formatDay(reviewOn)}.`,
      ),
  }),
  rule({
    id: 'notice-article-14-late',
    title: 'Not given in time to people whose data came from others',
    citation: 'UK GDPR Art 14(3)',
    source: 'gdpr-14-3',
    severity: 'error',
    field: 'given',
    explanation:
      'Give it now, and record to whom and when. Where an exception applies, record which and why.',
    find: ({ status, obtainedOn, given, organisationId }, { today, settings, organisation }) => {
      if (status === 'superseded' || obtainedOn === null) return []
      const nation = organisation(organisationId)?.nation ?? 'england-and-wales'
      const { due } = article14Clock({ obtained: obtainedOn }, nation, {
        extraHolidays: settings.extraHolidays,
      })
      const told = given.flatMap(({ event, givenOn }) =>
        event === 'obtained' && givenOn !== null && givenOn >= obtainedOn ? [givenOn] : [],
      )
      const inTime = due === null || told.some((day) => day <= due)
      return when(
        !inTime && (told.length > 0 || today > due),
        `It had to be given by ${due ? formatDay(due) : ''}${told.length > 0 ? ', and was given later' : ''}.`,
      )
    },
  }),
]

const TEMPLATE_NOTE =
  /\bYOU NEED TO [A-Z ]+|\[(?:insert|add|name|date|organisation)[^\]]*\]|\blorem ipsum\b|\bXX+\b/i

/** The words of a notice that its record quotes. */
function wordsOf({ contents, evidence }: Notice): readonly string[] {
  return [...contents.map(({ where }) => where), ...evidence.map(({ quote }) => quote)]
}
