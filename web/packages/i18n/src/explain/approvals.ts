import type { CodeTexts } from '../types'

export default {
  'zh-CN': {
    'approvals.row': '审批权限表：{approval} 自 {from} 起须经以下各步（本次 {amount}）',
    'approvals.no-row': '审批权限表对 {approval} 没有规定，无须审批',
  },
  'zh-TW': {
    'approvals.row': '審批權限表：{approval} 自 {from} 起須經以下各步（本次 {amount}）',
    'approvals.no-row': '審批權限表對 {approval} 沒有規定，無須審批',
  },
  en: {
    'approvals.row': 'Authority table: {approval} from {from} on passes these steps (this one: {amount})',
    'approvals.no-row': 'The authority table says nothing of {approval}; no approval needed',
  },
} satisfies CodeTexts
