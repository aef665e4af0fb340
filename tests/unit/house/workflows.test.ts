import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

const folder = resolve(import.meta.dirname, '../../../.github/workflows');

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, string>>;
}

interface Job {
  readonly needs?: string;
  readonly 'runs-on': string;
  readonly 'timeout-minutes'?: number;
  readonly permissions: Readonly<Record<string, string>>;
  readonly steps: readonly Step[];
}

interface Workflow {
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, Job>>;
}

const texts = new Map(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
const workflows = new Map([...texts].map(([name, text]) => [name, parse(text) as Workflow]));
const scripts = (
  JSON.parse(readFileSync(join(folder, '../../package.json'), 'utf8')) as { scripts: Record<string, string> }
).scripts;

describe.each([...texts.keys()])('the workflow %s', (name) => {
  const workflow = workflows.get(name);
  if (workflow === undefined) throw new Error(name);
  const jobs = Object.values(workflow.jobs);
  const steps = jobs.flatMap((job) => job.steps);

  it('uses only actions pinned to a commit, its release beside it', () => {
    const used = (texts.get(name) ?? '').split('\n').filter((line) => line.includes('uses:'));
    expect(used.length).toBe(steps.filter(({ uses }) => uses !== undefined).length);
    for (const line of used) expect(line).toMatch(/uses: actions\/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  it('has no rights but those a job names, ends by itself, and leaves no credentials in the clone', () => {
    expect(workflow.permissions).toEqual({});
    for (const job of jobs) {
      expect(Object.keys(job.permissions).length).toBeGreaterThan(0);
      expect(job['timeout-minutes']).toBeLessThanOrEqual(30);
      expect(job['runs-on']).toBe('ubuntu-24.04');
    }
    for (const step of steps.filter(({ uses }) => uses?.startsWith('actions/checkout@'))) {
      expect(step.with).toMatchObject({ 'persist-credentials': false });
    }
  });

  it('runs verbs that there are, and puts nothing from outside into a command', () => {
    for (const { run } of steps.filter((step) => step.run !== undefined)) {
      expect(run).not.toContain('${{');
      const [, verb] = /^npm run ([a-z:]+)/.exec(run ?? '') ?? [];
      if (verb !== undefined) expect(scripts).toHaveProperty([verb]);
    }
  });
});

describe('the deployment', () => {
  const jobs = workflows.get('deploy.yml')?.jobs ?? {};

  it('may write only where it deploys, and nothing of the repository', () => {
    expect(Object.entries(jobs).map(([name, { permissions }]) => [name, permissions])).toEqual([
      ['build', { contents: 'read', pages: 'read' }],
      ['deploy', { pages: 'write', 'id-token': 'write' }],
      ['smoke', { contents: 'read' }],
    ]);
    expect(jobs['deploy']?.needs).toBe('build');
    expect(jobs['smoke']?.needs).toBe('deploy');
  });

  it('builds for the address the settings name, with enough history for the ledger', () => {
    const steps = jobs['build']?.steps ?? [];
    expect(steps.find(({ uses }) => uses?.startsWith('actions/checkout@'))?.with?.['fetch-depth']).toBe(2);
    expect(steps.find(({ run }) => run === 'npm run build')?.env).toEqual({
      SITE_URL: '${{ steps.pages.outputs.origin }}',
      BASE_PATH: '${{ steps.pages.outputs.base_path }}/',
    });
  });
});
