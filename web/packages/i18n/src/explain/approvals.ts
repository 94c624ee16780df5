import type { CodeTexts } from '../types'

export default {
  'zh-CN': {
    'approvals.row': '审批权限表：{act} 自 {from} 起须经以下各步（本次 {amount}）',
    'approvals.no-row': '审批权限表对 {act} 没有规定，无须审批',
  },
  'zh-TW': {
    'approvals.row': '審批權限表：{act} 自 {from} 起須經以下各步（本次 {amount}）',
    'approvals.no-row': '審批權限表對 {act} 沒有規定，無須審批',
  },
  en: {
    'approvals.row': 'Authority table: {act} from {from} on passes these steps (this one: {amount})',
    'approvals.no-row': 'The authority table says nothing of {act}; no approval needed',
  },
} satisfies CodeTexts
