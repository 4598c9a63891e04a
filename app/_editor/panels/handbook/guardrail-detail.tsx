import { Button, SegmentedControl, Select, TextInput } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import type { Guardrail, OutcomePattern } from '@/compiler/language/handbook'
import { id as idSchema } from '@/compiler/language/ids'
import { RESULTS } from '@/compiler/language/kinds/close'
import { MODES } from '@/compiler/language/kinds/escalate'
import { guardrailWords } from '@/compiler/words/guardrail-words'
import { useEditor, useEditorStore } from '../../document/store'
import { TextField } from '../fields/text-field'
import { useDraft } from '../fields/use-draft'
import { LockedFields } from '../fields/use-read-only'
import { setField } from '../inspector/use-node-edit'
import { WhenEditor } from '../inspector/when-editor'
import { useHandbook } from '../use-handbook'
import { actionTitle, tierTitle } from '../words/titles'
import { askToRemove } from './ask-to-remove'
import classes from './handbook.module.css'
import { SharedLead } from './shared/shared-lead'
import { useGuardrailEdit } from './use-entry-edit'

interface GuardrailDetailProps {
  rule: Guardrail
  onPick: (id: string | null) => void
}

/** Every field of a guardrail. */
export function GuardrailDetail({ rule, onPick }: GuardrailDetailProps) {
  const store = useEditorStore()
  const handbook = useHandbook()
  const own = useEditor(
    state => state.document.handbook.guardrails?.some(each => each.id === rule.id) === true,
  )
  const readOnly = useEditor(state => state.readOnly) || !own
  const edit = useGuardrailEdit(rule.id)
  const kind = rule.never ? 'never' : 'always'
  const pattern = rule.never ?? rule.always ?? {}
  const tiers = handbook.tiers.map(tier => ({ value: tier.id, label: tierTitle(tier.id, handbook) }))

  return (
    <LockedFields value={!own}>
      <p className={classes.sentence}>{guardrailWords(rule, handbook)}</p>
      {!own && <SharedLead />}
      <TextField
        long
        label="Title"
        placeholder="A safety issue is never declined"
        value={rule.title}
        onChange={title => edit('Rename guardrail', draft => setField(draft, 'title', title), 'title')}
      />
      {own && <RuleId rule={rule} onPick={onPick} />}
      <div>
        <span className={classes.label}>When</span>
        <WhenEditor
          label="When"
          when={rule.when}
          onChange={when =>
            edit(
              'Change when it holds',
              draft => {
                draft.when = when
              },
              'when',
            )
          }
        />
      </div>
      <Select
        label="For decisions of"
        placeholder="The highest tier"
        clearable
        data={tiers}
        value={rule.tier ?? null}
        readOnly={readOnly}
        onChange={tier => edit('Change tier', draft => setField(draft, 'tier', tier ?? undefined))}
      />
      <div>
        <span className={classes.label}>The case is</span>
        <SegmentedControl
          aria-label="Never or always"
          fullWidth
          readOnly={readOnly}
          data={[
            { value: 'never', label: 'Never' },
            { value: 'always', label: 'Always' },
          ]}
          value={kind}
          onChange={next =>
            edit('Change never or always', draft => {
              const same = draft.never ?? draft.always ?? { end: 'close' as const }
              delete draft.never
              delete draft.always
              draft[next as 'never' | 'always'] = same
            })
          }
        />
      </div>
      <PatternFields
        pattern={pattern}
        readOnly={readOnly}
        onChange={next =>
          edit('Change what it looks for', draft => {
            draft[draft.never ? 'never' : 'always'] = next
          })
        }
      />
      {own && !readOnly && (
        <Button
          variant="subtle"
          color="err"
          size="compact-sm"
          leftSection={<IconTrash size={14} />}
          className={classes.remove}
          onClick={() =>
            askToRemove({
              store,
              what: `the guardrail “${rule.title || rule.id}”`,
              uses: [],
              title: 'Remove guardrail',
              recipe: ({ handbook }) => {
                const left = handbook.guardrails?.filter(each => each.id !== rule.id) ?? []
                setField(handbook, 'guardrails', left.length > 0 ? left : undefined)
              },
              always: true,
              done: () => onPick(null),
            })
          }
        >
          Remove this guardrail
        </Button>
      )}
    </LockedFields>
  )
}

interface PatternFieldsProps {
  pattern: OutcomePattern
  readOnly: boolean
  onChange: (pattern: OutcomePattern) => void
}

const ENDS = { close: 'closed', escalate: 'escalated' } as const
const MODE_WORDS = { consult: 'by asking', transfer: 'by a transfer', callback: 'by a call back' } as const

/** What a guardrail looks for in a decision. Something always has to be named. */
function PatternFields({ pattern, readOnly, onChange }: PatternFieldsProps) {
  const handbook = useHandbook()
  const pick = <K extends keyof OutcomePattern>(
    field: K,
    label: string,
    data: { value: string; label: string }[],
    read: (value: string) => OutcomePattern[K] = value => value as OutcomePattern[K],
  ) => (
    <Select
      label={label}
      placeholder="Anything"
      clearable={Object.keys(pattern).length > 1}
      data={data}
      value={pattern[field] === undefined ? null : String(pattern[field])}
      readOnly={readOnly}
      onChange={value => {
        const next = { ...pattern }
        setField(next, field, value === null ? undefined : read(value))
        if (Object.keys(next).length > 0) onChange(next)
      }}
    />
  )
  return (
    <div className={classes.pairs}>
      {pick(
        'end',
        'Ends',
        Object.entries(ENDS).map(([value, label]) => ({ value, label })),
      )}
      {pick(
        'result',
        'Result',
        RESULTS.map(value => ({ value, label: value })),
      )}
      {pick(
        'to',
        'Escalated to',
        handbook.tiers.map(tier => ({ value: tier.id, label: tierTitle(tier.id, handbook) })),
      )}
      {pick(
        'mode',
        'How',
        MODES.map(value => ({ value, label: MODE_WORDS[value] })),
      )}
      {pick(
        'action',
        'Some step does',
        Object.keys(handbook.actions).map(value => ({ value, label: actionTitle(value, handbook) })),
      )}
      {pick(
        'options',
        'Offered instead',
        [
          { value: 'true', label: 'something' },
          { value: 'false', label: 'nothing' },
        ],
        value => value === 'true',
      )}
    </div>
  )
}

function RuleId({ rule, onPick }: GuardrailDetailProps) {
  const edit = useGuardrailEdit(rule.id)
  const taken = useEditor(state => state.document.handbook.guardrails)
  const readOnly = useEditor(state => state.readOnly)
  const problemOf = (to: string) => {
    if (to === rule.id) return null
    if (!idSchema.safeParse(to).success) return 'An id is 1 to 64 letters, digits, _, - or .'
    return taken?.some(each => each.id === to) ? `There is a guardrail “${to}” already.` : null
  }
  const draft = useDraft(
    rule.id,
    to => {
      if (to === rule.id || problemOf(to)) return
      edit('Rename guardrail', each => {
        each.id = to
      })
      onPick(to)
    },
    null,
  )
  return (
    <TextInput
      label="Id"
      value={draft.value}
      error={draft.editing ? problemOf(draft.value) : null}
      readOnly={readOnly}
      spellCheck={false}
      styles={{ input: { fontFamily: 'var(--mono)', fontSize: 12 } }}
      onChange={event => draft.change(event.currentTarget.value)}
      onBlur={draft.flush}
      onKeyDown={event => {
        if (event.key === 'Enter') draft.flush()
        if (event.key === 'Escape') draft.revert()
      }}
    />
  )
}
