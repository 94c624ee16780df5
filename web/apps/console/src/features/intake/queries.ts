import { download, queryText, request, useKeyset, type Page } from '@guildhall/api'
import { currentLocale, i18n } from '@guildhall/i18n'
import { useMutation, useQuery, useQueryClient } from '@tanstack/vue-query'
import { computed, toValue, type MaybeRefOrGetter } from 'vue'
import { isBusy } from './steps'
import type { ImportView, PrepareImport, Rejection, SavedMapping, UndoPreview } from './types'

const PAGE = 50
const POLL_MS = 1000
const KEY = ['intake', 'imports'] as const
const path = (id: string) => `/api/imports/${id}`
const after = (cursor: string | undefined) => (cursor === undefined ? '' : `&cursor=${encodeURIComponent(cursor)}`)

export function useImports(ask: () => Record<string, string>) {
  return useKeyset<ImportView>({
    key: [...KEY, 'list'],
    ask,
    load: (cursor) => request<Page<ImportView>>('GET', `/api/imports?${queryText({ ...ask(), cursor, limit: PAGE })}`),
  })
}

/** The business systems that imports came from. */
export const useSources = () =>
  useQuery({ queryKey: [...KEY, 'sources'], queryFn: () => request<string[]>('GET', '/api/imports/sources') })

/** One import, asked again every second while a job is at work on it. */
export function useImport(id: MaybeRefOrGetter<string>) {
  return useQuery({
    queryKey: computed(() => [...KEY, 'one', toValue(id)]),
    queryFn: () => request<ImportView>('GET', path(toValue(id))),
    refetchInterval: (query) => (query.state.data !== undefined && isBusy(query.state.data) ? POLL_MS : false),
  })
}

export function useRejections(id: () => string, part: () => string) {
  return useKeyset<Rejection>({
    key: [...KEY, 'rejections'],
    ask: () => ({ id: id(), part: part() }),
    load: (cursor) =>
      request<Page<Rejection>>('GET', `${path(id())}/errors?limit=${PAGE}${after(cursor)}`, undefined, inMyLanguage()),
  })
}

/** Texts that the server writes come in the language of the screen, whatever the browser prefers. */
const inMyLanguage = () => ({ 'Accept-Language': currentLocale() })

/** All rejected rows as a file, handed to the browser to keep. */
export const downloadRejections = (view: Pick<ImportView, 'id' | 'fileName'>, format: 'csv' | 'xlsx') =>
  download(
    `${path(view.id)}/errors.${format}`,
    `${i18n.global.t('intake.rejected.fileName', { file: view.fileName.replace(/\.[^.]*$/, '') })}.${format}`,
    currentLocale(),
  )

export function upload(file: File): Promise<ImportView> {
  const form = new FormData()
  form.append('file', file, file.name)
  return request<ImportView>('POST', '/api/imports', form)
}

export const undoPreview = (id: string) => request<UndoPreview>('POST', `${path(id)}/undo-preview`)

/** The acts on one import; each answer replaces what is shown of it. */
export function useImportActs(id: () => string) {
  const client = useQueryClient()
  const put = (view: ImportView) => {
    client.setQueryData([...KEY, 'one', id()], view)
    return client.invalidateQueries({ queryKey: [...KEY, 'list'] })
  }
  const act = (name: 'dry-run' | 'start' | 'undo', meta: { quiet?: true } = {}) =>
    useMutation({
      meta,
      mutationFn: (body: object | undefined) => request<ImportView>('POST', `${path(id())}/${name}`, body),
      onSuccess: put,
    })
  return {
    prepare: useMutation({
      mutationFn: (body: PrepareImport) => request<ImportView>('PUT', `${path(id())}/mapping`, body),
      onSuccess: put,
      meta: { quiet: true },
    }),
    check: act('dry-run'),
    start: act('start'),
    undo: act('undo', { quiet: true }),
  }
}

export function useSavedMappings() {
  const client = useQueryClient()
  const key = ['intake', 'mappings']
  const again = () => client.invalidateQueries({ queryKey: key })
  return {
    list: useQuery({ queryKey: key, queryFn: () => request<SavedMapping[]>('GET', '/api/import-mappings') }),
    save: useMutation({
      mutationFn: (content: SavedMapping['content']) => request<SavedMapping>('POST', '/api/import-mappings', content),
      onSuccess: again,
      meta: { quiet: true },
    }),
    remove: useMutation({
      mutationFn: (id: string) => request<void>('DELETE', `/api/import-mappings/${id}`),
      onSuccess: again,
    }),
  }
}
