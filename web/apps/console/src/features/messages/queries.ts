import {
  queryText,
  request,
  takeOut,
  useKeyset,
  useStale,
  type Explanation,
  type FileWish,
  type Page,
} from '@guildhall/api'
import { useQuery } from '@tanstack/vue-query'
import { computed } from 'vue'
import type { Draft } from './show'
import { textsOf } from './show'
import type { Adapter, Message, MessageDetail, Preview, Reason, Template, TemplateVersion } from './types'

const PAGE = 50

type Ask = Record<string, string | number | undefined>
type Key = { 'Idempotency-Key': string }

export function useMessages(ask: () => Ask, size = PAGE) {
  return useKeyset<Message>({
    key: ['messages', 'list'],
    ask,
    load: (cursor) => request<Page<Message>>('GET', `/api/messages?${queryText({ ...ask(), cursor, limit: size })}`),
  })
}

export function useMessage(id: () => string | undefined) {
  return useQuery({
    queryKey: computed(() => ['messages', 'one', id()]),
    queryFn: () => request<MessageDetail>('GET', `/api/messages/${id()}`),
    enabled: computed(() => id() !== undefined),
  })
}

export function useMessageWhy(id: () => string | undefined) {
  return useQuery({
    queryKey: computed(() => ['messages', 'why', id()]),
    queryFn: () => request<Explanation>('GET', `/api/messages/${id()}/why`),
    enabled: computed(() => id() !== undefined),
  })
}

export function useTemplates() {
  return useQuery({
    queryKey: ['messages', 'templates'],
    queryFn: () => request<Template[]>('GET', '/api/messages/templates'),
  })
}

export function useTemplate(code: () => string | undefined) {
  return useQuery({
    queryKey: computed(() => ['messages', 'template', code()]),
    queryFn: () => request<Template>('GET', `/api/messages/templates/${code()}`),
    enabled: computed(() => code() !== undefined),
  })
}

export function useTemplateVersions(code: () => string) {
  return useQuery({
    queryKey: computed(() => ['messages', 'versions', code()]),
    queryFn: () => request<TemplateVersion[]>('GET', `/api/messages/templates/${code()}/versions`),
  })
}

export function useReasons() {
  return useQuery({
    queryKey: ['messages', 'reasons'],
    queryFn: () => request<Reason[]>('GET', '/api/messages/reasons'),
  })
}

export function useAdapters() {
  return useQuery({
    queryKey: ['messages', 'adapters'],
    queryFn: () => request<Adapter[]>('GET', '/api/messages/adapters'),
  })
}

/** What the texts written so far would become, asked anew as they change. */
export function usePreview(draft: () => Draft, member: () => string) {
  const asked = computed(() => {
    const { reason, purpose, channel } = draft()
    const texts = textsOf(draft())
    return { reason, purpose, channel, texts, ...(member() === '' ? {} : { member: member() }) }
  })
  return useQuery({
    queryKey: computed(() => ['messages', 'preview', asked.value]),
    queryFn: () => request<Preview>('POST', '/api/messages/templates/preview', asked.value),
    enabled: computed(() => asked.value.reason !== '' && asked.value.texts.length > 0),
    placeholderData: (before) => before,
    retry: false,
  })
}

export const messages = {
  publish: (draft: Draft, expectedVersion: number) => {
    const { code, name, reason, purpose, channel, note } = draft
    const body = {
      code,
      ...(name.trim() && { name: name.trim() }),
      reason,
      purpose,
      channel,
      note,
      texts: textsOf(draft),
      expectedVersion,
    }
    return request<Template>('POST', '/api/messages/templates', body)
  },
  retire: (code: string, retired: boolean, expectedVersion: number, reason: string) =>
    request<Template>('POST', `/api/messages/templates/${code}/retire`, { retired, expectedVersion, reason }),
  send: (body: { member: string; template: string; facts: Record<string, unknown> }, key: Key) =>
    request<MessageDetail>('POST', '/api/messages', body, key),
  retry: (id: string, reason: string) => request<Message>('POST', `/api/messages/${id}/retry`, { reason }),
  cancel: (id: string, reason: string) => request<Message>('POST', `/api/messages/${id}/cancel`, { reason }),
  exportAll: (query: Ask, file: FileWish) => takeOut('/api/messages/export', { query }, file),
}

/** What happens to messages makes the member's page stale too. */
export const useMessagesStale = () => useStale('messages', 'members')
