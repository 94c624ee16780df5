import type { MessagesLike } from '@guildhall/i18n'
import type source from './zh-CN'

export default {
  jobs: {
    title: 'Background jobs',
    lead: 'Progress and results of imports, exports and bulk acts. After a restart they go on where they were.',
    kind: 'Job',
    state: 'State',
    progress: 'Progress',
    by: 'Started by',
    created: 'Started',
    finished: 'Ended',
    all: 'All jobs',
    emptyTitle: 'No background jobs yet',
    emptyText: 'Imports, exports and bulk acts show their progress here.',
  },
} satisfies MessagesLike<typeof source>
