/** Files of the portal that are built for the browser, by the name their address gets; paths below the repository. */
export const sources = {
  /** Modules, bundled and split. */
  modules: {
    check: 'src/portal/check/island.tsx',
    reader: 'src/portal/check/reader.worker.ts',
    writer: 'src/portal/check/writer.worker.ts',
  },
  /** One style sheet for every page and one for the check page, each in this order, after the variables of the look. */
  styles: {
    portal: [
      'src/portal/styles/base.css',
      'src/portal/styles/shell.css',
      'src/portal/styles/pages.css',
      'src/portal/styles/forms.css',
      'src/portal/styles/print.css',
    ],
    check: ['src/portal/styles/base.css', 'src/portal/styles/shell.css', 'src/portal/styles/check.css', 'src/portal/styles/print.css'],
  },
  /** What only scripts can use is hidden where they are off. */
  noScriptStyle: 'src/portal/styles/no-script.css',
  example: 'src/portal/check/example.txt',
} as const
