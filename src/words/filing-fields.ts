/** Names of what is filled in about the annual report, as refusals say them. */
export const filingFields = {
  'zh-CN': { chapter: '章', value: '填报的数', remark: '批注', answer: '答复', quote: '引文', member: '机关', publishedOn: '公布日期' },
  en: {
    chapter: 'chapter',
    value: 'value',
    remark: 'remark',
    answer: 'answer',
    quote: 'quotation',
    member: 'body',
    publishedOn: 'day of publication',
  },
} as const
