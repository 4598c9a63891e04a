import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { tierColours } from '@/app/_shell/palette'
import type { Tier } from '@/compiler/language/handbook'
import type { PolicyDocument } from '@/compiler/language/policy'
import { newId } from '../../document/new-id'
import { useEditor, useEditorStore } from '../../document/store'
import { IdField } from '../fields/id-field'
import { TextField } from '../fields/text-field'
import { ListTools, moved } from '../inspector/list-tools'
import { setField } from '../inspector/use-node-edit'
import { useHandbook } from '../use-handbook'
import { tierTitle } from '../words/titles'
import { askToRemove } from './ask-to-remove'
import classes from './handbook.module.css'
import { usesOf } from './uses'

/** The tiers, the one with the most authority on top, as they lie on the canvas from below. */
export function Tiers() {
  const store = useEditorStore()
  const handbook = useHandbook()
  const readOnly = useEditor(state => state.readOnly)
  const own = useEditor(state => 'tiers' in state.document.handbook)
  const { tiers } = handbook

  const edit = (title: string, recipe: (list: Tier[]) => Tier[], field?: string) =>
    store.getState().edit(title, draft => withTiers(draft, recipe), field ? { merge: field } : undefined)
  const remove = (id: string) =>
    askToRemove({
      store,
      what: `the tier “${tierTitle(id, handbook)}”`,
      uses: usesOf(store.getState().document, handbook, { kind: 'tier', id }),
      title: 'Remove tier',
      recipe: draft => {
        withTiers(draft, list => list.filter(tier => tier.id !== id))
        // What the tier was granted goes with it; the tiers above inherit from below again.
        for (const action of Object.values(draft.handbook.actions ?? {})) delete action.grants?.[id]
      },
      always: true,
    })

  return (
    <div className={classes.page}>
      <p className={classes.lead}>
        From the least authority to the most. A tier may do whatever the tiers before it may.
      </p>
      <ol className={classes.tiers} aria-label="Tiers">
        {tiers.map((tier, index) => (
          <li key={tier.id}>
            <span className={classes.swatch} style={{ background: tierColours(index).colour }} />
            {own ? (
              <>
                <IdField quiet label={`Id of tier ${index + 1}`} name={{ kind: 'tier', id: tier.id }} />
                <TextField
                  label={null}
                  aria-label={`Title of tier ${tier.id}`}
                  placeholder={tier.id}
                  value={tier.title}
                  onChange={title =>
                    edit(
                      'Rename tier',
                      list => {
                        const found = list.find(each => each.id === tier.id)
                        if (found) setField(found, 'title', title)
                        return list
                      },
                      `tier:${tier.id}`,
                    )
                  }
                />
                <ListTools
                  label={`tier ${tierTitle(tier.id, handbook)}`}
                  ordered
                  onUp={index > 0 && (() => edit('Reorder tiers', list => moved(list, index, index - 1)))}
                  onDown={
                    index < tiers.length - 1 &&
                    (() => edit('Reorder tiers', list => moved(list, index, index + 1)))
                  }
                  onRemove={tiers.length > 1 && (() => remove(tier.id))}
                />
              </>
            ) : (
              <span>
                {tier.id} {tier.title}
              </span>
            )}
          </li>
        ))}
      </ol>
      {own && !readOnly && (
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconPlus size={14} />}
          onClick={() =>
            edit('Add tier', list => [
              ...list,
              {
                id: newId(
                  `T${list.length + 1}`,
                  list.map(each => each.id),
                ),
                title: 'New tier',
              },
            ])
          }
        >
          Add a tier
        </Button>
      )}
    </div>
  )
}

function withTiers(draft: PolicyDocument, recipe: (list: Tier[]) => Tier[]) {
  const { handbook } = draft
  if ('tiers' in handbook) handbook.tiers = recipe(handbook.tiers)
}
