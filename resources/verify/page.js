const byId = (id) => document.getElementById(id)
const NAMES = {
  sha1: 'SHA-1',
  sha256: 'SHA-256',
  sha384: 'SHA-384',
  sha512: 'SHA-512',
}
/** What is shown of problems of one kind; the rest is counted. */
const NAMED = 100
/** Kinds of archives that nothing outside bears the fingerprint of. */
const hasFingerprint = (kind) => kind === '' || kind === 'disclosure pack' || kind === 'portability export'

async function hashOf(algorithm, bytes) {
  if (!NAMES[algorithm]) return null
  const digest = await crypto.subtle.digest(NAMES[algorithm], bytes)
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

const inGroups = (text) => text.replace(/(.{4})/gu, '$1 ').trim()
const bare = (text) => text.replace(/\s+/gu, '').toLowerCase()

function element(name, text, ...children) {
  const made = document.createElement(name)
  made.textContent = text
  made.append(...children)
  return made
}

/** A check with its outcome in a word, and each problem by the name of what it is about. */
function checkItem({ name, problems, says }) {
  const isWell = problems.length === 0
  const item = element('li', '')
  item.className = isWell ? 'passed' : 'failed'
  item.append(element('strong', isWell ? 'Passed' : 'Failed'), ` ${name}${isWell ? `: ${says}` : ''}`)
  if (isWell) return item
  const points = element('ul', '')
  for (const { about, detail } of problems.slice(0, NAMED))
    points.append(element('li', '', element('span', about), ` – ${detail}`))
  if (problems.length > NAMED) points.append(element('li', `${problems.length - NAMED} more of this kind.`))
  item.append(points)
  return item
}

function verdictOf({ checks, missing, changed, extra, good, kind, fingerprint }) {
  const failed = checks.filter(({ problems }) => problems.length > 0)
  if (failed.some(({ name }) => ['Names', 'Bag', 'Declaration'].includes(name)))
    return 'This is not an archive that can be checked. Choose the zip, or the folder in which this page lies.'
  const compare =
    hasFingerprint(kind) && fingerprint ? 'Now compare the fingerprint.' : 'Now compare the chain head.'
  if (failed.length === 0) return `All ${good} files are there and as they were made. ${compare}`
  return `Something is wrong: ${missing.length} missing, ${changed.length} changed, ${extra.length} that do not belong here. Failed: ${failed.map(({ name }) => name).join(', ')}. Ask for the archive again.`
}

async function check(find) {
  byId('report').hidden = true
  byId('checks').replaceChildren()
  if (!globalThis.crypto || !crypto.subtle) {
    byId('progress').textContent =
      'This browser cannot work out fingerprints of local files. Try another one.'
    return
  }
  byId('progress').textContent = 'Reading'
  try {
    const result = await checkArchive(await find(), hashOf, (done, all) => {
      byId('progress').textContent = `Checking file ${done} of ${all}`
    })
    show(result)
    byId('progress').textContent = 'Checked.'
  } catch (error) {
    byId('progress').textContent = `This cannot be checked. ${error.message}`
  }
}

function show(result) {
  byId('verdict').textContent = verdictOf(result)
  byId('kind').textContent = result.kind ? `Kind of archive: ${result.kind}.` : ''
  byId('checks').append(...result.checks.map(checkItem))
  byId('with-fingerprint').hidden = !hasFingerprint(result.kind) || result.fingerprint === ''
  byId('fingerprint').textContent = inGroups(result.fingerprint)
  byId('with-head').hidden = result.head === ''
  byId('head').textContent = inGroups(result.head)
  compare('printed', 'fingerprint', 'same')
  compare('known-head', 'head', 'same-head')
  byId('report').hidden = false
  byId('result').focus()
}

function compare(typed, shown, answer) {
  const [given, found] = [bare(byId(typed).value), bare(byId(shown).textContent)]
  const words = given === found ? 'The same: this is the archive that is meant.' : 'Not the same.'
  byId(answer).textContent = given === '' || found === '' ? '' : words
}

const bytesOf = (file) => async () => new Uint8Array(await file.arrayBuffer())
const isZip = (file) => /\.zip$/iu.test(file.name)

async function entriesOf(entry, path) {
  if (entry.isFile) {
    const file = await new Promise((resolve, reject) => entry.file(resolve, reject))
    return [{ path, file, bytes: bytesOf(file) }]
  }
  const reader = entry.createReader()
  const found = []
  for (;;) {
    const some = await new Promise((resolve, reject) => reader.readEntries(resolve, reject))
    if (some.length === 0) return found
    for (const one of some)
      found.push(...(await entriesOf(one, path === '' ? one.name : `${path}/${one.name}`)))
  }
}

async function dropped(entries) {
  const found = []
  for (const entry of entries) found.push(...(await entriesOf(entry, entry.isFile ? entry.name : '')))
  const [only] = found
  return found.length === 1 && isZip(only.file) ? filesOfZip(only.file) : found
}

byId('folder').addEventListener('change', ({ target }) => {
  const files = [...target.files].map((file) => ({
    path: file.webkitRelativePath.replace(/^[^/]*\//u, '') || file.name,
    bytes: bytesOf(file),
  }))
  void check(async () => files)
})
byId('zip').addEventListener('change', ({ target }) => {
  const [file] = target.files
  if (file) void check(() => filesOfZip(file))
})
byId('printed').addEventListener('input', () => compare('printed', 'fingerprint', 'same'))
byId('known-head').addEventListener('input', () => compare('known-head', 'head', 'same-head'))
byId('drop').addEventListener('dragover', (event) => event.preventDefault())
byId('drop').addEventListener('drop', (event) => {
  event.preventDefault()
  const entries = [...event.dataTransfer.items].map((item) => item.webkitGetAsEntry()).filter(Boolean)
  void check(() => dropped(entries))
})
