import { spawn, spawnSync } from 'node:child_process'
import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { cellKeys, flatten } from '#report'
import { exampleReport } from './example-report.ts'
import { bin, workshop } from './gongkai.ts'

const { folder, file, gongkai, close } = workshop()
afterAll(close)

const figures = {
  'proactive.fees': 1.25,
  'requests.received.naturalPerson': 3,
  'requests.received.total': 3,
  'requests.granted.naturalPerson': 3,
  'requests.granted.total': 3,
  'requests.concluded.naturalPerson': 3,
  'requests.concluded.total': 3,
}
const sound = exampleReport({ figures })
file('sound.txt', sound)
const stone = exampleReport({ body: '石桥镇人民政府', figures })

test('a report is one JSON object on one line, with every cell of its form', async () => {
  const { status, stdout, stderr, objects } = await gongkai(['read', '--json', file('sound.txt', sound)])
  expect({ status, stderr, lines: stdout.split('\n').length }).toEqual({ status: 0, stderr: '', lines: 2 })
  const [report] = objects()
  expect(report).toMatchObject({
    file: 'sound.txt',
    title: '柳溪镇人民政府2025年政府信息公开工作年度报告',
    body: '柳溪镇人民政府',
    year: 2025,
    edition: '2021',
    cells: {},
    tables: { proactive: { fees: 1.25 }, requests: { received: { naturalPerson: 3, total: 3 } } },
  })
  expect(Object.keys(report!)[0]).toBe('file')
  expect(report).not.toHaveProperty('part')
  expect(Object.keys(flatten(report!.tables))).toEqual(cellKeys('2021'))
})

test('standard input is -', async () => {
  const { status, objects } = await gongkai(['read', '--json', '-'], sound)
  expect(status).toBe(0)
  expect(objects()).toMatchObject([{ file: '-', year: 2025 }])
})

test('two reports in a file are two lines with a part each', async () => {
  const { objects } = await gongkai(['read', '--json', file('two.txt', `${sound}\n${stone}`)])
  expect(objects()).toMatchObject([
    { file: 'two.txt', part: 1, body: '柳溪镇人民政府' },
    { file: 'two.txt', part: 2, body: '石桥镇人民政府' },
  ])
})

test('lines come in the order of the arguments, a folder by path, and names are as given', async () => {
  for (const name of ['f/b.txt', 'f/b/1.txt', 'f/a.md', 'f/c/z.txt']) file(name, sound)
  file('f/picture.png', 'no report')
  file('f/.hidden.txt', sound)
  file('f/~$b.docx', 'owner')
  const { status, stderr, objects } = await gongkai(['read', '--json', './sound.txt', 'f/', 'f/**/*.txt'])
  expect(status).toBe(0)
  expect(objects().map((one) => one.file)).toEqual([
    './sound.txt',
    ...['f/a.md', 'f/b.txt', 'f/b/1.txt', 'f/c/z.txt'],
    ...['f/b.txt', 'f/b/1.txt', 'f/c/z.txt'],
  ])
  expect(stderr).toBe('跳过 1 个不是报告文件的文件\n')
})

test('what cannot be read gives its code in its place, and the others are still done', async () => {
  file('empty.txt', '')
  file('picture.docx', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'))
  file('letter.txt', '关于召开会议的通知\n请各单位派人参加。\n')
  file('old.txt', exampleReport({ year: 2008, edition: null }).replace(/^\|.*\n/gm, ''))
  file('hollow/readme.png', '')
  spawnSync('mkfifo', [join(folder, 'pipe')])
  symlinkSync('nowhere.txt', join(folder, 'dangling.txt'))
  symlinkSync('loop.txt', join(folder, 'loop.txt'))
  const names = [
    'empty.txt',
    'picture.docx',
    'letter.txt',
    'hollow',
    'pipe',
    'dangling.txt',
    'loop.txt',
    '/dev/zero',
    'absent.txt',
    'x'.repeat(300),
    'q*.txt',
    'sound.txt/a',
  ]
  const { status, stderr, objects } = await gongkai(['read', '--json', ...names, 'sound.txt'])
  expect(status).toBe(2)
  expect(stderr).toBe('跳过 1 个不是报告文件的文件\n')
  const given = objects()
  expect(given.map((one) => one.file)).toEqual([...names, 'sound.txt'])
  expect(given.map((one) => (one.error as { code: string } | undefined)?.code)).toEqual([
    'empty',
    'unsupported-format',
    'not-a-report',
    ...Array(9).fill('unreadable'),
    undefined,
  ])
  const messages = given.slice(0, -1).map((one) => (one.error as { message: string }).message)
  for (const message of messages) expect(message).toMatch(/[一-鿿].*[。；：，]/)
  // The reasons differ: nobody is told to check a path that is right.
  expect(new Set(messages).size).toBe(names.length - 1)
})

test('too large a file and too much input are refused before they are read', async () => {
  file('large.txt', Buffer.alloc(64 * 1024 * 1024 + 1, 'a'))
  const { status, objects } = await gongkai(['read', '--json', 'large.txt', '-'], Buffer.alloc(64 * 1024 * 1024 + 1, 'a'))
  expect(status).toBe(2)
  expect(objects()).toMatchObject([
    { file: 'large.txt', error: { code: 'too-large', message: expect.stringContaining('64 MB') } },
    { file: '-', error: { code: 'too-large' } },
  ])
})

test('messages are English when asked for, whatever the environment says', async () => {
  const { objects } = await gongkai(['read', '--json', '--lang', 'en', 'absent.txt'])
  expect(objects()).toEqual([
    { file: 'absent.txt', error: { code: 'unreadable', message: 'there is no such file. Check the path and the name' } },
  ])
})

test('the summary shows the figures and marks what is not as given', async () => {
  const damaged = exampleReport({ figures: { ...figures, 'proactive.licensing': null } })
  const { status, stdout } = await gongkai(['read', file('damaged.txt', damaged)])
  expect(status).toBe(0)
  expect(stdout).toContain('柳溪镇人民政府2025年政府信息公开工作年度报告')
  expect(stdout).toMatch(/行政许可 +空\n/)
  expect(stdout).toMatch(/一、本年新收政府信息公开申请数量 +3 +0 +0 +0 +0 +0 +3\n/)
  expect(stdout).toMatch(/空白 {2}行政许可 {2}.*空白不等于 0/)
  expect(stdout).not.toContain('\u001b')
})

test('control characters of a file never reach the terminal', async () => {
  const { stdout } = await gongkai([
    'read',
    file('hostile.txt', sound.replace('柳溪镇人民政府2025年', '柳溪镇人民政府2025年\u001b[2J\u009b2J')),
  ])
  expect(stdout).toContain('柳溪镇人民政府2025年')
  expect([...stdout].some((letter) => letter === '\u001b' || letter === '\u009b')).toBe(false)
})

test('many files are read by all cores and answered in order; a stuck one is given up and the rest go on', async () => {
  for (let index = 100; index < 200; index++) file(`many/${index}.txt`, index === 150 ? '' : sound)
  const all = await gongkai(['read', '--json', 'many'])
  expect(all.status).toBe(2)
  expect(all.objects().map((one) => one.file)).toEqual(Array.from({ length: 100 }, (_, index) => `many/${index + 100}.txt`))
  expect(all.objects().filter((one) => one.error)).toMatchObject([{ file: 'many/150.txt', error: { code: 'empty' } }])

  file('endless.txt', sound + '| 一、本年新收政府信息公开申请数量 | 3 | 0 | 0 | 0 | 0 | 0 | 3 |\n'.repeat(180_000))
  const stuck = await gongkai(['read', '--json', '--time-limit', '0.5', 'sound.txt', 'endless.txt', 'sound.txt'])
  expect(stuck.objects()).toMatchObject([
    { file: 'sound.txt', year: 2025 },
    { file: 'endless.txt', error: { code: 'unreadable', message: expect.stringContaining('读了 0.5 秒') } },
    { file: 'sound.txt', year: 2025 },
  ])
})

test('a reader that goes away ends the run without a word', async () => {
  const child = spawn(process.execPath, [bin, 'read', '--json', ...Array(2000).fill('sound.txt')], { cwd: folder })
  let stderr = ''
  child.stderr.on('data', (chunk) => (stderr += chunk))
  child.stdout.once('data', () => child.stdout.destroy())
  const status = await new Promise((resolve) => child.on('close', resolve))
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
})

test('an interrupt ends the run quietly with 130', async () => {
  const child = spawn(process.execPath, [bin, 'read', '--json', 'sound.txt', '-'], { cwd: folder })
  let said = ''
  child.stdout.on('data', (chunk) => (said += chunk))
  child.stderr.on('data', (chunk) => (said += chunk))
  // More than the pipe holds is taken from it only once the command reads: then it has begun, and waits for the rest.
  await new Promise((resolve) => child.stdin.write(Buffer.alloc(8 * 1024 * 1024, '字'), resolve))
  child.kill('SIGINT')
  const status = await new Promise((resolve) => child.on('close', resolve))
  expect({ status, said }).toEqual({ status: 130, said: '' })
})

test.each([
  [[], '没有写要做什么'],
  [['raed', 'sound.txt'], '没有 raed 这个命令，是不是 read'],
  [['read'], '没有写文件'],
  [['read', ''], '有一个文件名是空的'],
  [['compare', 'sound.txt', ''], '有一个文件名是空的'],
  [['check', '--last-year', '', 'sound.txt'], '选项 --last-year 后面要有值'],
  [['convert', '--to', 'html', '-o', '', 'sound.txt'], '选项 -o 后面要有值'],
  [['read', '--jsn', 'sound.txt'], '没有 --jsn 这个选项，是不是 --json'],
  [['read', '-', '-'], '只能写一次'],
  [['read', '--time-limit', '0', 'sound.txt'], '大于 0 的秒数'],
  [['read', '--lang', 'fr', 'sound.txt'], '--lang 不能是“fr”，可以是 zh-CN en'],
  [['check', '--format', 'xml', 'sound.txt'], '--format 不能是“xml”'],
  [['check', '--json', '--format', 'sarif', 'sound.txt'], '不能一起用'],
  [['convert', 'sound.txt'], '要写选项 --to'],
  [['compare', 'sound.txt'], '没有写文件'],
  [['rollup', '--json', '--csv', 'sound.txt'], '不能一起用'],
])('a call that makes no sense ends with 2 and says why: %j', async (args, words) => {
  const { status, stdout, stderr } = await gongkai(args)
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
  expect(stderr).toContain(words)
  expect(stderr).not.toMatch(/\n\s+at /)
})

test('help and version are printed in both languages', async () => {
  expect(await gongkai(['--version'])).toMatchObject({ status: 0, stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/), stderr: '' })
  expect(await gongkai(['check', '--help'])).toMatchObject({ status: 0, stdout: expect.stringContaining('选项：') })
  expect(await gongkai(['check', '--help', '--lang', 'en'])).toMatchObject({ status: 0, stdout: expect.stringContaining('last year') })
})
