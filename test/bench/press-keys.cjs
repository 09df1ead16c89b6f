// Required by Electron before the program it starts: types one letter again and again until the page
// has taken it, prints when that was, and ends the program. The clock is the page's own.
const { app } = require('electron')

const EVERY_MS = 8
// What counts as taken: a letter in the passphrase field, or, where a page has no field, a key press.
const LISTEN = `{
  const isWanted = (event) => event.type === 'input' ? event.target.type === 'password' : !${process.env.BENCH_FIELD}
  const note = (event) => { if (isWanted(event)) globalThis.takenAt ??= performance.timeOrigin + performance.now() }
  addEventListener('input', note, true)
  addEventListener('keydown', note, true)
}`

app.on('browser-window-created', (_event, window) => {
  window.webContents.once('dom-ready', () => void pressUntilTaken(window.webContents))
})

async function pressUntilTaken(contents) {
  await contents.executeJavaScript(LISTEN)
  for (;;) {
    for (const type of ['keyDown', 'char', 'keyUp']) contents.sendInputEvent({ type, keyCode: 'a' })
    const takenAt = await contents.executeJavaScript('globalThis.takenAt ?? 0')
    if (takenAt) return process.stdout.write(`taken at ${takenAt}\n`, () => app.exit(0))
    await new Promise((resolve) => setTimeout(resolve, EVERY_MS))
  }
}
