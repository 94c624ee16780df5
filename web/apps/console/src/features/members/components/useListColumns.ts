import { useStaffNames, useUnits } from '@guildhall/api'
import { formatDate, wordText } from '@guildhall/i18n'
import type { Column } from '@guildhall/ui'
import { computed, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import type { MemberColumn, MemberRow } from '../types'

/** The columns of the member list: the registry's own, with those of other modules after the name. */
export function useListColumns(foreign: Ref<MemberColumn[]>) {
  const { t } = useI18n()
  const { unitName } = useUnits()
  const { staffName } = useStaffNames()

  return computed<Column<MemberRow>[]>(() => [
    { key: 'name', title: t('members.field.member'), width: 220, pinned: true, required: true, sortable: true },
    ...foreign.value.map(foreignColumn),
    { key: 'status', title: t('members.field.status'), width: 96 },
    { key: 'mobile', title: t('members.field.mobile'), width: 140, text: (row) => row.mobile ?? '—' },
    { key: 'homeUnit', title: t('members.field.homeUnit'), text: (row) => unitName(row.homeUnit) || '—' },
    { key: 'adviser', title: t('members.field.adviser'), text: (row) => staffName(row.adviser) || '—' },
    { key: 'tags', title: t('members.field.tags') },
    {
      key: 'joinedOn',
      title: t('members.field.joinedOn'),
      width: 120,
      sortable: true,
      text: (row) => formatDate(row.joinedOn),
    },
    { key: 'kind', title: t('members.field.kind'), hidden: true, text: (row) => t(`members.kind.${row.kind}`) },
  ])
}

function foreignColumn(column: MemberColumn): Column<MemberRow> {
  const isFigure = column.type === 'NUMBER' || column.type === 'MONEY'
  return {
    key: column.code,
    title: wordText('column', column.code),
    width: 110,
    sortable: column.sortable === true,
    align: isFigure ? 'right' : 'left',
  }
}
