export default { greeting: '你好，{name}' }
