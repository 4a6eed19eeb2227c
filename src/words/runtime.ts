/** What the server says to whoever starts it: on its console, and on the few pages that belong to no other face. */

import type { FailureWords } from './failures.ts'

/** Part of the list in failures.ts. */
export const runtimeFailures = {
  'demo-data': {
    status: 500,
    'zh-CN': ({ where }) => `${where} 里是演示数据，不能拿来当正式站点。请去掉 --empty，或把 GONGKAI_DATA（或 DATABASE_URL）指向别处`,
    en: ({ where }) =>
      `${where} holds the demo, which is not to become a real site; leave out --empty, or point GONGKAI_DATA (or DATABASE_URL) elsewhere`,
  },
  'key-lost': {
    status: 500,
    'zh-CN': ({ file }) =>
      `密钥文件 ${file} 不见了，用它封存的一次性口令密钥打不开。请把它从备份里放回去；真的找不回来，就用 GONGKAI_KEY 给一个新的（openssl rand -hex 32），再逐个重置口令`,
    en: ({ file }) =>
      `the key file ${file} is gone, and what it sealed cannot be opened: the secrets of one-time codes; put it back from where you keep it, or, lost for good, give a new one as GONGKAI_KEY (openssl rand -hex 32) and reset the codes of each account`,
  },
  'demo-day': {
    status: 400,
    'zh-CN': ({ first, last }) => `演示的时钟只能拨到 ${first} 至 ${last} 之间的一天。请换一个日期`,
    en: ({ first, last }) => `the clock of the demo can only be put on a day from ${first} to ${last}; choose another day`,
  },
} as const satisfies Record<string, FailureWords>

const chinese = {
  help: `用法：npm start [-- 选项]

不带选项：打开演示（编造的云溪县），数据放在 data/demo
  --empty   打开自己的站点，数据放在 data；第一次打开 /desk 时走首次设置
  --help    显示这些说明

环境变量：HOST PORT GONGKAI_DATA DATABASE_URL GONGKAI_KEY GONGKAI_ORIGIN GONGKAI_PROXY GONGKAI_LOG
GONGKAI_SMTP_URL GONGKAI_MAIL_FROM GONGKAI_SMS_URL GONGKAI_SMS_TOKEN，见 docs/operating.md
`,
  noOption: (option: string) => `没有 ${option} 这个选项；npm start -- --help 列出有的`,
  noVariable: (name: string, meant: string | null) =>
    meant === null
      ? `环境变量 ${name} 没有用处，已忽略；docs/operating.md 列出有用的`
      : `环境变量 ${name} 没有用处，已忽略；是不是 ${meant}`,
  port: (given: string) => `环境变量 PORT 是“${given}”；请设为 1 到 65535 的整数`,
  host: (given: string) => `环境变量 HOST 是“${given}”，不是地址；请设为 127.0.0.1，要让别的机器访问就设为 0.0.0.0`,
  origin: (given: string) =>
    `环境变量 GONGKAI_ORIGIN 是“${given}”；请设为公众访问本站的协议和主机名，例如 https://gk.example.gov.cn，后面不带路径`,
  proxy: (given: string) => `环境变量 GONGKAI_PROXY 是“${given}”；请设为反向代理的 IP 地址或网段，用逗号分开，例如 127.0.0.1`,
  log: (given: string) => `环境变量 GONGKAI_LOG 是“${given}”；请设为 off、error 或 info`,
  smtp: '环境变量 GONGKAI_SMTP_URL 不对；请设为 smtps://账号:密码@邮件服务器:465 或 smtp://账号:密码@邮件服务器:587，账号和密码里的特殊字符写成 %XX',
  mailFrom: (given: string) => `环境变量 GONGKAI_MAIL_FROM 是“${given}”；请设为发件人，例如 某县政府信息公开 <gk@example.gov.cn>`,
  mailWithoutServer: '环境变量 GONGKAI_MAIL_FROM 设了，GONGKAI_SMTP_URL 没有设；请两个都设，或者都不设',
  sms: '环境变量 GONGKAI_SMS_URL 不对；请设为短信网关的网址，例如 https://sms.example.gov.cn/send，凭据放在 GONGKAI_SMS_TOKEN',
  smsToken: '环境变量 GONGKAI_SMS_TOKEN 里有空格、汉字或者控制字符；请原样填短信网关给的凭据',
  smsWithoutGateway: '环境变量 GONGKAI_SMS_TOKEN 设了，GONGKAI_SMS_URL 没有设；请两个都设，或者都不设',
  portTaken: (port: number) =>
    `端口 ${port} 已被占用；请停掉占用它的程序，或换一个端口，例如 PORT=${port < 65_535 ? port + 1 : port - 1} npm start`,
  portForbidden: (port: number) => `当前账户不能用端口 ${port}；请把 PORT 设为 1023 以上`,
  noAddress: (host: string) => `${host} 不是本机的地址；请把 HOST 设为 127.0.0.1，要让别的机器访问就设为 0.0.0.0`,
  dataUnwritable: (folder: string, why: string) => `数据文件夹 ${folder} 写不进去（${why}）；请把 GONGKAI_DATA 设为当前账户能写的文件夹`,
  startingDatabase: (folder: string) => `正在启动数据库（${folder}）`,
  databaseReady: (where: string, seconds: string) => `数据库已就绪（${where}），用了 ${seconds} 秒`,
  migrated: (count: number) => `数据库结构已更新，执行了 ${count} 个迁移`,
  buildingPages: '正在构建网页和工作台；第一次要十几秒，以后用现成的',
  pagesReady: (seconds: string) => `网页和工作台已就绪，用了 ${seconds} 秒`,
  seedingDemo: '正在编演示数据：云溪县和它的机关、人员',
  demoSeeded: (bodies: number, people: number, seconds: string) => `演示数据已编好：${bodies} 个机关、${people} 个人，用了 ${seconds} 秒`,
  redoingDemo: '上一次演示数据没有编完，重新编一遍',
  portal: (address: string) => `公众页面 ${address}/`,
  desk: (address: string) => `工作台   ${address}/desk`,
  demo: (day: string) => `这是演示，时钟停在 ${day}；能打开它的人都能以任何岗位登录。要开自己的站点：npm start -- --empty`,
  firstRun: '还没有设置：请打开工作台，走首次设置',
  stopping: '正在停止：等进行中的请求和任务做完',
  databaseDied: (how: string) => `数据库意外退出（${how}），正在重新启动；这期间的请求会得到 503`,
  databaseRestarted: '数据库已重新启动',
  databaseNotRestarted: (why: string, seconds: string) => `数据库没有启动起来（${why}），${seconds} 秒后再试`,
  trouble: (what: string) => `出了问题：${what}`,
  away: '数据库暂时连不上，没有改动。请稍后再试一次。',
  noDay: '请填一个日期，例如 2026-01-20。',
}

export type RuntimeWords = typeof chinese

const english: RuntimeWords = {
  help: `Usage: npm start [-- OPTION]

Without an option: opens the demo (a made-up county), data in data/demo
  --empty   opens a site of your own, data in data; the first visit to /desk sets it up
  --help    shows this

Environment: HOST PORT GONGKAI_DATA DATABASE_URL GONGKAI_KEY GONGKAI_ORIGIN GONGKAI_PROXY GONGKAI_LOG
GONGKAI_SMTP_URL GONGKAI_MAIL_FROM GONGKAI_SMS_URL GONGKAI_SMS_TOKEN; see docs/operating.md
`,
  noOption: (option) => `there is no option ${option}; npm start -- --help lists those there are`,
  noVariable: (name, meant) =>
    meant === null
      ? `${name} means nothing here and is ignored; docs/operating.md lists what does`
      : `${name} means nothing here and is ignored; is ${meant} meant?`,
  port: (given) => `PORT is “${given}”; it must be a number from 1 to 65535`,
  host: (given) => `HOST is “${given}”, which is no address; set it to 127.0.0.1, or to 0.0.0.0 to be reached from other machines`,
  origin: (given) =>
    `GONGKAI_ORIGIN is “${given}”; set it to the scheme and host the public uses, for example https://gk.example.gov.cn, without a path`,
  proxy: (given) => `GONGKAI_PROXY is “${given}”; set it to the proxy’s IP addresses or networks, parted by commas, for example 127.0.0.1`,
  log: (given) => `GONGKAI_LOG is “${given}”; set it to off, error or info`,
  smtp: 'GONGKAI_SMTP_URL is wrong; set it to smtps://user:password@host:465 or smtp://user:password@host:587, special characters of user and password as %XX',
  mailFrom: (given) => `GONGKAI_MAIL_FROM is “${given}”; set it to the sender, for example Open government <gk@example.gov.cn>`,
  mailWithoutServer: 'GONGKAI_MAIL_FROM is set and GONGKAI_SMTP_URL is not; set both, or neither',
  sms: 'GONGKAI_SMS_URL is wrong; set it to the address of the SMS gateway, for example https://sms.example.gov.cn/send, and what lets you in as GONGKAI_SMS_TOKEN',
  smsToken: 'GONGKAI_SMS_TOKEN holds spaces or characters other than ASCII; set it to what the gateway gave, as it stands',
  smsWithoutGateway: 'GONGKAI_SMS_TOKEN is set and GONGKAI_SMS_URL is not; set both, or neither',
  portTaken: (port) =>
    `port ${port} is taken; stop what uses it, or set PORT to another, for example PORT=${port < 65_535 ? port + 1 : port - 1} npm start`,
  portForbidden: (port) => `port ${port} may not be used by this account; set PORT to one above 1023`,
  noAddress: (host) => `${host} is no address of this machine; set HOST to 127.0.0.1, or to 0.0.0.0 for all`,
  dataUnwritable: (folder, why) =>
    `the data folder ${folder} cannot be written (${why}); set GONGKAI_DATA to a folder this account may write`,
  startingDatabase: (folder) => `starting the database (${folder})`,
  databaseReady: (where, seconds) => `database ready in ${seconds} s (${where})`,
  migrated: (count) => `database brought up to date: ${count} migrations`,
  buildingPages: 'building the pages and the desk; the first time takes a while, later starts find them built',
  pagesReady: (seconds) => `pages and desk ready in ${seconds} s`,
  seedingDemo: 'making up the demo: a county with its bodies and people',
  demoSeeded: (bodies, people, seconds) => `demo made in ${seconds} s: ${bodies} bodies, ${people} people`,
  redoingDemo: 'the demo was not finished last time; it is made anew',
  portal: (address) => `portal ${address}/`,
  desk: (address) => `desk   ${address}/desk`,
  demo: (day) =>
    `this is the demo, its clock stands on ${day}; whoever can open it can sign in as anybody. For a site of your own: npm start -- --empty`,
  firstRun: 'nothing is set up yet: open the desk and follow the first run',
  stopping: 'stopping: waiting for open requests and jobs',
  databaseDied: (how) => `the database ended unexpectedly (${how}) and is started again; requests get 503 until then`,
  databaseRestarted: 'the database runs again',
  databaseNotRestarted: (why, seconds) => `the database did not start (${why}); next try in ${seconds} s`,
  trouble: (what) => `something went wrong: ${what}`,
  away: 'The database cannot be reached; nothing was changed. Try again in a moment.',
  noDay: 'Give a day, for example 2026-01-20.',
}

export const runtimeWords = { 'zh-CN': chinese, en: english } as const
