import { writeFile } from 'node:fs/promises'
import type { CaseCertificate } from '#shared/cases/certificate.ts'
import { certificateLetter } from '#shared/cases/certificate-letter.ts'
import { writeLetterPdf } from '../pdf/write-letter.ts'

/** Writes a certificate to a path, as a tagged PDF or as JSON; the same certificate gives the same bytes. */
export async function writeCertificateFile(
  certificate: CaseCertificate,
  organisation: string,
  format: 'pdf' | 'json',
  path: string,
): Promise<void> {
  if (format === 'json') await writeFile(path, `${JSON.stringify(certificate, null, 2)}\n`, { mode: 0o600 })
  else await writeLetterPdf(certificateLetter(certificate, organisation), certificate.destroyedAt, path)
}
