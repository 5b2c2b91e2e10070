//! Numbers and signs of lists in front of texts: "1. ", "a) ", "– ". They belong to the list that was copied, not to the text.

/// A mark: how it looks, which one of its list it is, and what stands behind it.
struct Mark<'a> {
    style: (char, char, char),
    ordinal: Option<u32>,
    rest: &'a str,
}

/// Takes the marks off the texts of a column, where they are those of one list: all texts have one, and numbers count on. Answers
/// how many texts had one.
pub(super) fn take_off(texts: &mut [&mut String]) -> usize {
    let mut filled: Vec<&mut &mut String> = texts.iter_mut().filter(|text| !text.trim().is_empty()).collect();
    if filled.len() < 2 {
        return 0;
    }
    let rests: Option<Vec<String>> = {
        let marks: Option<Vec<Mark<'_>>> = filled.iter().map(|text| mark(text)).collect();
        marks.filter(|marks| is_list(marks)).map(|marks| marks.iter().map(|mark| mark.rest.to_owned()).collect())
    };
    let Some(rests) = rests else { return 0 };
    for (text, rest) in filled.iter_mut().zip(&rests) {
        rest.clone_into(text);
    }
    rests.len()
}

fn is_list(marks: &[Mark<'_>]) -> bool {
    let same = marks.windows(2).all(|pair| pair[0].style == pair[1].style);
    let counts = marks.windows(2).all(|pair| match (pair[0].ordinal, pair[1].ordinal) {
        // A second list may begin behind the first.
        (Some(before), Some(next)) => next == before + 1 || next == 1,
        (None, None) => true,
        _ => false,
    });
    same && counts
}

fn mark(text: &str) -> Option<Mark<'_>> {
    let text = text.trim_start();
    let mut chars = text.chars();
    let first = chars.next()?;
    let rest = |behind: &'static str, from: usize| {
        let rest = text.get(from..)?;
        let bare = rest.trim_start();
        (behind.is_empty() || rest.len() != bare.len()).then_some(bare).filter(|bare| !bare.is_empty())
    };
    if matches!(first, '•' | '·' | '▪' | '◦' | '‣' | '–' | '—' | '-' | '*' | '§' | '\u{f0b7}' | '\u{f0a7}')
    {
        return Some(Mark { style: (first, ' ', ' '), ordinal: None, rest: rest(" ", first.len_utf8())? });
    }
    let (open, from) = if first == '(' { ('(', 1) } else { (' ', 0) };
    let inner = &text[from..];
    let length = inner.find(|c: char| !c.is_ascii_alphanumeric())?;
    let (label, behind) = inner.split_at(length);
    let close = behind.chars().next().filter(|c| matches!(c, '.' | ')'))?;
    if open == '(' && close != ')' {
        return None;
    }
    let (style, ordinal) = match label {
        digits if digits.len() <= 3 && digits.bytes().all(|b| b.is_ascii_digit()) => ('1', digits.parse().ok()?),
        letter if letter.len() == 1 => {
            let byte = letter.bytes().next()?;
            let base = if byte.is_ascii_lowercase() { b'a' } else { b'A' };
            (char::from(base), u32::from(byte - base) + 1)
        }
        _ => return None,
    };
    let rest = rest(" ", from + length + close.len_utf8())?;
    Some(Mark { style: (open, style, close), ordinal: Some(ordinal), rest })
}

#[cfg(test)]
mod tests {
    use super::take_off;

    fn without(texts: &[&str]) -> (usize, Vec<String>) {
        let mut texts: Vec<String> = texts.iter().map(|text| (*text).to_owned()).collect();
        let count = take_off(&mut texts.iter_mut().collect::<Vec<_>>());
        (count, texts)
    }

    #[test]
    fn marks_of_one_list_go_and_what_only_looks_like_one_stays() {
        assert_eq!(without(&["1. Skills", "2. Standards"]), (2, vec!["Skills".into(), "Standards".into()]));
        assert_eq!(without(&["a) One", "", "b) Two"]), (2, vec!["One".into(), String::new(), "Two".into()]));
        assert_eq!(without(&["(1) One", "(2) Two", "(1) Other"]).0, 3);
        assert_eq!(without(&["– One", "– Two"]).1, ["One", "Two"]);
        assert_eq!(without(&["•\tOne", "•\tTwo"]).1, ["One", "Two"]);
        for stays in [
            &["1. Skills"][..],
            &["1. Skills", "Standards"],
            &["2. Skills", "5. Standards"],
            &["1.5 million people", "2.5 million people"],
            &["5G for all", "6G for all"],
            &["–", "–"],
            &["-5", "-7"],
        ] {
            assert_eq!(without(stays).0, 0, "{stays:?}");
        }
    }
}
