import type { ComponentType } from 'react'
import type { RoutedRegisterProps } from '#renderer/ui/described/register-props.ts'
import type { DescribedName } from '#shared/described/names.ts'

type LoadPage = () => Promise<ComponentType<RoutedRegisterProps>>

/**
 * The registers with a page of their own, in `renderer/registers/<register>/`; every other one has the page that
 * its description makes. For example:
 * `requests: () => import('#renderer/registers/requests/RequestsPage.tsx').then(({ RequestsPage }) => RequestsPage)`.
 */
export const SPECIAL_PAGES: { readonly [Name in DescribedName]?: LoadPage } = {
  breaches: loadBreaches,
  recipients: () =>
    import('#renderer/registers/recipients/RecipientsPage.tsx').then(({ RecipientsPage }) => RecipientsPage),
  retention: () =>
    import('#renderer/registers/retention/RetentionPage.tsx').then(({ RetentionPage }) => RetentionPage),
  suppressions: () =>
    import('#renderer/registers/suppressions/SuppressionsPage.tsx').then(
      ({ SuppressionsPage }) => SuppressionsPage,
    ),
  requests: loadRequests,
  complaints: loadComplaints,
  processors: () =>
    import('#renderer/registers/processors/ProcessorsPage.tsx').then(({ ProcessorsPage }) => ProcessorsPage),
  transfers: () =>
    import('#renderer/registers/transfers/TransfersPage.tsx').then(({ TransfersPage }) => TransfersPage),
  assessments: () =>
    import('#renderer/registers/assessments/AssessmentsPage.tsx').then(
      ({ AssessmentsPage }) => AssessmentsPage,
    ),
  notices: () => import('#renderer/registers/notices/NoticesPage.tsx').then(({ NoticesPage }) => NoticesPage),
}

// Registers do not know one another; a page that shows a part of another register is handed it here.
async function loadBreaches() {
  const [{ breachesPage }, { ImportRecipients }] = await Promise.all([
    import('#renderer/registers/breaches/BreachesPage.tsx'),
    import('#renderer/registers/recipients/ImportRecipients.tsx'),
  ])
  return breachesPage(ImportRecipients)
}

async function loadRequests() {
  const [
    { requestsPage },
    { LettersPart },
    { TemplatesPage },
    { CASE_PAGES },
    { PORTABILITY_PAGES },
    { CaseSummary },
    { BoardPage },
  ] = await Promise.all([
    import('#renderer/registers/requests/RequestsPage.tsx'),
    import('#renderer/registers/letters/LettersPart.tsx'),
    import('#renderer/registers/letters/templates/TemplatesPage.tsx'),
    import('#renderer/registers/cases/case-pages.ts'),
    import('#renderer/registers/portability/portability-pages.ts'),
    import('#renderer/registers/cases/summary/CaseSummary.tsx'),
    import('#renderer/registers/cases/board/BoardPage.tsx'),
  ])
  return requestsPage({
    Letters: LettersPart,
    Templates: TemplatesPage,
    casePages: [...CASE_PAGES, ...PORTABILITY_PAGES],
    Summary: CaseSummary,
    Board: BoardPage,
  })
}

async function loadComplaints() {
  const [{ complaintsPage }, { LettersPart }] = await Promise.all([
    import('#renderer/registers/complaints/ComplaintsPage.tsx'),
    import('#renderer/registers/letters/LettersPart.tsx'),
  ])
  return complaintsPage(LettersPart)
}
