/** Words that were inserted are underlined, those that were deleted struck out, as in Word: never by colour alone. */
import type { TextMark } from '@/generated/wire.ts';
import { showSigns } from '@/kit/index.ts';
import type { Piece } from './sentence.ts';

export function Marked({ marks }: { marks: readonly TextMark[] }) {
  return (
    <bdi className="v-text">
      {marks.map(({ mark, text }, at) => {
        const key = `${at} ${mark}`;
        switch (mark) {
          case 'inserted':
            return <ins key={key}>{showSigns(text)}</ins>;
          case 'deleted':
            return <del key={key}>{showSigns(text)}</del>;
          default:
            return <span key={key}>{showSigns(text)}</span>;
        }
      })}
    </bdi>
  );
}

export function Sentence({ pieces }: { pieces: readonly Piece[] }) {
  return (
    <>
      {pieces.map(({ mark, text }, at) => {
        const key = `${at} ${mark}`;
        switch (mark) {
          case 'inserted':
            return (
              <ins key={key}>
                <bdi>{text}</bdi>
              </ins>
            );
          case 'deleted':
            return (
              <del key={key}>
                <bdi>{text}</bdi>
              </del>
            );
          case 'who':
            return (
              <b key={key}>
                <bdi>{text}</bdi>
              </b>
            );
          case 'same':
            return <span key={key}>{text}</span>;
        }
      })}
    </>
  );
}
