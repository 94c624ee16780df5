import { request, type components } from '@guildhall/api'
import { currentLocale } from '@guildhall/i18n'
import { useMutation, useQuery, useQueryClient } from '@tanstack/vue-query'

type Schemas = components['schemas']

export type AttributeDefinition = Schemas['AttributeDefinition']
export type AttributeType = Schemas['AttributeType']
export type Region = Schemas['Region']

const MINUTES_5 = 300_000
const PATH = '/api/member-attributes'

/** The attributes that an administrator defined beyond the registry's own fields. */
export const useAttributes = () =>
  useQuery({
    queryKey: ['member-attributes'],
    queryFn: () => request<AttributeDefinition[]>('GET', PATH),
    staleTime: MINUTES_5,
  })

/** One attribute as it is defined now; undefined when there is none. */
export const readAttribute = async (code: string) =>
  (await request<AttributeDefinition[]>('GET', PATH)).find((one) => one.code === code)

export function useDefineAttribute() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (given: { definition: AttributeDefinition; headers: Record<string, string> }) =>
      request<AttributeDefinition>('POST', PATH, given.definition, given.headers),
    meta: { quiet: true },
    onSuccess: () => client.invalidateQueries({ queryKey: ['member-attributes'] }),
  })
}

/** What an attribute is called in the reader's language; in any other it has, when that one is missing. */
export function attributeName(definition: AttributeDefinition): string {
  return definition.label[currentLocale()] ?? Object.values(definition.label)[0] ?? definition.code
}

/** A region by its whole name, from the province down; nothing while it is not known. */
export function useRegionName() {
  const regions = useRegions()
  return (code: string | undefined) => {
    if (code === undefined) return ''
    const levels = [...new Set([2, 4, 6].map((length) => code.slice(0, length).padEnd(6, '0')))]
    return levels.map((level) => regions.data.value?.find((region) => region.code === level)?.name ?? '').join('')
  }
}

/** Provinces, cities and counties with their codes. */
export const useRegions = () =>
  useQuery({
    queryKey: ['regions'],
    queryFn: () => request<Region[]>('GET', '/api/regions'),
    staleTime: Number.POSITIVE_INFINITY,
  })
