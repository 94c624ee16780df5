export default {
  title: '今日',
  greeting: '您好，{name}',
  emptyTitle: '工作台还是空的',
  emptyText: '您的岗位还没有任何权限，请联系管理员。',
}
