'use strict'

const LINKED = ['actor', 'at', 'body_sha256', 'command', 'procedure', 'record', 'register', 'seq', 'undoes']
const AT_MOST = 20

/** The checks of what an archive holds of the chain of revisions: none where it holds nothing of it. */
async function chainChecks(bag, info, hashOf) {
  const hash = (data) => hashOf('sha256', typeof data === 'string' ? new TextEncoder().encode(data) : data)
  const trail = 'data/revisions.jsonl'
  const bodies = 'data/revisions-bodies.jsonl'
  const breach = 'data/revisions-of-this-breach.jsonl'
  const checks = []
  const check = async (name, path, work) => {
    if (!bag.has(path)) return
    const problems = []
    const say = (detail) => problems.length < AT_MOST && problems.push({ about: path, detail })
    let says = ''
    try {
      says = await work(say)
    } catch (error) {
      say(error.message)
    }
    checks.push({ name, problems, says: problems.length === 0 ? says : '' })
  }
  await check('Chain of revisions', trail, (say) => followTrail(bag, info, hash, say))
  await check('Earlier contents', bodies, (say) => holdContents(bag, hash, say))
  await check('Revisions of the breach', breach, (say) => followBreach(bag, hash, say))
  return checks
}

/** The link of a revision: over the link before it, and the members of its line in the order of their names. */
function linkAfter(before, line, hash) {
  return hash(before + JSON.stringify(Object.fromEntries(LINKED.map((name) => [name, line[name]]))))
}

async function followTrail(bag, info, hash, say) {
  let seq = 0
  let head = '0'.repeat(64)
  for await (const line of jsonLines(bag, 'data/revisions.jsonl', [...LINKED, 'chain_sha256'])) {
    if (line.seq !== seq + 1) say(`After revision ${seq} stands revision ${line.seq}.`)
    if ((await linkAfter(head, line, hash)) !== line.chain_sha256)
      say(`Revision ${line.seq} does not follow from the one before: it, or the one before, was changed.`)
    seq = line.seq
    head = line.chain_sha256
  }
  const promised = labelOf(info, 'Chain-Head') ?? 'no head'
  if (promised !== head) say(`The chain ends at ${head}, but bag-info.txt names ${promised}.`)
  return `${seq} revisions, each following from the one before, up to the head that bag-info.txt names`
}

async function holdContents(bag, hash, say) {
  const contents = jsonLines(bag, 'data/revisions-bodies.jsonl', ['seq', 'body'])
  let count = 0
  for await (const line of jsonLines(bag, 'data/revisions.jsonl', [...LINKED, 'chain_sha256'])) {
    const { value, done } = await contents.next()
    if (done || value.seq !== line.seq) throw new Error(`The content of revision ${line.seq} is not there.`)
    if (value.body !== null && (await hash(String(value.body))) !== line.body_sha256)
      say(`The content of revision ${line.seq} is not what the revision was made over.`)
    count += 1
  }
  if (!(await contents.next()).done) say('There are more contents than revisions.')
  return `those of ${count} revisions are as they were`
}

async function followBreach(bag, hash, say) {
  let last = null
  const members = [...LINKED, 'chain_sha256', 'previous_sha256']
  for await (const line of jsonLines(bag, 'data/revisions-of-this-breach.jsonl', members)) {
    if ((await linkAfter(line.previous_sha256, line, hash)) !== line.chain_sha256)
      say(`Revision ${line.seq} does not follow from the link it names.`)
    if (last && line.seq <= last.seq) say(`After revision ${last.seq} stands revision ${line.seq}.`)
    if (last && line.seq === last.seq + 1 && line.previous_sha256 !== last.chain_sha256)
      say(`Revision ${line.seq} does not follow from the one before.`)
    last = line
  }
  const record = bag.get('data/record.json')
  if (!last || !record || (await hash(await record.bytes())) !== last.body_sha256)
    say('data/record.json is not what the last revision held.')
  return 'each follows from the link it names, and the record is what the last one held'
}

/** The lines of a file as values with just these members; throws at any other line, and at one that is cut off. */
async function* jsonLines(bag, path, members) {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  const bytes = await bag.get(path).bytes()
  const known = new Set(members)
  let number = 0
  for (let from = 0; from < bytes.length;) {
    const end = bytes.indexOf(10, from)
    number += 1
    if (end < 0) throw new Error(`Line ${number} is cut off.`)
    let line
    try {
      line = JSON.parse(decoder.decode(bytes.subarray(from, end)))
    } catch {
      throw new Error(`Line ${number} is not JSON in UTF-8.`)
    }
    const names = typeof line === 'object' && line !== null ? Object.keys(line) : []
    if (names.length !== known.size || !names.every((name) => known.has(name)))
      throw new Error(`Line ${number} has other parts than a revision has.`)
    yield line
    from = end + 1
  }
}
