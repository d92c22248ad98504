import { FieldsEditor } from '../../../slices/relations/ui/fields-editor.tsx'
import { useRelationPage } from './use-page.ts'

export function FieldsTab() {
  const { relation, fields } = useRelationPage()
  return <FieldsEditor relation={relation} fields={fields} />
}
