/** The list of commitments as a screen of the frame. */
import {
  Commitments,
  COMMITMENT,
  createList,
  fieldsOf,
  type ListState,
  queryOf,
} from '@/features/commitments/index.ts';
import type { ScreenDef, ScreenProps, ScreenState } from '@/lib/screen.ts';
import type { Store } from '@/lib/store.ts';
import { RowsView } from '@/lib/views.ts';

interface CommitmentsState extends ScreenState {
  list: Store<ListState>;
  view: RowsView;
}

function Draw({ state, selected, onSelect, onOpen }: ScreenProps<CommitmentsState>) {
  return (
    <Commitments
      view={state.view}
      list={state.list}
      selected={selected?.kind === COMMITMENT ? selected.id : undefined}
      onSelect={(id) => onSelect(id === undefined ? undefined : { kind: COMMITMENT, id })}
      onOpen={(id) => onOpen({ kind: COMMITMENT, id })}
    />
  );
}

export const commitments: ScreenDef<CommitmentsState> = {
  name: 'commitments',
  icon: 'commitments',
  kind: COMMITMENT,
  createState(client) {
    const list = createList();
    const view = new RowsView(
      client,
      { kind: COMMITMENT, fields: fieldsOf(list.get().columns) },
      queryOf(list.get()),
    );
    return {
      list,
      view,
      subscribe: view.subscribe,
      isReady: () => view.getState().loaded || view.getState().error !== undefined,
      reset: () => list.set({ ...list.get(), text: '', filters: new Map(), collapsed: new Set() }),
      wish: ({ filters }) => {
        if (filters) {
          list.set({ ...list.get(), text: '', filters });
        }
      },
    };
  },
  load: async () => Draw,
};
