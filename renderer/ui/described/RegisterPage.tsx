import { useEffect } from 'react'
import { useStore } from '#renderer/api/store.ts'
import { hrefOf, navigate, useRoute } from '#renderer/app/routing.tsx'
import { SplitView } from '#renderer/ui/SplitView.tsx'
import { described } from '#shared/described/all.ts'
import { EVERY_RECORD } from '#shared/described/list.ts'
import type { DescribedName } from '#shared/described/names.ts'
import { DescribedPane } from './DescribedPane.tsx'
import classes from './described.module.css'
import { contentOfLook, filterOfAddress, lookOfContent, lookStore, type RecordContent } from './list-look.ts'
import { RecordList } from './RecordList.tsx'
import type { RegisterPageProps } from './register-props.ts'

/** The page of a described register: its list, one record beside it, and what the register itself adds. */
export function RegisterPage(props: RegisterPageProps) {
  const { register, ViewBar, sections, pages, views, actions, emptyExtra } = props
  const { id, page, search } = useRoute()
  const store = lookStore(register)
  const look = useStore(store)
  useFilterFromAddress(register, search)
  const choose = (content: RecordContent, viewId: string | null) => {
    store.set(lookOfContent(described(register), content, viewId, store.get().widths))
    if (search.size > 0) navigate(hrefOf(register, id), { replace: true })
  }
  const isWide = pages?.find((one) => one.page === page)?.isWide ?? false
  return (
    <SplitView
      label="Width of the list"
      left={
        !isWide && (
          <RecordList
            register={register}
            openId={id}
            above={views}
            actions={actions}
            emptyExtra={emptyExtra}
            savedViews={
              <ViewBar
                register={register}
                current={contentOfLook(look)}
                noFilter={EVERY_RECORD}
                viewId={look.viewId}
                askedFor={search.get('view')}
                onChoose={choose}
              />
            }
          />
        )
      }
      right={
        id &&
        id !== 'new' && (
          <section className={classes.record} aria-label="Record">
            {isWide && <h1 className="visually-hidden">{described(register).label}</h1>}
            <DescribedPane key={id} register={register} id={id} sections={sections} pages={pages} />
          </section>
        )
      }
    />
  )
}

/** An address with conditions filters the list once, so that links from other pages show what they promise. */
function useFilterFromAddress(register: DescribedName, search: URLSearchParams): void {
  const asked = search.toString()
  useEffect(() => {
    const filter = filterOfAddress(described(register), new URLSearchParams(asked))
    if (!filter) return
    const store = lookStore(register)
    store.set({ ...store.get(), filter, viewId: null, groupBy: null, collapsed: new Set() })
    navigate(hrefOf(register), { replace: true })
  }, [register, asked])
}
