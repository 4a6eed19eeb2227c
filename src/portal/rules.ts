/** National rules on which every body's disclosure rests, most general first. `since`: day in force, or of issue; a year where the day is not settled. */
export const nationalRules = [
  {
    title: '中华人民共和国政府信息公开条例',
    english: 'Regulation on Open Government Information',
    number: '国务院令第711号',
    since: '2019-05-15',
  },
  { title: '中华人民共和国行政复议法', english: 'Administrative Reconsideration Law', number: '2023 年修订', since: '2024-01-01' },
  {
    title: '政府信息公开信息处理费管理办法',
    english: 'Measures on the processing fee',
    number: '国办函〔2020〕109号',
    since: '2021-01-01',
  },
  {
    title: '中华人民共和国政府信息公开工作年度报告格式',
    english: 'Form of the annual report',
    number: '国办公开办函〔2021〕30号',
    since: '2021-09-26',
  },
  {
    title: '关于规范政府信息公开平台有关事项的通知',
    english: 'Notice on the platform of disclosure',
    number: '国办公开办函〔2019〕61号',
    since: '2019',
  },
  {
    title: '最高人民法院关于审理政府信息公开行政案件适用法律若干问题的解释',
    english: 'Supreme People’s Court on cases of open government information',
    number: '法释〔2025〕8号',
    since: '2025-06-01',
  },
] as const
