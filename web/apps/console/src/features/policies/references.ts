import { can, request, useUnits } from '@guildhall/api'
import { codesOf, wordText } from '@guildhall/i18n'
import { useQuery } from '@tanstack/vue-query'
import { computed } from 'vue'
import type { JsonObject } from './types'

export interface Choice {
  value: string
  label: string
}

interface Named {
  code: string
  name: string
}

/** What there is by code and name, where the reader may see it; without, a code is written as it is. */
const useNamed = (key: string, path: string, allowed: boolean, read: (body: unknown) => Named[]) =>
  useQuery({
    queryKey: ['policies', 'named', key],
    queryFn: async () => read(await request<unknown>('GET', path)),
    enabled: allowed,
    staleTime: 60_000,
  })

const LADDER = '/api/policies/loyalty.tiers'

/** The tiers of the ladder in force. */
function ladderOf(body: unknown): Named[] {
  const detail = body as { summary: { version: number }; versions: { version: number; body: JsonObject }[] }
  const now = detail.versions.find((version) => version.version === detail.summary.version)
  return (now?.body.ladder ?? []) as unknown as Named[]
}

/** Templates in use, called after what they tell of. */
const templatesOf = (body: unknown): Named[] =>
  (body as { code: string; reason: string; retired: boolean }[])
    .filter((template) => !template.retired)
    .map(({ code, reason }) => ({ code, name: `${wordText('reason', reason)} · ${code}` }))

/** The things of the house that policies name by code: posts, tiers, stores, templates, kinds of approval. */
export function useReferences() {
  const { stores, unitName } = useUnits()
  const posts = useNamed('posts', '/api/posts', can('access.posts-read'), (body) => body as Named[])
  const tiers = useNamed('tiers', LADDER, can('policies.read'), ladderOf)
  const templates = useNamed('templates', '/api/messages/templates', can('messages.read'), templatesOf)

  const choices = computed<Record<string, Choice[]>>(() => ({
    post: named(posts.data.value),
    tier: (tiers.data.value ?? []).map(({ code, name }) => ({ value: code, label: tierName(code, name) })),
    store: stores.value.map((store) => ({ value: store.id, label: store.name })),
    template: named(templates.data.value),
    approval: codesOf('approval').map((code) => ({ value: code, label: wordText('approval', code) })),
  }))
  const of = (what: string | undefined): Choice[] => choices.value[what ?? ''] ?? []
  function nameOf(what: string | undefined, code: string): string {
    if (what === 'store') return unitName(code) || code
    return of(what).find((choice) => choice.value === code)?.label ?? code
  }
  return { of, nameOf }
}

const named = (things: Named[] | undefined): Choice[] =>
  (things ?? []).map(({ code, name }) => ({ value: code, label: name === '' ? code : name }))

/** The usual tiers have words in every language; others are called as the institution calls them. */
function tierName(code: string, name: string): string {
  const word = wordText('tier', code)
  return word === code ? name : word
}
