use std::collections::HashSet;

use plan::kinds::Kind;
use plan::state::State;
use proptest::prelude::*;

use super::draft::{Taken, free_id};
use super::table::{HEADS, paragraph, said_above};

#[test]
fn a_paragraph_is_written_without_its_mark_however_the_mark_is_written() {
    for (text, expected) in [
        ("¶ 23.", "23"),
        ("para. 23", "23"),
        ("OP23", "23"),
        ("PÁRR. 7", "7"),
        ("pa\u{301}rr. 7:", "7"),
        ("ｐａｒａ ７", "７"),
        ("пункт 12", "12"),
        ("الفقرة ٣", "٣"),
        ("§§ 4", "4"),
        ("para one", "para one"),
        ("para", "para"),
        ("pará1ŉ", "1ŉ"),
        ("parа 1", "parа 1"),
        ("", ""),
    ] {
        assert_eq!(paragraph(text), expected, "{text}");
    }
}

proptest! {
    #[test]
    fn whatever_stands_in_the_cell_of_a_paragraph_is_read(text in ".*", mark in "(para|párr\\.|¶|OP|§§|İ|ŉ|ﬁ)?") {
        for text in [text.clone(), format!("{mark}{text}"), format!("{mark} 1{text}")] {
            let read = paragraph(&text);
            prop_assert!(text.contains(&read), "{read:?} is not in {text:?}");
        }
    }
}

#[test]
fn every_head_that_is_known_is_found() {
    for (word, column) in HEADS {
        assert_eq!(said_above(word), *column, "{word}");
        assert_eq!(said_above(&word.to_uppercase()), *column, "{word}");
    }
}

#[test]
fn thousands_of_rows_below_one_paragraph_have_an_id_each() {
    let (state, mut taken) = (State::default(), Taken::default());
    let mut ids: Vec<String> = (0..20_000).map(|_| free_id(&state, Kind::Provision, "X-1", &mut taken)).collect();
    assert_eq!((&*ids[0], &*ids[1], &*ids[19_999]), ("X-1", "X-1-2", "X-1-20000"));
    // Another paragraph may be called as one of them is.
    ids.push(free_id(&state, Kind::Provision, "X-1-2", &mut taken));
    assert_eq!(ids[20_000], "X-1-2-2");
    assert_eq!(ids.iter().collect::<HashSet<_>>().len(), 20_001);
}
