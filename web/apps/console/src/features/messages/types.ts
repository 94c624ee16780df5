import type { components } from '@guildhall/api'

type Schemas = components['schemas']

export type Message = Schemas['MessageView']
export type MessageDetail = Schemas['MessageDetail']
export type MessageState = Schemas['MessageState']
export type Channel = Schemas['MessageChannel']
export type Purpose = Schemas['MessagePurpose']
export type Language = Schemas['MessageLanguage']
export type Text = Schemas['MessageText']
export type Template = Schemas['MessageTemplate']
export type TemplateVersion = Schemas['MessageTemplateVersion']
export type Reason = Schemas['MessageReasonView']
export type Preview = Schemas['MessagePreview']
export type Adapter = Schemas['MessageAdapter']
