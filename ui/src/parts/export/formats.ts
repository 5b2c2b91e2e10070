/** The formats of documents for people without this application. */
import type { Purpose } from '@/generated/wire.ts';

export interface Format {
  id: 'docx' | 'pdf' | 'xlsx' | 'html' | 'ics' | 'csv' | 'json';
  purpose: Purpose;
}

/** In the order in which they are asked for most. */
export const FORMATS: readonly Format[] = [
  { id: 'docx', purpose: 'word' },
  { id: 'pdf', purpose: 'pdf' },
  { id: 'xlsx', purpose: 'workbook' },
  { id: 'html', purpose: 'page' },
  { id: 'ics', purpose: 'calendar' },
  { id: 'csv', purpose: 'table' },
  { id: 'json', purpose: 'data' },
];

/** Kinds that have a table of their own, for `csv`. */
export const TABLES = [
  'commitment',
  'milestone',
  'group',
  'assignment',
  'indicator',
  'organization',
] as const;
