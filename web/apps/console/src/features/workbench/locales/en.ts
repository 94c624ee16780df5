import type { MessagesLike } from '@guildhall/i18n'
import type source from './zh-CN'

export default { greeting: 'Hello, {name}' } satisfies MessagesLike<typeof source>
