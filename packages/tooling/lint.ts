const told = /^[a-z][A-Za-z]*\.[a-z][A-Za-z]*$/
const spoken = new Set(['on', 'once', 'off', 'emit', 'emitWithAck'])

type Node = { type: string; [field: string]: unknown }
type Call = Node & { callee: Node; arguments: Node[] }
type Context = { report(finding: { node: Node; message: string }): void }
type Rule = { create(context: Context): Partial<Record<'NewExpression' | 'CallExpression', (node: Call) => void>> }

/** The rules of this house that no linter brings along. `.oxlintrc.json` says where each holds. */
const plugin: { meta: { name: string }; rules: Record<string, Rule> } = {
  meta: { name: 'ithaca' },
  rules: {
    /** Time comes as an argument: a rule that looks at the clock itself can't be tested or judged again. */
    'no-clock': {
      create: (context) => ({
        NewExpression(node) {
          if (isNamed(node.callee, 'Date') && node.arguments.length === 0) {
            context.report({ node, message: 'The clock is read by `now` of the parts, not here.' })
          }
        },
        CallExpression(node) {
          if (member(node.callee, 'Date') === 'now') {
            context.report({ node, message: 'The clock is read by `now` of the parts, not here.' })
          }
        },
      }),
    },
    /** What goes over the socket is checked against its promise; a bare name on a bare socket is not. */
    'no-bare-socket': {
      create: (context) => ({
        CallExpression(node) {
          const [name] = node.arguments
          const verb = member(node.callee)
          if (verb && spoken.has(verb) && name?.type === 'Literal' && told.test(String(name.value))) {
            context.report({ node, message: 'Ask and tell through `answer`, `publish`, `ask` and `listen`.' })
          }
        },
      }),
    },
  },
}

export default plugin

function isNamed(node: Node, name: string): boolean {
  return node.type === 'Identifier' && node.name === name
}

/** The name of the member that is called, if it is called on that object. */
function member(node: Node, object?: string): string | undefined {
  if (node.type !== 'MemberExpression' || node.computed) return undefined
  if (object !== undefined && !isNamed(node.object as Node, object)) return undefined
  return (node.property as Node).name as string
}
