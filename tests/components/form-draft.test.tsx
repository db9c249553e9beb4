/** What was typed before a session ended stands in the page's fields again, and only there. */
import { renderToStaticMarkup } from 'react-dom/server'
import { StaticRouter } from 'react-router-dom/server'
import { describe, expect, it } from 'vitest'
import { Checkboxes, Radios, SelectField, TextArea, TextField, type FormState } from '~/components/fields'
import { FormDraft } from '~/components/form-draft'

const draft = { path: '/here', fields: { name: 'Ann', words: 'Half a page', role: 'b', team: 'b', days: ['b'] } }
const choices = ['a', 'b'].map((value) => ({ value, label: value }))
const page = (path: string, form: FormState = undefined) =>
  renderToStaticMarkup(
    <StaticRouter location={path}>
      <FormDraft draft={draft}>
        <TextField name="name" label="Name" value="Saved" form={form} />
        <TextArea name="words" label="Words" value="Saved words" form={form} />
        <Radios name="role" label="Role" choices={choices} value="a" form={form} />
        <SelectField name="team" label="Team" choices={choices} value="a" form={form} />
        <Checkboxes name="days" label="Days" choices={choices} values={['a']} form={form} />
      </FormDraft>
    </StaticRouter>,
  )
const chosen = (html: string) =>
  [...html.matchAll(/value="(\w)"[^>]*(?:checked|selected)=""|(?:checked|selected)=""[^>]*value="(\w)"/g)].map(
    (match) => match[1] ?? match[2],
  )

describe('a form that comes back', () => {
  it('has in its fields what was typed, and says that nothing is saved', () => {
    const html = page('/here')
    expect(html).toContain('value="Ann"')
    expect(html).toContain('Half a page')
    expect(html).not.toContain('Saved words')
    expect(chosen(html)).toEqual(['b', 'b', 'b'])
    expect(html).toContain('Not saved yet')
  })

  it('leaves every other page as it is', () => {
    const html = page('/elsewhere')
    expect(html).toContain('value="Saved"')
    expect(chosen(html)).toEqual(['a', 'a', 'a'])
    expect(html).not.toContain('Not saved yet')
  })

  it('gives way to what was typed since, where that was refused', () => {
    const html = page('/here', { refusals: [], typed: { name: 'Bo', role: 'a', team: 'a', days: ['a'] } })
    expect(html).toContain('value="Bo"')
    expect(chosen(html)).toEqual(['a', 'a', 'a'])
  })
})
