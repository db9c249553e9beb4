import { Form } from '@remix-run/react'
import { useState } from 'react'
import { ChangePage } from '~/components/change-page'
import { Button, typedText, type FormState } from '~/components/fields'
import { counted } from '~/domain/sentence'
import { paths } from '~/paths'

type Element = { number: string; title: string }
type SubCriterion = Element & { elements: Element[] }
type Props = {
  id: string
  number: string
  words: string
  criteria: (Element & { subCriteria: SubCriterion[] })[]
  ticked: string[]
  find: string
  plan: string
  form: FormState
}

const matches = (find: string, ...texts: string[]) => {
  const wanted = find.trim().toLowerCase()
  return wanted === '' || texts.some((text) => text.toLowerCase().includes(wanted))
}

export function Elements({ id, number, words, criteria, ticked, plan, form, ...props }: Props) {
  const [find, search] = useState(typedText(form, 'find', props.find))
  const typed = form?.typed.elements
  const chosen = new Set(typed === undefined ? ticked : [typed].flat())
  const isShown = (sub: SubCriterion, element: Element) =>
    matches(find, sub.title, element.title) || element.number.startsWith(find.trim())
  const shown = criteria.flatMap(({ subCriteria }) =>
    subCriteria.flatMap((sub) => sub.elements.filter((element) => isShown(sub, element))),
  ).length
  return (
    <ChangePage
      back={{ to: paths.recommendation(id, plan), name: `Back to recommendation ${number}` }}
      title="Which elements it is about"
      about={words}
      form={form}
    >
      <Form method="post" noValidate>
        <div className="inline-form plan-filter__words">
          <div className="govuk-form-group">
            <label className="govuk-label" htmlFor="find">
              Find an element by its number or title
            </label>
            <input
              className="govuk-input"
              id="find"
              name="find"
              type="search"
              defaultValue={find}
              onChange={(event) => search(event.currentTarget.value)}
            />
          </div>
          {plan !== '' && <input type="hidden" name="plan" value={plan.replace(/^\?/, '')} />}
          <button className="govuk-button govuk-button--secondary" formMethod="get">
            Find
          </button>
        </div>
        <p className="govuk-body" role="status">
          {counted(shown, 'element')} shown. What is ticked stays ticked.
        </p>
        <div id="elements">
          {criteria.map((criterion) => (
            <fieldset
              className="govuk-fieldset element-tree"
              key={criterion.number}
              hidden={!criterion.subCriteria.some((sub) => sub.elements.some((element) => isShown(sub, element)))}
            >
              <legend className="govuk-fieldset__legend govuk-fieldset__legend--m">
                {criterion.number} {criterion.title}
              </legend>
              {criterion.subCriteria.map((sub) => (
                <div key={sub.number} hidden={!sub.elements.some((element) => isShown(sub, element))}>
                  <h2 className="govuk-heading-s">
                    {sub.number} {sub.title}
                  </h2>
                  <div className="govuk-checkboxes govuk-checkboxes--small">
                    {sub.elements.map((element) => (
                      <div className="govuk-checkboxes__item" key={element.number} hidden={!isShown(sub, element)}>
                        <input
                          className="govuk-checkboxes__input"
                          id={`element-${element.number}`}
                          name="elements[]"
                          type="checkbox"
                          value={element.number}
                          defaultChecked={chosen.has(element.number)}
                        />
                        <label className="govuk-label govuk-checkboxes__label" htmlFor={`element-${element.number}`}>
                          {element.number} {element.title}
                        </label>
                      </div>
                    ))}
                  </div>
                </div>
              ))}
            </fieldset>
          ))}
        </div>
        <Button>Save elements</Button>
      </Form>
    </ChangePage>
  )
}
