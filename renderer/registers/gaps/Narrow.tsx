import { Fragment } from 'react'
import { RouteLink } from '#renderer/app/routing.tsx'
import { GapMark } from '#renderer/ui/GapMark.tsx'
import {
  applyFilter,
  countByOrganisation,
  countByRule,
  type Gap,
  type GapFilter,
  type RuleCount,
  SEVERITIES,
} from './gap-filter.ts'
import classes from './gaps-page.module.css'

type NarrowProps = {
  readonly gaps: readonly Gap[]
  readonly filter: GapFilter
  readonly hrefOfFilter: (filter: GapFilter) => string
}

/** The ways to narrow the list: by organisation and by rule, each with its count. */
export function Narrow({ gaps, filter, hrefOfFilter }: NarrowProps) {
  const organisations = countByOrganisation(applyFilter(gaps, filter, 'organisation'))
  const rules = countByRule(applyFilter(gaps, filter, 'rule'))
  return (
    <aside className={classes.narrow} aria-label="Narrow the list">
      <nav aria-label="By organisation">
        <h2>Organisation</h2>
        {organisations.map(({ name, count }) => {
          const isCurrent = name !== '' && filter.organisation === name
          return (
            <RouteLink
              key={name}
              href={hrefOfFilter({ ...filter, organisation: isCurrent ? '' : name })}
              aria-current={isCurrent ? 'true' : undefined}
            >
              <span>{name || 'No organisation'}</span>
              <span className={classes.count}>{count}</span>
            </RouteLink>
          )
        })}
      </nav>
      <nav aria-label="By rule">
        {SEVERITIES.map((severity) => {
          const own = rules.filter((rule) => rule.severity === severity)
          return (
            own.length > 0 && (
              <Fragment key={severity}>
                <h2>
                  <GapMark severity={severity} count={own.reduce((sum, { count }) => sum + count, 0)} /> by
                  rule
                </h2>
                {own.map((rule) => (
                  <RuleLink key={rule.ruleId} rule={rule} filter={filter} hrefOfFilter={hrefOfFilter} />
                ))}
              </Fragment>
            )
          )
        })}
      </nav>
    </aside>
  )
}

type RuleLinkProps = Pick<NarrowProps, 'filter' | 'hrefOfFilter'> & { readonly rule: RuleCount }

function RuleLink({ rule: { ruleId, title, count }, filter, hrefOfFilter }: RuleLinkProps) {
  const isCurrent = filter.rule === ruleId
  return (
    <RouteLink
      href={hrefOfFilter({ ...filter, rule: isCurrent ? '' : ruleId })}
      aria-current={isCurrent ? 'true' : undefined}
    >
      <span>{title}</span>
      <span className={classes.count}>{count}</span>
    </RouteLink>
  )
}
