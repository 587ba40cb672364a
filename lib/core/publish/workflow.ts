/**
 * Actions of GitHub, each by the commit that its release was made from: a tag can be moved,
 * a commit cannot.
 */
const actions = {
  checkout: "actions/checkout@08c6903cd8c0fde910a37f88322edcfb5dd907a8 # v5.0.0",
  node: "actions/setup-node@a0853c24544627f65ddf259abe73b1d18a591444 # v5.0.0",
  upload: "actions/upload-pages-artifact@7b1f4a764d45c48632c6b24a0339c27f5614fb0b # v4.0.0",
  deploy: "actions/deploy-pages@d6db90164ac5ed86f2b6aed7e0febac5b3c0c03e # v4.0.5",
} as const;

/** The Node.js that workflows run; the hosts' own tools need no older one. */
const node = 24;

const preparation = `      - uses: ${actions.checkout}
        with:
          persist-credentials: false
      - uses: ${actions.node}
        with:
          node-version: ${node}
          cache: npm
      - run: npm ci
`;

function head(branch: string): string {
  return `# Written by Pincite. Publishes the site with every push to ${branch}; other runs only check it.
name: Publish
on:
  push:
    branches: [${branch}]
  pull_request:
  workflow_dispatch:

# No job has more than it says it needs.
permissions: {}

# A publish that has begun is never cut off by the next.
concurrency:
  group: publish-\${{ github.ref }}
  cancel-in-progress: false

jobs:
`;
}

const publishing = "github.event_name != 'pull_request'";

/** What a workflow that publishes by itself is made from. */
export interface WorkflowOptions {
  /** The branch whose pushes are published. */
  readonly branch: string;
  /** Names of secrets of the repository, given to the publish alone. */
  readonly secrets: readonly string[];
  /** A command that makes the host's tool ready, such as `npm install --global wrangler@4`. */
  readonly prepare?: string;
}

/** A workflow that checks every change, and publishes those of one branch with `pincite publish`. */
export function publishWorkflow({ branch, secrets, prepare }: WorkflowOptions): string {
  const environment = secrets.map((name) => `          ${name}: \${{ secrets.${name} }}\n`).join("");
  return `${head(branch)}  publish:
    runs-on: ubuntu-latest
    permissions:
      contents: read
    steps:
${preparation}      - run: npx pincite check --strict --github
        if: github.event_name == 'pull_request'
${prepare === undefined ? "" : `      - run: ${prepare}\n        if: ${publishing}\n`}      # Builds, holds the site against its gates, deploys it, and proves what is live.
      - run: npx pincite publish --yes
        if: ${publishing}
${secrets.length === 0 ? "" : `        env:\n${environment}`}`;
}

/**
 * A workflow for GitHub Pages: the job that builds may write nothing, the job that deploys
 * runs nothing of the project, and the last proves what is live.
 */
export function githubPagesWorkflow(branch: string): string {
  return `${head(branch)}  build:
    runs-on: ubuntu-latest
    permissions:
      contents: read
    outputs:
      record: \${{ steps.record.outputs.sha256 }}
    steps:
${preparation}      - run: npx pincite check --strict --github
        if: github.event_name == 'pull_request'
      # Builds, holds the site against its gates, and says what changes for readers.
      - run: npx pincite publish --prepare _site
      - id: record
        run: echo "sha256=$(sha256sum _site/published.json | cut -d ' ' -f 1)" >> "$GITHUB_OUTPUT"
      - uses: ${actions.upload}
        if: ${publishing}
        with:
          path: _site

  deploy:
    needs: build
    if: ${publishing}
    runs-on: ubuntu-latest
    permissions:
      pages: write
      id-token: write
    environment:
      name: github-pages
      url: \${{ steps.deployment.outputs.page_url }}
    steps:
      - id: deployment
        uses: ${actions.deploy}

  verify:
    needs: [build, deploy]
    runs-on: ubuntu-latest
    permissions:
      contents: read
    steps:
${preparation}      - run: npx pincite publish --verify --record "$RECORD"
        env:
          RECORD: \${{ needs.build.outputs.record }}
`;
}
