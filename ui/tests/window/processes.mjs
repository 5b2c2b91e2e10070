/** What Linux says about running programs. */
import { readFile, readdir, readlink, realpath } from 'node:fs/promises';

/** Processes end while they are looked at, and those of others may not be looked into. */
const GONE = ['ENOENT', 'ESRCH', 'EACCES', 'EPERM'];

async function look(read) {
  try {
    return await read();
  } catch (error) {
    if (!GONE.includes(error.code)) throw error;
    return undefined;
  }
}

async function ids() {
  return (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
}

/** Ids of processes that run `program` with `setting` (`NAME=value`) in their environment. */
export async function running(program, setting) {
  const executable = await realpath(program);
  const found = [];
  for (const id of await ids()) {
    if ((await look(() => readlink(`/proc/${id}/exe`))) !== executable) continue;
    const environment = await look(() => readFile(`/proc/${id}/environ`, 'utf8'));
    if (environment?.split('\0').includes(setting)) found.push(id);
  }
  return found;
}

/** A process and all that it started, directly or not. */
export async function family(head) {
  const parents = new Map();
  for (const id of await ids()) {
    const stat = await look(() => readFile(`/proc/${id}/stat`, 'utf8'));
    // The name, in brackets, may hold spaces and brackets; the parent is the second word behind it.
    if (stat) parents.set(id, Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]));
  }
  const members = new Set([head]);
  for (let size = 0; size !== members.size; ) {
    size = members.size;
    for (const [id, parent] of parents) if (members.has(parent)) members.add(id);
  }
  return [...members];
}

/** Memory of a process and all that it started, in MiB; pages that several share are counted by their part (PSS). */
export async function memory(head) {
  let kibibytes = 0;
  for (const id of await family(head)) {
    const rollup = await look(() => readFile(`/proc/${id}/smaps_rollup`, 'utf8'));
    kibibytes += Number(/^Pss:\s+(\d+) kB/m.exec(rollup ?? '')?.[1] ?? 0);
  }
  return kibibytes / 1024;
}
