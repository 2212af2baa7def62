import path from 'node:path'

/** Where the texts lie that people edit. */
export interface TextPaths {
  readonly contracts: string
  readonly flow: string
  readonly templates: string
  readonly installation: string
}

export const textPathsIn = (root: string): TextPaths => ({
  contracts: path.join(root, 'contracts'),
  flow: path.join(root, 'flows', 'intake.yaml'),
  templates: path.join(root, 'templates'),
  installation: path.join(root, 'config', 'installation.yaml'),
})
