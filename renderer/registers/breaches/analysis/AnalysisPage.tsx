import { useAsAt } from '#renderer/api/as-at.ts'
import { useEngineQuery } from '#renderer/api/client.ts'
import { sentenceOf } from '#renderer/api/engine.ts'
import { hrefOf, navigate, RouteLink, useRoute } from '#renderer/app/routing.tsx'
import { ChartFigure } from '#renderer/ui/charts/ChartFigure.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { PageHeader } from '#renderer/ui/PageHeader.tsx'
import { useToday } from '#renderer/ui/useNow.ts'
import type {
  AnalysisChart,
  AnalysisFigure,
  AnalysisScope,
  BreachAnalysis,
} from '#shared/registers/breaches/analysis.contract.ts'
import { periodWords } from '#shared/registers/reports/annual/period.ts'
import { scopeOf, searchOfScope } from './analysis-scope.ts'
import classes from './analysis.module.css'
import { AnalysisControls } from './AnalysisControls.tsx'
import { EntriesLink, hrefOfEntries } from './EntriesLink.tsx'
import { OverdueActions } from './OverdueActions.tsx'
import { Repeats } from './Repeats.tsx'
import { SaveAnalysis } from './SaveAnalysis.tsx'
import { TimesTable } from './TimesTable.tsx'

/** What the breaches of a period have in common, how fast people were, and what came again. */
export function AnalysisPage() {
  const { search } = useRoute()
  const now = useToday()
  const scope = scopeOf(search, useAsAt() ?? now)
  const change = (changes: Partial<AnalysisScope>) =>
    navigate(hrefOf('breaches', 'analysis', null, searchOfScope({ ...scope, ...changes })), { replace: true })
  const { data, error } = useEngineQuery('breaches.analysis', scope, { keepPrevious: true })
  return (
    <div className={classes.page}>
      <PageHeader
        title="Analysis of breaches"
        description="Counted from the log. An entry belongs to the day on which it came to be known; what is not known is counted as not known, never as nought."
        actions={
          <>
            <RouteLink href={hrefOf('breaches')}>Back to the log</RouteLink>
            <SaveAnalysis scope={scope} />
          </>
        }
      />
      <div className={classes.body}>
        <AnalysisControls scope={scope} onChange={change} />
        {error && <p role="alert">{sentenceOf(error)}</p>}
        {!error && data && <Found analysis={data} scope={scope} />}
        {!error && !data && <div aria-busy />}
      </div>
    </div>
  )
}

function Found({ analysis, scope }: { readonly analysis: BreachAnalysis; readonly scope: AnalysisScope }) {
  const { logged, figures, charts, times, repeats, overdueActions } = analysis
  if (logged === 0)
    return (
      <EmptyState
        title="Nothing came to be known in this period"
        example={
          <p>
            Three emails to a wrong recipient from one team within six months stand here as “Third time in six
            months”, with a link to each of them.
          </p>
        }
      >
        No breach and no near miss of {periodWords({ from: scope.from, to: scope.until })} is in the log.
        Choose another period, or log what has happened with Ctrl+Shift+B.
        {figures.some(({ label }) => label.startsWith('Without any day')) &&
          ' There are entries without any day, which no period can count.'}
      </EmptyState>
    )
  return (
    <>
      <Figures figures={figures} />
      <Repeats repeats={repeats} />
      <TimesTable times={times} />
      {overdueActions.length > 0 && <OverdueActions actions={overdueActions} />}
      <Charts charts={charts} />
    </>
  )
}

function Figures({ figures }: { readonly figures: readonly AnalysisFigure[] }) {
  return (
    <section aria-labelledby="analysis-figures" className={classes.part}>
      <h2 id="analysis-figures">In figures</h2>
      <dl className={classes.figures}>
        {figures.map(({ label, value, ids }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              {ids ? (
                <EntriesLink ids={ids} about={label}>
                  {value}
                </EntriesLink>
              ) : (
                value
              )}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function Charts({ charts }: { readonly charts: readonly AnalysisChart[] }) {
  return (
    <section aria-labelledby="analysis-charts" className={classes.part}>
      <h2 id="analysis-charts">When, why and where</h2>
      <p>A bar, or a row of its numbers, leads to the entries it counts.</p>
      <div className={classes.charts}>
        {charts.map(({ key, chart, ids }) => (
          <ChartFigure
            key={key}
            chart={chart}
            onChoose={(category) => {
              const chosen = ids[category] ?? []
              if (chosen.length > 0) navigate(hrefOfEntries(chosen))
            }}
          />
        ))}
      </div>
    </section>
  )
}
