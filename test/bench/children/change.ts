import { NO_FILTER } from '#shared/registers/activities/activity.list.ts'
import { openHere } from '../engine.ts'

// Saves a number of changes in a process of its own, so that its flushes can be counted.
const [register = '', count = '0'] = process.argv.slice(2)
const { engine, call } = await openHere(register)
const { rows } = await call('activities.list', {
  filter: NO_FILTER,
  sort: [],
  groupBy: null,
  offset: 0,
  limit: 1,
})
for (let number = 0; number < Number(count); number += 1)
  await call('activities.change', { id: rows[0]!.id, changes: { owner: `Person ${number} ${process.pid}` } })
await engine.close()
