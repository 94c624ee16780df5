import type { MessagesLike } from '@guildhall/i18n'
import type source from './zh-CN'

export default {
  title: 'Today',
  greeting: 'Hello, {name}',
  emptyTitle: 'The workbench is empty',
  emptyText: 'Your posts carry no rights yet. Ask an administrator.',
} satisfies MessagesLike<typeof source>
