import {
  type Icon,
  IconAlertTriangle,
  IconBook2,
  IconBuildingCommunity,
  IconFileText,
  IconHistory,
  IconListDetails,
  IconReport,
  IconSettings,
} from '@tabler/icons-react'
import classes from './Rail.module.css'
import { ROUTES } from './routes.tsx'
import { hrefOf, RouteLink, type Section, SECTIONS } from './routing.tsx'

const ICONS: Record<Section, Icon> = {
  activities: IconListDetails,
  organisations: IconBuildingCommunity,
  contracts: IconFileText,
  library: IconBook2,
  gaps: IconAlertTriangle,
  reports: IconReport,
  history: IconHistory,
  settings: IconSettings,
}

/** The sections of the program. */
export function Rail({ section }: { readonly section: Section }) {
  return (
    <nav className={classes.rail} aria-label="Sections">
      <div className={classes.brand} aria-hidden>
        DPO Workbench
      </div>
      {SECTIONS.map((name) => {
        const Icon = ICONS[name]
        return (
          <RouteLink
            key={name}
            href={hrefOf(name)}
            aria-current={name === section ? 'page' : undefined}
            title={ROUTES[name].label}
          >
            <Icon size={17} stroke={1.7} aria-hidden />
            <span>{ROUTES[name].label}</span>
          </RouteLink>
        )
      })}
    </nav>
  )
}
