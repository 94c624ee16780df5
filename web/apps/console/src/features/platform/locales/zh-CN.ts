export default {
  jobs: {
    title: '后台任务',
    lead: '导入、导出和批量处理的进度与结果。服务重启后会从断点继续。',
    kind: '任务',
    state: '状态',
    progress: '进度',
    by: '发起人',
    created: '发起时间',
    finished: '完成时间',
    all: '全部任务',
    emptyTitle: '还没有后台任务',
    emptyText: '导入、导出和批量处理会在这里显示进度。',
  },
}
