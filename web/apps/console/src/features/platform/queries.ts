import { request, useKeyset, type JobView, type Page } from '@guildhall/api'
import { useQuery } from '@tanstack/vue-query'

const PAGE = 50
const LATEST = 6
const POLL_MS = 2000

export function useJobs() {
  return useKeyset<JobView>({
    key: ['jobs', 'list'],
    ask: {},
    load: (cursor) =>
      request<Page<JobView>>(
        'GET',
        `/api/jobs?limit=${PAGE}${cursor === undefined ? '' : `&cursor=${encodeURIComponent(cursor)}`}`,
      ),
  })
}

const atWork = (job: JobView) => job.state === 'WAITING' || job.state === 'RUNNING'

/** The latest jobs, asked again while one of them is at work. */
export function useLatestJobs() {
  return useQuery({
    queryKey: ['jobs', 'latest'],
    queryFn: () => request<Page<JobView>>('GET', `/api/jobs?limit=${LATEST}`),
    refetchInterval: (query) => (query.state.data?.items.some(atWork) === true ? POLL_MS : false),
  })
}
