import { constants } from 'node:fs'
import { copyFile, mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type postgres from 'postgres'
import { hashOfFile } from './file-hash.ts'
import { placeOf, type Stored } from './store.ts'

/** The contents that the rows of a database speak of, each once. */
export async function listContents(sql: postgres.Sql): Promise<Stored[]> {
  return await sql<Stored[]>`select distinct tenant, sha256 from files.files order by tenant, sha256`
}

/** Copies contents from one folder of files to another, each looked at on its way. Answers how many were copied. */
export async function copyContents(
  contents: readonly Stored[],
  { from, to }: { from: string; to: string },
): Promise<number> {
  let copied = 0
  for (const content of contents) {
    const target = join(to, placeOf(content))
    await mkdir(dirname(target), { recursive: true, mode: 0o700 })
    await copyFile(join(from, placeOf(content)), `${target}.part`, constants.COPYFILE_FICLONE).catch(() => {})
    if ((await hashOfFile(`${target}.part`)) !== content.sha256) {
      await rm(`${target}.part`, { force: true })
      throw new Error(
        `The file ${content.sha256} of ${content.tenant} is missing or damaged in ${from}. jembatan verify names it.`,
      )
    }
    await toDisk(`${target}.part`)
    await rename(`${target}.part`, target)
    copied += 1
  }
  return copied
}

/** The contents of a folder that are missing or not what they are called. */
export async function findDamaged(contents: readonly Stored[], folder: string): Promise<Stored[]> {
  const damaged: Stored[] = []
  for (const content of contents) {
    if ((await hashOfFile(join(folder, placeOf(content)))) !== content.sha256) damaged.push(content)
  }
  return damaged
}

async function toDisk(path: string): Promise<void> {
  const file = await open(path, 'r+')
  try {
    await file.sync()
  } finally {
    await file.close()
  }
}
