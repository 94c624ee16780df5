import { useStaffNames, useUnits } from '@guildhall/api'
import { wordText } from '@guildhall/i18n'
import type { FilterField } from '@guildhall/ui'
import { computed, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { MONTHS, STATUSES } from '../filters'
import { useMemberTags } from '../lists'
import type { MemberColumn } from '../types'

/** What the member list can be narrowed by, with the choices this reader may see. */
export function useFilterFields(columns: Ref<MemberColumn[]>) {
  const { t } = useI18n()
  const { stores } = useUnits()
  const { staff } = useStaffNames()
  const tags = useMemberTags()

  return computed<FilterField[]>(() => [
    {
      key: 'status',
      label: t('members.field.status'),
      kind: 'choice',
      choices: STATUSES.map((status) => ({ value: status, label: t(`members.status.${status}`) })),
    },
    {
      key: 'home',
      label: t('members.field.homeUnit'),
      kind: 'choice',
      choices: [
        ...stores.value.map((store) => ({ value: store.id, label: store.name })),
        { value: 'none', label: t('ui.none') },
      ],
    },
    {
      key: 'adviser',
      label: t('members.field.adviser'),
      kind: 'choice',
      choices: [
        ...staff.value.map((person) => ({ value: person.id, label: person.name })),
        { value: 'none', label: t('ui.none') },
      ],
    },
    {
      key: 'tags',
      label: t('members.field.tags'),
      kind: 'choice',
      choices: (tags.data.value ?? []).map(({ tag }) => ({ value: tag, label: tag })),
    },
    { key: 'joined', label: t('members.field.joinedOn'), kind: 'date' },
    {
      key: 'birthday',
      label: t('members.field.birthdayMonth'),
      kind: 'choice',
      choices: MONTHS.map((month) => ({ value: String(month), label: t('members.month', { month }) })),
    },
    {
      key: 'kind',
      label: t('members.field.kind'),
      kind: 'choice',
      single: true,
      choices: (['PERSON', 'ORGANISATION'] as const).map((kind) => ({ value: kind, label: t(`members.kind.${kind}`) })),
    },
    {
      key: 'mobile',
      label: t('members.field.hasMobile'),
      kind: 'choice',
      single: true,
      choices: [
        { value: 'known', label: t('ui.yes') },
        { value: 'unknown', label: t('ui.no') },
      ],
    },
    ...columns.value.filter((column) => column.filterable !== false).map(columnField),
  ])
}

function columnField(column: MemberColumn): FilterField {
  const label = wordText('column', column.code)
  if (column.type === 'CHOICE') {
    const choices = column.choices.map((value) => ({ value, label: wordText('tier', value) }))
    return { key: column.code, label, kind: 'choice', choices }
  }
  if (column.type === 'TEXT') return { key: column.code, label, kind: 'text' }
  return { key: column.code, label, kind: column.type === 'DATE' ? 'date' : 'number' }
}
