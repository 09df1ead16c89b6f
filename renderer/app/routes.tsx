import { type ComponentType, lazy } from 'react'
import { described } from '#shared/described/all.ts'
import { DescribedName } from '#shared/described/names.ts'
import { type Section, useRoute } from './routing.tsx'
import { SPECIAL_PAGES } from './special-pages.ts'

export type SectionPage = { readonly label: string; readonly Page: ComponentType }

const page = <Name extends string>(load: () => Promise<Record<Name, ComponentType>>, name: Name) =>
  lazy(() => load().then((module) => ({ default: module[name] })))

/** Every section's page; the type makes a section without one a compile error. */
export const ROUTES: Record<Section, SectionPage> = {
  ...describedPages(),
  today: { label: 'Today', Page: page(() => import('#renderer/registers/today/TodayPage.tsx'), 'TodayPage') },
  activities: {
    label: 'Register',
    Page: lazy(loadActivities),
  },
  organisations: {
    label: 'Organisations',
    Page: page(() => import('#renderer/registers/organisations/OrganisationsPage.tsx'), 'OrganisationsPage'),
  },
  contracts: {
    label: 'Contracts',
    Page: page(() => import('#renderer/registers/contracts/ContractsPage.tsx'), 'ContractsPage'),
  },
  library: {
    label: 'Library',
    Page: page(() => import('#renderer/registers/vocabulary/LibraryPage.tsx'), 'LibraryPage'),
  },
  gaps: { label: 'Gaps', Page: page(() => import('#renderer/registers/gaps/GapsPage.tsx'), 'GapsPage') },
  reports: {
    label: 'Reports',
    Page: lazy(loadReports),
  },
  history: {
    label: 'History',
    Page: page(() => import('#renderer/registers/history/HistoryPage.tsx'), 'HistoryPage'),
  },
  search: {
    label: 'Search',
    Page: page(() => import('#renderer/registers/search/SearchPage.tsx'), 'SearchPage'),
  },
  settings: {
    label: 'Settings',
    Page: lazy(loadSettings),
  },
}

function describedPages(): Record<DescribedName, SectionPage> {
  const entries = DescribedName.options.map((register) => [
    register,
    { label: described(register).label, Page: lazy(() => loadDescribed(register)) },
  ])
  return Object.fromEntries(entries) as Record<DescribedName, SectionPage>
}

/** A register's own page where it has one, else the page that every description makes. */
async function loadDescribed(register: DescribedName): Promise<{ default: ComponentType }> {
  const [{ ViewBar }, Page] = await Promise.all([
    import('#renderer/registers/views/ViewBar.tsx'),
    SPECIAL_PAGES[register]?.() ??
      import('#renderer/registers/records/RecordsPage.tsx').then(({ RecordsPage }) => RecordsPage),
  ])
  return { default: () => <Page register={register} ViewBar={ViewBar} /> }
}

// Registers do not know one another; a page that shows a part of another register is handed it here.
async function loadActivities() {
  const [{ ActivitiesPage }, { ViewBar }] = await Promise.all([
    import('#renderer/registers/activities/ActivitiesPage.tsx'),
    import('#renderer/registers/views/ViewBar.tsx'),
  ])
  return { default: () => <ActivitiesPage ViewBar={ViewBar} /> }
}

async function loadReports() {
  const [{ ReportsPage }, { ArchiveCards }] = await Promise.all([
    import('#renderer/registers/reports/ReportsPage.tsx'),
    import('#renderer/registers/archives/ArchiveCards.tsx'),
  ])
  return { default: () => <ReportsPage part={useRoute().id} Archives={ArchiveCards} /> }
}

async function loadSettings() {
  const [{ SettingsPage }, { FileSettings }] = await Promise.all([
    import('#renderer/registers/settings/SettingsPage.tsx'),
    import('#renderer/registers/registerFile/FileSettings.tsx'),
  ])
  return { default: () => <SettingsPage FileSettings={FileSettings} /> }
}
