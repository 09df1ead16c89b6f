import { extname, resolve } from 'node:path'
import type { Command } from 'commander'
import { type CaseCertificate, sayOfCertificate } from '#shared/cases/certificate.ts'
import { mayStillExist } from '#shared/cases/certificate-letter.ts'
import { AppError } from '#shared/errors.ts'
import { findRequest } from './sar-find.ts'
import { withRegister } from './with-register.ts'

type Options = {
  readonly register: string
  readonly id: string
  readonly reason: string
  readonly confirm: string
  readonly certificate: string
}

/** `dpo sar destroy`: destroys the documents of a request for good, and writes the certificate. */
export function addSarDestroy(sar: Command): void {
  sar
    .command('destroy')
    .description(
      'destroy the documents of a request for good: their key, their file and its backup; the request stays, with a certificate',
    )
    .requiredOption('--register <folder>', 'the register, a folder that ends in .dpo')
    .requiredOption('--id <id>', 'the reference of the request, for example RR-0001, or its id')
    .requiredOption('--reason <words>', 'why they are destroyed')
    .requiredOption('--confirm <reference>', 'the reference once more, as it stands in the record')
    .requiredOption('--certificate <file>', 'where to write the certificate, as .pdf or .json')
    .action(async ({ register, id, reason, confirm, certificate: file }: Options) => {
      const format = formatOf(file)
      await withRegister(register, async (call) => {
        const request = (await findRequest(call, id)) as CaseCertificate['request']
        const ending = await call('cases.ending', { request })
        // A certificate that could not be written the first time is written now.
        const certificate =
          ending.certificate ?? (await call('cases.destroy', { request, reason, confirm })).certificate
        const { path, sha256 } = await call('cases.writeCertificate', { request, to: resolve(file), format })
        console.log(sayOfCertificate(certificate))
        for (const sentence of mayStillExist(certificate)) console.log(`- ${sentence}`)
        console.log(`Certificate: ${path} (SHA-256 ${sha256})`)
      })
    })
}

function formatOf(file: string): 'pdf' | 'json' {
  const ending = extname(file).toLowerCase()
  if (ending === '.pdf') return 'pdf'
  if (ending === '.json') return 'json'
  throw new AppError('invalid', 'The certificate is written as .pdf or .json: give its file such an ending.')
}
