/*
 * Follows the chain of revisions in an archive of DPO Workbench, without that program, its keys, or the internet.
 *
 *   node verify-chain.mjs                          the archive in whose unpacked folder this file lies
 *   node verify-chain.mjs FOLDER                   another unpacked archive
 *   node verify-chain.mjs revisions.jsonl          the trail alone; tells the head it ends at
 *   node verify-chain.mjs revisions.jsonl --head H compares that head with one known from elsewhere
 *
 * It needs Node.js 18 or later, reads one line at a time, changes nothing, says of each check what was found, and ends
 * with 0 when every check passed and with 1 otherwise.
 *
 * WHAT IT CHECKS, so that it can be repeated by other means
 *
 * `data/revisions.jsonl` has one line of JSON, in UTF-8 and ended by a line feed, for each change to a record of the
 * register, the oldest first, with these members and no others:
 *
 *   seq            1, 2, 3 … without a gap           actor         who made the change
 *   at             when, in UTC (ISO 8601)           procedure     what the program was asked to do
 *   command        the id of the command             undoes        the command that this one takes back, or null
 *   register       which register                    record        the id of the record
 *   body_sha256    SHA-256 of the record as it was kept then: the bytes of its JSON; of "null" when it was removed
 *   chain_sha256   the link: SHA-256 of the link before it and of all other members of this line
 *
 * The link is made over a text of two parts, one directly after the other, in UTF-8: the link before it (64 hexadecimal
 * digits; 64 noughts before the first) and the other nine members as canonical JSON (RFC 8785), which for strings,
 * whole numbers and null is JSON without spaces and with the members in the order of their names. No revision can
 * therefore be changed, removed, put in or moved without each link after it becoming another. The last link is the
 * head. Somebody who rewrites the whole trail gets another head: so compare it with one that you know from elsewhere,
 * such as the foot of a document that was handed out.
 *
 * `data/revisions-bodies.jsonl`, where there is one, has a line {"seq", "body"} for each revision, in the same order:
 * the text whose SHA-256 is its body_sha256, or null where the content was taken out of the trail later.
 *
 * `data/revisions-of-this-breach.jsonl`, in an incident bundle, holds only the revisions of one record, each with one
 * more member, previous_sha256: the link before it. The SHA-256 of data/record.json is the body_sha256 of the last.
 */
import { createHash } from 'node:crypto'
import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** What the chain is made over, in the order of canonical JSON, with the form of each. */
const TEXT = (value) => typeof value === 'string'
const HASH = (value) => TEXT(value) && /^[0-9a-f]{64}$/.test(value)
const MEMBERS = {
  actor: TEXT,
  at: TEXT,
  body_sha256: HASH,
  command: TEXT,
  procedure: TEXT,
  record: TEXT,
  register: TEXT,
  seq: Number.isSafeInteger,
  undoes: (value) => value === null || TEXT(value),
}
const START = '0'.repeat(64)

const sha256 = (data) => createHash('sha256').update(data).digest('hex')
const linkAfter = (before, line) =>
  sha256(before + JSON.stringify(Object.fromEntries(Object.keys(MEMBERS).map((name) => [name, line[name]]))))

let failed = 0
function report(name, problems, allWell) {
  if (problems.length === 0) return console.log(`ok     ${name}: ${allWell}`)
  failed += problems.length
  for (const problem of problems.slice(0, 20)) console.log(`FAILED ${name}: ${problem}`)
  if (problems.length > 20) console.log(`FAILED ${name}: ${problems.length - 20} more of this kind`)
}

/** The lines of a file as values, one after the other; a line that cannot be read, or was cut off, is an error. */
async function* linesOf(path) {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  let [number, rest] = [0, []]
  for await (const chunk of createReadStream(path)) {
    let from = 0
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, from)) {
      number += 1
      const line = Buffer.concat([...rest, chunk.subarray(from, end)])
      ;[rest, from] = [[], end + 1]
      try {
        yield JSON.parse(decoder.decode(line))
      } catch {
        throw new Error(`line ${number} is not JSON in UTF-8`)
      }
    }
    rest.push(chunk.subarray(from))
  }
  if (rest.some(({ length }) => length > 0))
    throw new Error(`line ${number + 1} is cut off: it has no line feed`)
}

/** Refuses a line that has other members than it should, or other values in them. */
function refuseForm(line, more = []) {
  const forms = { ...MEMBERS, chain_sha256: HASH, ...Object.fromEntries(more.map((name) => [name, HASH])) }
  const about = Number.isSafeInteger(line?.seq) ? `revision ${line.seq}` : 'a line'
  const wrong = Object.keys(forms).find((name) => !forms[name](line?.[name]))
  const extra = Object.keys(line ?? {}).find((name) => !Object.hasOwn(forms, name))
  if (wrong) throw new Error(`${about} has no proper “${wrong}”`)
  if (extra) throw new Error(`${about} has ${JSON.stringify(extra)}, which no link is made over`)
}

/** Follows a whole trail up to the head that is promised. */
async function checkTrail(path, promised) {
  const problems = []
  let [seq, head] = [0, START]
  try {
    for await (const line of linesOf(path)) {
      refuseForm(line)
      if (line.seq !== seq + 1) problems.push(`after revision ${seq} stands revision ${line.seq}`)
      if (linkAfter(head, line) !== line.chain_sha256)
        problems.push(`revision ${line.seq} does not follow from the line before: it or that was changed`)
      ;[seq, head] = [line.seq, line.chain_sha256]
    }
  } catch (error) {
    problems.push(error.message)
  }
  report('Chain of revisions', problems, `${seq} revisions, each following from the one before`)
  if (!promised)
    return console.log(`Note   Head: ${seq} ${head} (compare it with one that you know from elsewhere)`)
  const same = promised.head === head && (promised.seq ?? seq) === seq
  const wrong = `${promised.from} names ${promised.seq ?? ''} ${promised.head}, and the trail ends at ${seq} ${head}`
  return report('Head', same ? [] : [wrong], `${seq} ${head}, as ${promised.from} names it`)
}

/** Holds every content against its revision. */
async function checkContents(path, bodiesPath) {
  const [problems, bodies] = [[], linesOf(bodiesPath)]
  let [count, gone] = [0, 0]
  try {
    for await (const line of linesOf(path)) {
      if (isGone(await bodies.next(), line, problems)) gone += 1
      count += 1
    }
    if (!(await bodies.next()).done) problems.push('there are more contents than revisions')
  } catch (error) {
    problems.push(error.message)
  }
  report('Contents', problems, `those of ${count} revisions are as they were; ${gone} were taken out`)
}

/** Holds a line of contents against its revision; tells whether it was taken out, and refuses where they part. */
function isGone(next, { seq, body_sha256 }, problems) {
  if (next.done) throw new Error(`the content of revision ${seq} and of those after it is not there`)
  if (next.value?.seq !== seq) throw new Error(`where the content of revision ${seq} belongs stands another`)
  const { body } = next.value
  if (body !== null && (!TEXT(body) || sha256(body) !== body_sha256))
    problems.push(`the content of revision ${seq} is not what the revision was made over`)
  return body === null
}

/** Follows the revisions of one record, as far as they touch, to the record as it is in the bundle. */
async function checkBreach(path, record) {
  const problems = []
  let [last, count] = [null, 0]
  try {
    for await (const line of linesOf(path)) {
      refuseForm(line, ['previous_sha256'])
      if (linkAfter(line.previous_sha256, line) !== line.chain_sha256)
        problems.push(`revision ${line.seq} does not follow from the link it names`)
      if (last && line.seq <= last.seq)
        problems.push(`after revision ${last.seq} stands revision ${line.seq}`)
      if (last && line.seq === last.seq + 1 && line.previous_sha256 !== last.chain_sha256)
        problems.push(`revision ${line.seq} does not follow from the one before`)
      last = line
      count += 1
    }
  } catch (error) {
    problems.push(error.message)
  }
  report('Revisions of the breach', problems, `${count} revisions, each following from the link it names`)
  const same = last && existsSync(record) && sha256(readFileSync(record)) === last.body_sha256
  report('Record', same ? [] : ['data/record.json is not what the last revision held'], 'as last recorded')
}

const [given = dirname(fileURLToPath(import.meta.url)), option, head] = process.argv.slice(2)
const isFolder = existsSync(given) && statSync(given).isDirectory()
const lies = (name) => existsSync(join(given, name))
const [trail, breach] = ['data/revisions.jsonl', 'data/revisions-of-this-breach.jsonl']
if (!existsSync(given)) report('Archive', [`there is no ${given}`])
else if (!isFolder)
  await checkTrail(given, option === '--head' ? { head: `${head}`.toLowerCase(), from: 'the command' } : null)
else if (lies(trail)) {
  const info = lies('bag-info.txt') ? readFileSync(join(given, 'bag-info.txt'), 'utf8') : ''
  const named = (label) => new RegExp(`^${label}:[ \\t]*(\\S+)`, 'm').exec(info)?.[1]
  const seq = Number(named('Revision') ?? Number.NaN)
  await checkTrail(join(given, trail), { head: named('Chain-Head') ?? 'no head', seq, from: 'bag-info.txt' })
  const bodies = 'data/revisions-bodies.jsonl'
  if (lies(bodies)) await checkContents(join(given, trail), join(given, bodies))
} else if (lies(breach)) await checkBreach(join(given, breach), join(given, 'data/record.json'))
else report('Archive', [`no trail lies in it: there is neither ${trail} nor ${breach}`])
console.log(failed === 0 ? 'Every check passed.' : `${failed} ${failed === 1 ? 'check' : 'checks'} failed.`)
process.exitCode = failed === 0 ? 0 : 1
