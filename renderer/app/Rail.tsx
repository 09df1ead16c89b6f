import {
  type Icon,
  IconAlertTriangle,
  IconArrowsExchange,
  IconBan,
  IconBook2,
  IconBuildingCommunity,
  IconBuildingFactory2,
  IconCalendarDue,
  IconCertificate,
  IconFileText,
  IconHistory,
  IconHourglass,
  IconListDetails,
  IconMessageReport,
  IconReport,
  IconScale,
  IconSend,
  IconSettings,
  IconMailExclamation,
  IconShieldX,
  IconSpeakerphone,
  IconThumbUp,
  IconToggleRight,
  IconTrash,
  IconUserQuestion,
  IconWorld,
} from '@tabler/icons-react'
import { useEngineQuery } from '#renderer/api/client.ts'
import { DescribedName } from '#shared/described/names.ts'
import classes from './Rail.module.css'
import { ROUTES } from './routes.tsx'
import { hrefOf, type RailSection, RouteLink, type Section, SECTION_GROUPS } from './routing.tsx'

const ICONS: Record<RailSection, Icon> = {
  today: IconCalendarDue,
  requests: IconUserQuestion,
  breaches: IconShieldX,
  recipients: IconMailExclamation,
  complaints: IconMessageReport,
  activities: IconListDetails,
  organisations: IconBuildingCommunity,
  contracts: IconFileText,
  processors: IconBuildingFactory2,
  transfers: IconWorld,
  arrangements: IconArrowsExchange,
  disclosures: IconSend,
  retention: IconHourglass,
  disposals: IconTrash,
  consents: IconThumbUp,
  preferences: IconToggleRight,
  suppressions: IconBan,
  notices: IconSpeakerphone,
  assessments: IconScale,
  evidence: IconCertificate,
  gaps: IconAlertTriangle,
  reports: IconReport,
  library: IconBook2,
  history: IconHistory,
  settings: IconSettings,
}

/** The sections whose open records are counted beside their name. */
const COUNTED: readonly RailSection[] = ['requests', 'breaches', 'complaints']

/** The registers whose name in the program would say something else than their label does. */
const WHOLE_LABEL: readonly RailSection[] = ['recipients']

/** The sections of the program, in groups. */
export function Rail({ section }: { readonly section: Section }) {
  const { data: counts = [] } = useEngineQuery('records.counts', {}, { keepPrevious: true })
  const { data: dates = [] } = useEngineQuery(
    'today.counts',
    { organisationId: null },
    { keepPrevious: true },
  )
  const due = dates
    .filter(({ bucket }) => bucket === 'overdue' || bucket === 'today')
    .reduce((sum, { total }) => sum + total, 0)
  const openOf = (name: RailSection) =>
    COUNTED.includes(name) ? (counts.find(({ register }) => register === name)?.open ?? 0) : 0
  return (
    <nav className={classes.rail} aria-label="Sections">
      <div className={classes.brand} aria-hidden>
        DPO Workbench
      </div>
      {SECTION_GROUPS.map(({ heading, sections }) => (
        <div key={heading} className={classes.group} role="group" aria-label={heading || 'The program'}>
          {heading && (
            <div className={classes.heading} aria-hidden>
              {heading}
            </div>
          )}
          {sections.map((name) => (
            <RailLink
              key={name}
              name={name}
              isCurrent={name === section}
              count={name === 'today' ? due : openOf(name)}
              counted={name === 'today' ? 'due' : 'open'}
            />
          ))}
        </div>
      ))}
    </nav>
  )
}

type RailLinkProps = {
  readonly name: RailSection
  readonly isCurrent: boolean
  readonly count: number
  /** What is counted, for those who hear it. */
  readonly counted: string
}

function RailLink({ name, isCurrent, count, counted }: RailLinkProps) {
  const SectionIcon = ICONS[name]
  const { label } = ROUTES[name]
  const described = DescribedName.safeParse(name)
  return (
    <RouteLink href={hrefOf(name)} aria-current={isCurrent ? 'page' : undefined} title={label}>
      <SectionIcon size={16} stroke={1.7} aria-hidden />
      <span className={classes.label}>
        {described.success && !WHOLE_LABEL.includes(name)
          ? name.charAt(0).toUpperCase() + name.slice(1)
          : label}
      </span>
      {count > 0 && (
        <span className={classes.open} data-due={counted === 'due' || undefined}>
          {count.toLocaleString('en-GB')}
          <span className="visually-hidden"> {counted}</span>
        </span>
      )}
    </RouteLink>
  )
}
