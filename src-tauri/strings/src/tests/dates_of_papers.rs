//! Dates within sentences in the languages that papers are written in: every form that a vague date can have.

use crate::{Case, DateStyle, Strings};
use plan::date::VagueDate;

fn sentence(lang: &str, edtf: &str) -> String {
    said(lang, edtf, |strings, date| strings.date_sentence(date))
}

fn said(lang: &str, edtf: &str, words: impl Fn(&Strings, &VagueDate) -> String) -> String {
    let strings = Strings::of_paper(lang).unwrap();
    words(&strings, &VagueDate::parse(edtf).unwrap()).replace('\u{a0}', " ")
}

fn term(lang: &str, start: &str, end: &str) -> String {
    let strings = Strings::of_paper(lang).unwrap();
    let behind = |edtf: &str, case| {
        let date = VagueDate::parse(edtf).ok()?;
        Some(strings.date_behind(&date, DateStyle::Paper, case))
    };
    strings.term(&|case| behind(start, case), &|case| behind(end, case)).unwrap().replace('\u{a0}', " ")
}

#[test]
fn in_french_every_date_is_joined_to_what_leads_it_into_a_sentence() {
    for (edtf, words) in [
        ("2025", "en 2025"),
        ("202X", "dans les années 2020"),
        ("2025-12", "en décembre 2025"),
        ("2025-12-16", "le 16 décembre 2025"),
        ("2026-05-01", "le 1er mai 2026"),
        ("2025-33", "au premier trimestre 2025"),
        ("2025-36", "au quatrième trimestre 2025"),
        ("2025-41", "au second semestre 2025"),
        ("2025-21", "au printemps 2025"),
        ("2025-22", "à l'été 2025"),
        ("2025-23", "à l'automne 2025"),
        ("2025-24", "à l'hiver 2025/26"),
        ("2027~", "en 2027 environ"),
        ("2027?", "en 2027, à confirmer"),
        ("2026-33%", "au premier trimestre 2026 environ, à confirmer"),
        ("2025-12-16/2025-12-17", "du 16 au 17 décembre 2025"),
        ("2026-05-01/2026-05-03", "du 1er au 3 mai 2026"),
        ("2025-11-30/2025-12-02", "du 30 novembre au 2 décembre 2025"),
        ("2025-12-30/2026-01-02", "du 30 décembre 2025 au 2 janvier 2026"),
        ("2026-06/2026-08", "de juin à août 2026"),
        ("2026-04/2026-10", "d'avril à octobre 2026"),
        ("2026-08/2027-01", "d'août 2026 à janvier 2027"),
        ("2025-33/2025-34", "du premier trimestre 2025 au deuxième trimestre 2025"),
        ("2025-22/2025-23", "de l'été à l'automne 2025"),
        ("2020/2025", "de 2020 à 2025"),
        ("2020~/2025", "de 2020 environ à 2025"),
        ("202X/203X", "des années 2020 aux années 2030"),
        ("2025-12-16/..", "à partir du 16 décembre 2025"),
        ("2026-09/..", "à partir de septembre 2026"),
        ("2026-10/..", "à partir d'octobre 2026"),
        ("2026-33/..", "à partir du premier trimestre 2026"),
        ("2026-40/..", "à partir du premier semestre 2026"),
        ("2026-22/..", "à partir de l'été 2026"),
        ("2026/..", "à partir de 2026"),
        ("2026/", "à partir de 2026, fin non indiquée"),
        ("../2025-12-16", "jusqu'au 16 décembre 2025"),
        ("../2025-04", "jusqu'à avril 2025"),
        ("../2025-36", "jusqu'au quatrième trimestre 2025"),
        ("../2025-24", "jusqu'à l'hiver 2025/26"),
        ("/2025", "jusqu'à 2025, début non indiqué"),
        ("[..2030]", "au plus tard en 2030"),
        ("[..2030-12-01]", "au plus tard le 1er décembre 2030"),
        ("[..2030-36]", "au plus tard au quatrième trimestre 2030"),
        ("[2026..]", "pas avant 2026"),
        ("[2026-04-02..]", "pas avant le 2 avril 2026"),
        ("[2026-33..]", "pas avant le premier trimestre 2026"),
        ("[2025-01..2025-04]", "début 2025"),
        ("[2025-05..2025-08]", "à la mi-2025"),
        ("[2025-02-21..2025-02-28]", "fin février 2025"),
        ("[2025-10-20..2025-11-19]", "entre le 20 octobre et le 19 novembre 2025"),
        ("[2025-10-20..2025-10-25]", "entre le 20 et le 25 octobre 2025"),
        ("[2025-33..2025-34]", "entre le premier trimestre 2025 et le deuxième trimestre 2025"),
        ("[2025..2027]", "entre 2025 et 2027"),
    ] {
        assert_eq!(sentence("fr", edtf), words, "{edtf}");
    }
}

#[test]
fn in_arabic_a_year_is_called_one_behind_a_preposition() {
    for (edtf, words) in [
        ("2025", "في عام 2025"),
        ("202X", "في عقد 2020"),
        ("2025-12", "في ديسمبر 2025"),
        ("2025-12-16", "في 16 ديسمبر 2025"),
        ("2025-33", "في الربع الأول من عام 2025"),
        ("2025-41", "في النصف الثاني من عام 2025"),
        ("2025-22", "في صيف 2025"),
        ("2025-24", "في شتاء 2025/26"),
        ("2027~", "في حوالي عام 2027"),
        ("2027?", "في عام 2027، يؤكد لاحقاً"),
        ("2025-12-16/2025-12-17", "من 16 إلى 17 ديسمبر 2025"),
        ("2026-06/2026-08", "من يونيو إلى أغسطس 2026"),
        ("2020/2025", "من عام 2020 إلى عام 2025"),
        ("2025-33/2025-34", "من الربع الأول من عام 2025 إلى الربع الثاني من عام 2025"),
        ("2026/..", "من عام 2026"),
        ("2026-09/", "من سبتمبر 2026، النهاية غير مذكورة"),
        ("../2025", "حتى عام 2025"),
        ("/2025-12-16", "حتى 16 ديسمبر 2025، البداية غير مذكورة"),
        ("[..2030]", "في موعد أقصاه عام 2030"),
        ("[2026..]", "ليس قبل عام 2026"),
        ("[2025-01..2025-04]", "في مطلع عام 2025"),
        ("[2025-05..2025-08]", "في منتصف عام 2025"),
        ("[2025-02-21..2025-02-28]", "في أواخر فبراير 2025"),
        ("[2025-10-20..2025-11-19]", "بين 20 أكتوبر و19 نوفمبر 2025"),
        ("[2025..2027]", "بين عام 2025 وعام 2027"),
    ] {
        assert_eq!(sentence("ar", edtf), words, "{edtf}");
    }
}

#[test]
fn a_date_in_a_table_stands_alone_and_two_quarters_are_held_apart_by_words() {
    let paper = |lang, edtf| said(lang, edtf, |strings, date| strings.date_styled(date, DateStyle::Paper));
    for (lang, edtf, words) in [
        ("fr", "2025-12-16", "16 décembre 2025"),
        ("fr", "2025-33", "premier trimestre 2025"),
        ("fr", "202X", "les années 2020"),
        ("fr", "2025-33/2025-34", "du premier trimestre 2025 au deuxième trimestre 2025"),
        ("fr", "2025-12-16/2025-12-17", "16–17 décembre 2025"),
        ("fr", "2020/2025", "2020–2025"),
        ("fr", "[2025-05..2025-08]", "mi-2025"),
        ("ar", "2025", "2025"),
        ("ar", "2020/2025", "2020–2025"),
        ("ar", "2025-33/2025-34", "من الربع الأول من عام 2025 إلى الربع الثاني من عام 2025"),
    ] {
        assert_eq!(paper(lang, edtf), words, "{edtf}");
    }
}

#[test]
fn a_term_joins_both_of_its_ends() {
    for (lang, start, end, words) in [
        ("en", "2023", "2028-05", "2023 to May 2028"),
        ("en", "2026-33", "", "from the first quarter of 2026"),
        ("en", "", "[2025-01..2025-04]", "until early 2025"),
        ("en", "2025", "2025", "2025"),
        ("fr", "2023", "2028-05", "de 2023 à mai 2028"),
        ("fr", "2026-33", "", "à partir du premier trimestre 2026"),
        ("fr", "2026-04-01", "2027", "du 1er avril 2026 à 2027"),
        ("fr", "2026-10", "2027-36", "d'octobre 2026 au quatrième trimestre 2027"),
        ("fr", "", "[2025-05..2025-08]", "jusqu'à la mi-2025"),
        ("fr", "[2025-01..2025-04]", "", "à partir de début 2025"),
        ("ar", "2023", "2028-05", "من عام 2023 إلى مايو 2028"),
        ("ar", "", "2027", "حتى عام 2027"),
    ] {
        assert_eq!(term(lang, start, end), words, "{lang} {start} {end}");
    }
}

#[test]
fn every_unit_stands_behind_every_word_in_every_language() {
    let units =
        ["2025", "202X", "2025-04", "2025-04-01", "2025-34", "2025-40", "2025-21", "2025-22", "2025-23", "2025-24"];
    let cases = [Case::Alone, Case::Of, Case::To, Case::The, Case::In, Case::Part];
    for lang in ["en", "fr", "ar"] {
        for (unit, case) in units.into_iter().flat_map(|unit| cases.map(|case| (unit, case))) {
            for style in [DateStyle::Cell, DateStyle::Full, DateStyle::Paper] {
                let words = said(lang, unit, |strings, date| strings.date_behind(date, style, case));
                assert!(words.contains("202") && !words.contains(['{', '$']) && !words.contains("date-"), "{words}");
            }
        }
    }
}
