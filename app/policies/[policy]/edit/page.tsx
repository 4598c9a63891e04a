import type { Metadata } from 'next'
import { EditorPage } from '../../../_editor/page/editor-page'

interface PageProps {
  params: Promise<{ policy: string }>
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  return { title: `Edit ${(await params).policy}` }
}

export default async function EditPage({ params }: PageProps) {
  const { policy } = await params
  // Another policy is another editor: nothing of one may be saved into the other.
  return <EditorPage key={policy} policy={policy} />
}
