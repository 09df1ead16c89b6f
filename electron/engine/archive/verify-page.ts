import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { resourcePath } from '../resources.ts'

/** The scripts of the page in the order in which they build on one another; none knows anything of the program. */
const SCRIPTS = ['bag.js', 'compare.js', 'check.js', 'chain.js', 'zip.js', 'page.js'] as const

/** The page that checks an archive in any browser: one file, no network, its only script named by its hash. */
export function verifyPage(): Buffer {
  const script = SCRIPTS.map(verifyResource).join('\n')
  const style = pageStyle()
  // Comments mark the places, since a formatter would set their content anew, and the hashes are over every character.
  const page = verifyResource('verify.html')
    .replace('{{SCRIPT_HASH}}', policyHash(script))
    .replace('{{STYLE_HASH}}', policyHash(style))
    .replace('<!-- STYLE -->', () => `<style>${style}</style>`)
    .replace('<!-- SCRIPT -->', () => `<script>${script}</script>`)
  return Buffer.from(page)
}

/** How our pages look in archives and packs. */
export const pageStyle = () => verifyResource('page.css')

/** A file of the verifier as it ships, with the same line ends everywhere. */
export const verifyResource = (name: string) =>
  readFileSync(resourcePath(`verify/${name}`), 'utf8').replaceAll('\r\n', '\n')

/** How a policy names a script or style: by the SHA-256 of its text. */
export const policyHash = (text: string) => `sha256-${createHash('sha256').update(text).digest('base64')}`
