export { KIND as COMMITMENT } from './actions.ts';
export { Commitments, fieldsOf } from './commitments.tsx';
export { createList, type ListState, queryOf } from './list.ts';
