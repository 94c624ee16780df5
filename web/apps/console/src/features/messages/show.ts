import { ensureWords, wordText } from '@guildhall/i18n'
import type { Tone } from '@guildhall/ui'
import { useI18n } from 'vue-i18n'
import type { Channel, Language, Message, MessageState, Purpose, Template, Text } from './types'

export const STATES: MessageState[] = ['planned', 'sent', 'failed', 'suppressed', 'cancelled']
export const CHANNELS: Channel[] = ['app', 'sms', 'email']
export const PURPOSES: Purpose[] = ['service', 'marketing']
export const LANGUAGES: Language[] = ['zh-CN', 'zh-TW', 'en']

const TONES: Record<MessageState, Tone> = {
  planned: 'info',
  sent: 'good',
  failed: 'bad',
  suppressed: 'warn',
  cancelled: 'quiet',
}
export const stateTone = (message: Message): Tone => TONES[message.state]

/** What people call a template, or what it tells while nobody named it, and how it reaches the member. */
export function useTemplateName() {
  const { t } = useI18n()
  void ensureWords()
  return (of: Pick<Template, 'name' | 'reason' | 'channel'>) =>
    t('ui.aside', { name: of.name ?? wordText('reason', of.reason), more: t(`messages.channel.${of.channel}`) })
}

/** What can be done with a message now. */
export const canRetry = (message: Message) => message.state === 'failed' || message.state === 'suppressed'
export const canCancel = (message: Message) => message.state === 'planned'

/** What is written for a template: one text a language, an empty one counting as none. */
export interface Draft {
  code: string
  /** What people call it. */
  name: string
  reason: string
  purpose: Purpose
  channel: Channel
  note: string
  subjects: Record<Language, string>
  bodies: Record<Language, string>
}

export function textsOf(draft: Draft): Text[] {
  return LANGUAGES.filter((language) => draft.bodies[language].trim() !== '').map((language) => ({
    language,
    body: draft.bodies[language],
    ...(draft.channel === 'email' ? { subject: draft.subjects[language] } : {}),
  }))
}

export function byLanguage(texts: Text[], part: 'subject' | 'body'): Record<Language, string> {
  const of = (language: Language) => texts.find((text) => text.language === language)?.[part] ?? ''
  return { 'zh-CN': of('zh-CN'), 'zh-TW': of('zh-TW'), en: of('en') }
}
