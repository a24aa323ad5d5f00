import type { Reporter, TestModule } from 'vitest/node';

/** Says aloud, at the end, which tests passed only when they were tried again: each is a defect to find. */
export class SecondTries implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const flaky = modules.flatMap((module) =>
      [...module.children.allTests()].filter((test) => test.diagnostic()?.flaky),
    );
    if (flaky.length === 0) return;
    console.error(
      `\nPassed only on a second try (${flaky.length}), which somebody must look into:`,
    );
    for (const test of flaky) console.error(`  ${test.module.relativeModuleId} > ${test.fullName}`);
  }
}
