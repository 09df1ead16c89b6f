import { CaseCertificate, sayOfCertificate } from '#shared/cases/certificate.ts'
import { day } from '#shared/described/field.ts'
import { PortabilityExport, sayOfExport } from '#shared/portability/export.ts'
import { kept } from '#shared/described/kept-fields.ts'

/** What becomes of the documents that were brought in. @source UK GDPR Art 5(1)(e) */
export const CASE_FIELDS = {
  caseDestroyAfter: day('Keep its documents until', {
    hint: 'As your retention schedule says for answered requests; the law sets no period. Think of complaints and claims. On this day Today says that they are to be destroyed.',
    citation: 'UK GDPR Art 5(1)(e)',
  }),
  caseDestroyed: kept('Documents destroyed', CaseCertificate, sayOfCertificate, {
    setBy: 'Recorded when they are destroyed, on the page “Documents”',
    citation: 'UK GDPR Art 5(2)',
  }),
  portabilityExports: kept('Portability exports', PortabilityExport, sayOfExport, {
    setBy: 'Recorded when one is made, on the page “Portability”',
    citation: 'UK GDPR Art 20',
  }),
}
