import { z } from 'zod'
import { Line, Passage } from '#shared/records/record.ts'
import { PlainDate } from '#shared/time/plain-date.ts'

/** The regulator's name and address from a day on: its name may change by law, so it is never fixed in a text. */
export const Regulator = z.object({
  from: PlainDate,
  name: Line,
  shortName: Line,
  address: Passage,
  website: Line,
  telephone: Line,
})
export type Regulator = z.infer<typeof Regulator>

/** What the keeper of this register decided about it; one record, id `settings`. */
export const Settings = z.object({
  id: z.literal('settings'),
  /** Oldest first. */
  regulators: z.array(Regulator).min(1),
  /** Minutes without a key press or click before the register locks itself. */
  lockAfterMinutes: z.int().min(1).max(30),
})
export type Settings = z.infer<typeof Settings>

/** How a new register starts. @source DUAA s.119: its start, not seen so far, changes the regulator's name */
export const DEFAULT_SETTINGS: Settings = Settings.parse({
  id: 'settings',
  regulators: [
    {
      from: '2018-05-25',
      name: "Information Commissioner's Office",
      shortName: 'ICO',
      address: 'Wycliffe House, Water Lane, Wilmslow, Cheshire SK9 5AF',
      website: 'https://ico.org.uk',
      telephone: '0303 123 1113',
    },
  ],
  lockAfterMinutes: 5,
})

/** The regulator by the name it bears on a day. */
export function regulatorOn(settings: Settings, day: PlainDate): Regulator {
  const [first, ...later] = settings.regulators
  return later.reduce((current, next) => (next.from <= day ? next : current), first!)
}
