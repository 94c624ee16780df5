import { request, useKeyset, type Page } from '@guildhall/api'
import { wordText } from '@guildhall/i18n'
import { useMutation, useQuery, useQueryClient } from '@tanstack/vue-query'
import type { LawProof } from './types'

const KEY = ['loyalty', 'laws']
const PAGE = 20

/** The last proof of each law. */
export const useLastProofs = () =>
  useQuery({ queryKey: [...KEY, 'last'], queryFn: () => request<LawProof[]>('GET', '/api/ledger/laws') })

/** Every proof of one law, the newest first. */
export function useProofs(law: () => string) {
  return useKeyset<LawProof>({
    key: [...KEY, 'proofs'],
    ask: () => ({ law: law() }),
    load: (cursor) =>
      request<Page<LawProof>>(
        'GET',
        `/api/ledger/laws/${law()}/proofs?limit=${PAGE}${cursor === undefined ? '' : `&cursor=${cursor}`}`,
      ),
  })
}

/** Has every law proven now. */
export function useProving() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => request<LawProof[]>('POST', '/api/ledger/laws'),
    onSuccess: () => client.invalidateQueries({ queryKey: KEY }),
  })
}

/** Who had it proven: the nightly watch, or somebody by name. */
export const provenBy = ({ by }: LawProof) => {
  if (by === undefined) return ''
  return by.actor.startsWith('system:') ? wordText('actor', by.actorName) : by.actorName
}
