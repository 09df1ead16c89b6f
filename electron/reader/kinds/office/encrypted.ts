import officeCrypto from 'officecrypto-tool'
import { type Finding, type Given, NotRead } from '../../finding.ts'

/** Files that only protect their structure are locked with this word, which Office opens without asking. */
const WELL_KNOWN = 'VelvetSweatshop'

/** Opens an Office file that is locked with a password; what is inside is read as a file of its own. */
export async function readEncrypted({ name, bytes, password }: Given, finding: Finding): Promise<void> {
  for (const attempt of [WELL_KNOWN, ...(password ? [password] : [])]) {
    const opened = await officeCrypto.decrypt(bytes, { password: attempt }).catch(() => null)
    if (opened) return finding.holds(name, 'embedded', opened)
  }
  throw password
    ? new NotRead(
        'The password does not open the file, or it is locked in a way this program does not know.',
        'Open it with the program it was made with, and save it without a password.',
      )
    : new NotRead(
        'The file is locked with a password.',
        'Ask whoever sent it for the password, and read it again with it.',
      )
}
