const byId = (id) => document.getElementById(id)
let shownFingerprint = ''

async function hashOf(bytes) {
  const digest = await crypto.subtle.digest('SHA-256', bytes)
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** The files below the folder that has bagit.txt, by their paths from there. */
function inPack(found) {
  const declaration = found
    .map(({ path }) => path)
    .filter((path) => /(^|\/)bagit\.txt$/u.test(path))
    .sort((a, b) => a.length - b.length)[0]
  if (declaration === undefined) return found
  const root = declaration.slice(0, -'bagit.txt'.length)
  return found
    .filter(({ path }) => path.startsWith(root))
    .map((file) => ({ path: file.path.slice(root.length), bytes: file.bytes }))
}

function list(title, paths) {
  if (paths.length === 0) return
  const heading = document.createElement('h3')
  heading.textContent = title
  const points = document.createElement('ul')
  for (const path of paths) {
    const point = document.createElement('li')
    point.textContent = path
    points.append(point)
  }
  byId('lists').append(heading, points)
}

async function check(found) {
  byId('report').hidden = true
  byId('lists').replaceChildren()
  if (!globalThis.crypto || !crypto.subtle) {
    byId('progress').textContent =
      'This browser cannot work out fingerprints of local files. Try another one.'
    return
  }
  const result = await checkPack(inPack(found), hashOf, (done, all) => {
    byId('progress').textContent = `Checking file ${done} of ${all}`
  })
  byId('progress').textContent = 'Checked.'
  const bad = result.missing.length + result.changed.length + result.extra.length
  byId('verdict').textContent = !result.isPack
    ? 'This folder is not a pack: it has no bagit.txt or no list of files. Choose the folder in which this page lies.'
    : bad === 0
      ? `All ${result.good} files are there and as they were made. Now compare the fingerprint.`
      : `Something is wrong: ${result.missing.length} missing, ${result.changed.length} changed, ${result.extra.length} that do not belong here. Ask for the pack again.`
  list('Missing', result.missing)
  list('Changed', result.changed)
  list('Not part of the pack', result.extra)
  shownFingerprint = result.fingerprint
  byId('fingerprint').textContent = result.fingerprint.replace(/(.{4})/gu, '$1 ').trim()
  compare()
  byId('report').hidden = false
  byId('result').focus()
}

function compare() {
  const typed = byId('printed').value.replace(/\s+/gu, '').toLowerCase()
  byId('same').textContent =
    typed === '' || shownFingerprint === ''
      ? ''
      : typed === shownFingerprint
        ? 'The same: this is the pack that the letter speaks of.'
        : 'Not the same.'
}

async function entriesOf(entry, path) {
  if (entry.isFile) {
    const file = await new Promise((resolve, reject) => entry.file(resolve, reject))
    return [{ path, bytes: () => file.arrayBuffer() }]
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

byId('folder').addEventListener('change', ({ target }) => {
  void check(
    [...target.files].map((file) => ({
      path: file.webkitRelativePath || file.name,
      bytes: () => file.arrayBuffer(),
    })),
  )
})
byId('printed').addEventListener('input', compare)
byId('drop').addEventListener('dragover', (event) => event.preventDefault())
byId('drop').addEventListener('drop', async (event) => {
  event.preventDefault()
  const entries = [...event.dataTransfer.items].map((item) => item.webkitGetAsEntry()).filter(Boolean)
  const found = []
  for (const entry of entries) found.push(...(await entriesOf(entry, entry.name)))
  await check(found)
})
