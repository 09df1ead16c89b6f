import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { dpo } from '#test/support/dpo.ts'
import { expect, test } from 'vitest'
import { PASSPHRASE, startTestEngine } from '../support/engine.ts'

const MAIL = [
  'From: Ivor Penrose <ivor@penrose.example>',
  'To: records@nobody.example',
  'Date: Fri, 13 Nov 2026 08:00:00 +0000',
  'Subject: records',
  '',
  'Could I get my records please? My case number is 77-1204.',
].join('\r\n')

test(
  'the command line says what it read in a message, and makes the request when told to',
  { timeout: 60_000 },
  async () => {
    await using engine = await startTestEngine()
    await engine.call('registerFile.lock', {})
    const mail = join(engine.folder, 'mail.eml')
    await writeFile(mail, MAIL)
    const run = async (...more: string[]) => {
      const environment = {
        DPO_PASSPHRASE: PASSPHRASE,
        DPO_HOME: join(engine.folder, 'home-of-command-line'),
      }
      const said = await dpo(['sar', 'new', '--register', engine.path, '--from', mail, ...more], environment)
      return said.output + said.errors
    }

    const looked = await run()
    expect(looked).toContain('Access request, 13 Nov')
    expect(looked).toContain('Received on: Fri 13 November 2026')
    expect(looked).toContain('Case and file numbers: 77-1204')
    expect(looked).toContain('Nothing was recorded: add --yes to make the request.')

    const made = JSON.parse(
      await run('--yes', '--right', 'erase', '--received', '2026-11-12', '--format', 'json'),
    ) as {
      request: { reference: string }
      draft: object
      proposals: { quote: string }[]
    }
    expect(made.request.reference).toBe('RR-0001')
    expect(made.draft).toMatchObject({
      right: 'R-ERASE',
      receivedOn: '2026-11-12',
      requesterName: 'Ivor Penrose',
    })
    expect(made.proposals.length).toBeGreaterThan(4)
    expect(await run('--right', 'wish')).toContain('There are: R-ACCESS')
  },
)
