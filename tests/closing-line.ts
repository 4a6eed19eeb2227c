import type { Reporter, TestModule } from 'vitest/node'

/** Ends a run with one plain line that any CI can read: `12 passed, 0 failed`. */
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    let passed = 0
    let failed = 0
    for (const module of modules) {
      for (const test of module.children.allTests()) {
        const { state } = test.result()
        if (state === 'passed') passed++
        if (state === 'failed') failed++
      }
      if (module.state() === 'failed' && module.errors().length > 0) failed++
    }
    console.log(`\n${passed} passed, ${failed} failed`)
  }
}
