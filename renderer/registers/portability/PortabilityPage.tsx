import { useEngineQuery } from '#renderer/api/client.ts'
import { usePageKeys } from '#renderer/ui/usePageKeys.ts'
import type { AnyRecord } from '#shared/described/register.ts'
import { BuildStep } from './build/BuildStep.tsx'
import { stepKeyOf } from './columns/column-keys.ts'
import { ColumnsStep } from './columns/ColumnsStep.tsx'
import { STEPS } from './draft/draft.ts'
import { FollowMapping } from './draft/FollowMapping.tsx'
import { useExport } from './draft/useExport.ts'
import { useKeeping } from './draft/useKeeping.ts'
import { FilesStep } from './files/FilesStep.tsx'
import { Foot } from './Foot.tsx'
import { MadeStep } from './made/MadeStep.tsx'
import classes from './portability.module.css'
import { PreviewStep } from './preview/PreviewStep.tsx'
import { useLooking } from './preview/useLooking.ts'
import { RowsStep } from './rows/RowsStep.tsx'
import { StepBar } from './StepBar.tsx'

/** Makes the export of a request for portability: files, columns, whose rows, a look at it, the build, and what was made. */
export function PortabilityPage({ record }: { readonly record: AnyRecord }) {
  return <Opened key={record.id} record={record} />
}

function Opened({ record }: { readonly record: AnyRecord }) {
  const work = useExport(record)
  const keeping = useKeeping(work)
  const looking = useLooking(work, keeping)
  const { data: made } = useEngineQuery('portability.history', { request: record.id }, { keepPrevious: true })
  const { step, sources } = work.draft
  const goBy = (by: number) => {
    const to = STEPS[STEPS.indexOf(step) + by]
    if (to) work.goTo(to)
  }
  usePageKeys(stepKeyOf, ({ does }) => goBy(does === 'after' ? 1 : -1))
  return (
    <div className={classes.page}>
      {sources.map((source) =>
        source.mapping.id === null ? null : (
          <FollowMapping key={source.key} source={source} id={source.mapping.id} work={work} />
        ),
      )}
      <StepBar work={work} made={made?.length ?? 0} />
      <section className={classes.body} aria-label="Step">
        {step === 'files' && <FilesStep work={work} />}
        {step === 'columns' && <ColumnsStep work={work} keeping={keeping} />}
        {step === 'rows' && <RowsStep work={work} looking={looking} />}
        {step === 'preview' && <PreviewStep work={work} looking={looking} />}
        {step === 'build' && <BuildStep work={work} keeping={keeping} />}
        {step === 'made' && <MadeStep work={work} />}
      </section>
      <Foot work={work} keeping={keeping} onNext={() => goBy(1)} />
    </div>
  )
}
