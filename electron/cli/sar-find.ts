import { type Findable, findByReference } from './find-record.ts'
import type { Call } from './with-register.ts'

const REQUESTS: Findable = { register: 'requests', one: 'request', several: 'Several' }
const SEARCHES: Findable = { register: 'searches', one: 'search', several: 'Several' }

/** The id of the request with a reference ("RR-0006", in any letter case) or an id; refuses with those there are. */
export const findRequest = (call: Call, wanted: string) => findByReference(call, REQUESTS, wanted)

/** The id of the entry of the search record with a reference or an id. */
export const findSearch = (call: Call, wanted: string) => findByReference(call, SEARCHES, wanted)
