import { deadlineContext } from '#shared/described/deadline-context.ts'
import { type Deadline, dayOf } from '#shared/described/deadline.ts'
import type { AnyDescribed, AnyRecord } from '#shared/described/register.ts'
import type { Naming } from '#shared/described/words.ts'
import { gapContext } from '#shared/law/gaps/context.ts'
import { gapsOfRecord } from '#shared/law/gaps/described-rules.ts'
import type { Gap } from '#shared/law/gaps/gap.ts'
import type { RegisterContent, Stamp } from '#shared/records/register-content.ts'
import { type PlainDate, ukDayOf } from '#shared/time/plain-date.ts'
import { type Directory, directoryOf } from './directory.ts'
import { namingOfContent } from './naming.ts'

/** What every form of a described register is told from. */
export type Telling = {
  readonly description: AnyDescribed
  readonly today: PlainDate
  readonly directory: Directory
  readonly nameOf: Naming
  /** Soonest first. */
  readonly deadlinesOf: (record: AnyRecord) => readonly Deadline[]
  readonly gapsOf: (record: AnyRecord) => readonly Gap[]
  readonly isClosed: (record: AnyRecord) => boolean
}

/** Names, deadlines and gaps of a register's records, as at the day of the stamp. */
export function tellingOf(description: AnyDescribed, content: RegisterContent, stamp: Stamp): Telling {
  const today = stamp.asAt ?? ukDayOf(stamp.madeAt)
  const directory = directoryOf(content)
  const deadlines = deadlineContext(content.settings, (id) => directory.organisation(id ?? '')?.nation)
  const gaps = gapContext(content, today)
  return {
    description,
    today,
    directory,
    nameOf: namingOfContent(content),
    deadlinesOf: (record) =>
      [...(description.deadlines?.(record, deadlines) ?? [])].toSorted((one, other) =>
        dayOf(one) < dayOf(other) ? -1 : dayOf(one) > dayOf(other) ? 1 : 0,
      ),
    gapsOf: (record) => gapsOfRecord(description.register, record, gaps),
    isClosed: (record) => description.isClosed?.(record) ?? false,
  }
}
