import type { CodeTexts } from '../types'

export default {
  'zh-CN': {
    'approvals.no-such-request': '没有这项审批，或与您无关。',
    'approvals.no-such-delegation': '没有这项正在生效的委托。',
    'approvals.stale-request': '这项审批刚有新进展（您看到第 {expected} 次变动，现为第 {actual} 次），请刷新后再处理。',
    'approvals.not-now': '现在不能这样做（{state}）。',
    'approvals.asked-otherwise': '{requestedBy} 已就此提交了内容不同的申请，请先等它办完或撤回。',
    'approvals.not-yours': '当前这一步由其他岗位审批：{posts}。',
    'approvals.own-request': '不能审批自己的申请（申请人 {requestedBy}）。',
    'approvals.not-the-requester': '只有申请人 {requestedBy} 可以这样做。',
    'approvals.not-the-editor': '只有草稿的最后编辑人 {editor} 可以申请发布。',
    'approvals.approval-needed': '按审批权限表，此事须经审批（{posts}），请提交申请。',
    'approvals.no-colleague': '不能交给这位同事：须是在职的另一人，且不是申请人。',
    'approvals.days-out-of-range': '委托须自今天起，最长一年；您选的是 {first} 至 {last}。',
  },
  'zh-TW': {
    'approvals.no-such-request': '沒有這項審批，或與您無關。',
    'approvals.no-such-delegation': '沒有這項正在生效的委託。',
    'approvals.stale-request':
      '這項審批剛有新進展（您看到第 {expected} 次變動，現為第 {actual} 次），請重新整理後再處理。',
    'approvals.not-now': '現在不能這樣做（{state}）。',
    'approvals.asked-otherwise': '{requestedBy} 已就此提交了內容不同的申請，請先等它辦完或撤回。',
    'approvals.not-yours': '目前這一步由其他崗位審批：{posts}。',
    'approvals.own-request': '不能審批自己的申請（申請人 {requestedBy}）。',
    'approvals.not-the-requester': '只有申請人 {requestedBy} 可以這樣做。',
    'approvals.not-the-editor': '只有草稿的最後編輯人 {editor} 可以申請發布。',
    'approvals.approval-needed': '按審批權限表，此事須經審批（{posts}），請提交申請。',
    'approvals.no-colleague': '不能交給這位同事：須是在職的另一人，且不是申請人。',
    'approvals.days-out-of-range': '委託須自今天起，最長一年；您選的是 {first} 至 {last}。',
  },
  en: {
    'approvals.no-such-request': 'There is no such request, or it does not concern you.',
    'approvals.no-such-delegation': 'There is no such delegation of yours in effect.',
    'approvals.stale-request':
      'The request moved on (you saw change {expected}, it is at {actual}). Reload, then decide.',
    'approvals.not-now': 'This can’t be done now ({state}).',
    'approvals.asked-otherwise':
      '{requestedBy} asked for this already, in another way; it has to be decided or withdrawn first.',
    'approvals.not-yours': 'The present step asks other posts: {posts}.',
    'approvals.own-request': 'Nobody decides on their own request (asked by {requestedBy}).',
    'approvals.not-the-requester': 'Only {requestedBy}, who asked, can do this.',
    'approvals.not-the-editor': 'Only {editor}, who edited the draft last, can ask for its publication.',
    'approvals.approval-needed': 'The authority table wants this approved ({posts}). Ask for approval.',
    'approvals.no-colleague': 'Choose another colleague who works here and did not ask for this.',
    'approvals.days-out-of-range': 'A delegation runs from today for at most a year; you chose {first} to {last}.',
  },
} satisfies CodeTexts
