import { linesOf, NOT_KNOWN } from '#shared/described/words.ts'
import { breachClock, formatUkMoment } from '#shared/law/clocks/breach.ts'
import type { TableColumn } from '#shared/registers/reports/described-table.ts'
import { dayCell, type TableCell, textCell } from '#shared/registers/reports/table-cell.ts'
import type { Telling } from '#shared/registers/reports/telling.ts'
import type { Instant } from '#shared/time/instant.ts'
import { formatDay, type PlainDate, ukDayOf } from '#shared/time/plain-date.ts'
import { countedFrom, isNotToReport } from './breach.deadlines.ts'
import { type Breach, BREACH_FIELDS } from './breach.record.ts'
import { chronologyOf, type ToldPerson } from './chronology.ts'

/** One column of the log; `key` names it where programs read the log. */
export type LogColumn = TableColumn<Breach> & { readonly key: string }

/** What the log is told from: names of what breaches refer to, and the people of each who were told. */
export type LogTelling = Pick<Telling, 'nameOf' | 'directory'> & {
  readonly peopleOf: (breach: Breach) => readonly ToldPerson[]
}

/**
 * The columns of the log of breaches: which breach, then the facts, effects and remedial action that the law asks
 * for, then the rest of what shows that each was handled. Nothing that is not known is left blank.
 *
 * @source UK GDPR Art 33(5)
 */
export function logColumns(telling: LogTelling): readonly LogColumn[] {
  const words = (key: keyof typeof BREACH_FIELDS, breach: Breach) =>
    linesOf(BREACH_FIELDS[key], breach[key], telling.nameOf)
  const field = (key: keyof typeof BREACH_FIELDS, heading: string, width: number): LogColumn => {
    return { key, heading, width, cell: (breach) => orNotKnown(words(key, breach)) }
  }
  const text = (
    key: string,
    heading: string,
    width: number,
    lines: (breach: Breach) => readonly string[],
  ) => {
    return { key, heading, width, cell: (breach: Breach) => orNotKnown(lines(breach)) }
  }
  const moment = (
    key: 'happenedFrom' | 'noticedAt' | 'awareAt' | 'dpoToldAt',
    heading: string,
  ): LogColumn => {
    return { key, heading, width: 18, cell: (breach) => momentCell(breach[key]) }
  }
  return [
    text('reference', 'Reference', 12, ({ reference }) => [reference]),
    text('what', 'What happened', 36, ({ name }) => [name]),
    field('account', 'Facts', 60),
    field('effects', 'Effects', 44),
    text('remedialAction', 'Remedial action', 44, remedial),
    text('organisation', 'Organisation', 28, ({ organisationId }) => [
      telling.directory.organisationName(organisationId),
    ]),
    text('standing', 'Breach or near miss', 16, (breach) => [
      breach.nearMiss ? 'Near miss' : 'Breach or suspected breach',
      ...words('status', breach),
    ]),
    moment('happenedFrom', 'Happened'),
    moment('noticedAt', 'First noticed'),
    moment('awareAt', 'Organisation became aware'),
    moment('dpoToldAt', 'Data protection officer told'),
    field('cause', 'Cause', 26),
    field('people', 'People affected', 16),
    field('peopleIds', 'Categories of people', 28),
    field('dataIds', 'Categories of data', 28),
    field('risk', 'Risk to people', 22),
    text('commissioner', 'Tell the Commissioner: decision', 40, (breach) =>
      decided(breach, 'commissioner', words),
    ),
    text('reported', 'Reported to the Commissioner', 40, reported),
    text('tellPeople', 'Tell the people: decision', 40, (breach) => decided(breach, 'people', words)),
    text('peopleTold', 'People told', 36, (breach) => told(breach, telling)),
    text('followUps', 'Follow-ups', 40, followUps),
    text('actions', 'Actions', 40, ({ actions }) => actions.map(actionWords)),
    field('lessons', 'Lessons', 40),
    { key: 'closedOn', heading: 'Closed', width: 12, cell: ({ closedOn }) => dayCell(closedOn) },
  ]
}

/** The breaches that belong in the log of a period, by the day they became known here, earliest first. */
export function inPeriod(
  breaches: readonly Breach[],
  from: PlainDate | null,
  until: PlainDate | null,
): readonly Breach[] {
  return breaches
    .filter((breach) => {
      const day = knownOn(breach)
      return day === null
        ? from === null && until === null
        : (!from || day >= from) && (!until || day <= until)
    })
    .toSorted((one, other) => (sortKey(one) < sortKey(other) ? -1 : 1))
}

function knownOn(breach: Breach): PlainDate | null {
  const at = breach.noticedAt ?? countedFrom(breach)?.at ?? breach.happenedFrom
  return at && ukDayOf(at)
}

const sortKey = (breach: Breach) => `${knownOn(breach) ?? '~'} ${breach.reference} ${breach.id}`

type Words = (key: keyof typeof BREACH_FIELDS, breach: Breach) => readonly string[]

function remedial({ containment, containedAt, remedialAction }: Breach): readonly string[] {
  const contained = containedAt ? `Contained ${formatUkMoment(containedAt)}` : ''
  return [...linesIn(containment), contained, ...linesIn(remedialAction)].filter(Boolean)
}

/** What was decided, why and by whom; earlier decisions that were superseded are counted. */
function decided(breach: Breach, subject: 'commissioner' | 'people', words: Words): readonly string[] {
  const isCommissioner = subject === 'commissioner'
  const outcome = words(isCommissioner ? 'commissionerDecision' : 'peopleDecision', breach)
  const because = isCommissioner ? breach.commissionerBecause : breach.peopleBecause
  const by = isCommissioner ? breach.commissionerDecidedBy : breach.peopleDecidedBy
  const at = isCommissioner ? breach.commissionerDecidedAt : breach.peopleDecidedAt
  if (outcome.length === 0) return breach.nearMiss ? ['Not asked: a near miss'] : []
  const earlier = breach.decisions.filter((one) => one.subject === subject && one.supersedes !== null).length
  return [
    ...outcome,
    because && `Because: ${because}`,
    [by && `by ${by}`, at && formatUkMoment(at)].filter(Boolean).join(', '),
    earlier > 0 ? `${earlier} earlier ${earlier === 1 ? 'decision was' : 'decisions were'} superseded` : '',
  ].filter(Boolean)
}

/** When it was reported, and whether within the 72 hours; late, with the reasons given. @source UK GDPR Art 33(1) */
function reported(breach: Breach): readonly string[] {
  const { reportedAt, lateBecause, caseReference, awareAt } = breach
  if (!reportedAt) return breach.nearMiss || isNotToReport(breach) ? ['Not reported, see the decision'] : []
  const due = awareAt && breachClock({ awareAt }).due
  const standing =
    due === null
      ? 'When the organisation became aware is not recorded'
      : reportedAt > due
        ? 'After the 72 hours'
        : 'Within the 72 hours'
  const why = due !== null && reportedAt > due ? `Because: ${lateBecause || NOT_KNOWN}` : ''
  const reference = caseReference && `Reference ${caseReference}`
  return [formatUkMoment(reportedAt), standing, why, reference].filter(Boolean)
}

function told(breach: Breach, { peopleOf }: LogTelling): readonly string[] {
  const counted = chronologyOf(breach, peopleOf(breach)).filter(({ key }) => key.startsWith('people-'))
  const days = counted.map(({ day, what }) => `${day ? `${formatDay(day)}: ` : ''}${what}`)
  const at = breach.peopleToldAt ? formatUkMoment(breach.peopleToldAt) : ''
  const lines = [at, ...linesIn(breach.peopleToldHow), ...days].filter(Boolean)
  if (lines.length > 0) return lines
  const isNotToTell = breach.peopleDecision !== null && breach.peopleDecision !== 'tell'
  return breach.nearMiss || isNotToTell ? ['Not told, see the decision'] : []
}

function followUps(breach: Breach): readonly string[] {
  const further = breach.sentReports
    .filter(({ phase }) => phase === 'followUp')
    .map(({ sentAt }) => `${formatUkMoment(sentAt)}: follow-up report sent`)
  const letters = breach.followUps.map(({ what, at, due }) =>
    [what, at ? formatUkMoment(at) : due ? `due ${formatDay(due)}` : ''].filter(Boolean).join(': '),
  )
  const all = [...further, ...letters]
  return all.length > 0 ? all : ['None']
}

function actionWords({ what, owner, due, doneOn }: Breach['actions'][number]): string {
  const when = doneOn ? `done ${formatDay(doneOn)}` : due ? `due ${formatDay(due)}` : 'no day set'
  return [what || 'Action', owner, when].filter(Boolean).join(', ')
}

function orNotKnown(lines: readonly string[]): TableCell {
  return lines.length > 0 ? textCell(...lines) : textCell(NOT_KNOWN)
}

function momentCell(at: Instant | null): TableCell {
  return at ? { kind: 'moment', at } : textCell(NOT_KNOWN)
}

const linesIn = (text: string) => text.split(/[\r\n]+/u).filter((line) => line.trim() !== '')
