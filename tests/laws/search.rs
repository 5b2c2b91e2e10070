//! Search: a table of what people type, in six languages, with what they expect to find first; and what never matches.

use plan::assets::STARTER;
use plan::search::{Search, asked, marks, says_something, words};
use plan::snapshot::Snapshot;
use plan::{Kind, Row, State, Value};
use serde_json::json;

fn starter() -> State {
    (*Snapshot::read(STARTER).unwrap().state).clone()
}

/// Kind and short name of what is found first.
fn first(search: &Search, text: &str) -> String {
    search.find(text).first().map_or_else(
        || "nothing".to_owned(),
        |hit| format!("{} {}", hit.kind.name(), search.state().row(hit.kind, &hit.id).unwrap().short()),
    )
}

/// What is typed, and what is expected first.
const QUERIES: &[(&str, &str)] = &[
    // References, codes, acronyms, however they are written
    ("C6", "action_line C6"),
    ("c6", "action_line C6"),
    ("С6", "action_line C6"),
    ("ITU-013", "commitment ITU-013"),
    ("itu 013", "commitment ITU-013"),
    ("itu013", "commitment ITU-013"),
    ("WHO", "organization WHO"),
    ("un desa", "organization UN DESA"),
    ("UNGIS", "group UNGIS"),
    ("Global Digital Compact", "instrument Compact"),
    // Words, the beginning of words, accents, width
    ("giga", "commitment ITU-013"),
    ("watermark", "milestone Announcement of the collaboration on AI watermarking, authenticity and deepfakes"),
    ("regional hubs", "indicator Regional hubs of Young AI Leaders"),
    ("ＧＩＧＡ", "commitment ITU-013"),
    ("Sub-group on objective 4", "group Sub-group on objective 4"),
    ("sub-group 4", "group Sub-group on objective 4"),
    ("robotics", "commitment ITU-064"),
    ("Kenya", "organization KE"),
    // The terms of the domain, in six languages
    ("AI", "first of AI"),
    ("artificial intelligence", "first of AI"),
    ("IA", "first of AI"),
    ("intelligence artificielle", "first of AI"),
    ("inteligencia artificial", "first of AI"),
    ("ИИ", "first of AI"),
    ("искусственный интеллект", "first of AI"),
    ("人工智能", "first of AI"),
    ("الذكاء الاصطناعي", "first of AI"),
    ("ذكاء إصطناعى", "first of AI"),
    ("UIT", "organization ITU"),
    ("МСЭ", "organization ITU"),
    ("国际电联", "organization ITU"),
    ("الاتحاد الدولي للاتصالات", "organization ITU"),
    ("OMS", "organization WHO"),
    ("ВОЗ", "organization WHO"),
    ("世卫组织", "organization WHO"),
    ("منظمة الصحة العالمية", "organization WHO"),
    ("PNUD", "organization UNDP"),
    ("ПРООН", "organization UNDP"),
    ("CNUCED", "organization UNCTAD"),
    ("ЮНЕСКО", "organization UNESCO"),
    ("教科文组织", "organization UNESCO"),
    ("اليونسكو", "organization UNESCO"),
    ("brecha digital", "objective Digital divides and the SDGs"),
    ("fracture numérique", "objective Digital divides and the SDGs"),
    ("цифровой разрыв", "objective Digital divides and the SDGs"),
    ("数字鸿沟", "objective Digital divides and the SDGs"),
    ("الفجوة الرقمية", "objective Digital divides and the SDGs"),
    ("données gouvernance", "nothing"),
    ("gouvernance des données", "objective Data governance"),
    ("数据治理", "objective Data governance"),
    ("droits de l'homme", "objective Digital space and human rights"),
    ("права человека", "objective Digital space and human rights"),
    ("人权", "objective Digital space and human rights"),
    ("حقوق الإنسان", "objective Digital space and human rights"),
    ("SMSI", "first of WSIS"),
    ("ВВУИО", "first of WSIS"),
    ("信息社会世界峰会", "first of WSIS"),
    ("Pacte numérique mondial", "instrument Compact"),
    ("Глобальный цифровой договор", "instrument Compact"),
    ("全球数字契约", "instrument Compact"),
    // What finds nothing, calmly
    ("zzz", "nothing"),
    ("^.*$", "nothing"),
    ("[(|\\", "nothing"),
    ("", "nothing"),
    ("  \u{202e} ", "nothing"),
    ("💡", "nothing"),
];

#[test]
fn what_people_type_in_six_languages_finds_first_what_they_mean() {
    let search = Search::of(&starter());
    let mut wrong = Vec::new();
    for (text, expected) in QUERIES {
        let expected = match expected.strip_prefix("first of ") {
            // What means the same finds the same, whatever that is.
            Some(term) => first(&search, term),
            None => (*expected).to_owned(),
        };
        let found = first(&search, text);
        if found != expected || (expected == "nothing") != search.find(text).is_empty() {
            wrong.push(format!("{text:?}: {found}, expected {expected}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert_ne!(first(&search, "AI"), "nothing");
}

#[test]
fn a_word_is_not_letters_inside_another() {
    let state = starter();
    let search = Search::of(&state);
    for hit in search.find("AI") {
        let row = state.row(hit.kind, &hit.id).unwrap();
        let text: String = row.values().filter_map(|(_, value)| value.text()).collect::<Vec<_>>().join(" ");
        let aliases = row.get("aliases").and_then(Value::set).unwrap_or_default().join(" ");
        let says = words(&format!("{text} {aliases}"));
        assert!(
            says.iter().any(|word| word.text == "ai") || text.to_lowercase().contains("artificial intelligence"),
            "{}: {text}",
            row.title()
        );
    }
    assert!(search.find("train").iter().any(|hit| hit.kind == Kind::Commitment), "the beginning of a word is enough");
    assert!(search.find("rain").is_empty(), "the middle of one is not");
}

#[test]
fn marks_stand_on_whole_letters_of_any_script() {
    for (text, query, marked) in [
        ("Standards for AI and more", "ai", "AI"),
        ("Économie numérique", "économie", "Économie"),
        ("关于人工智能的标准", "人工智能", "人工智能"),
        ("الذَّكاء الاصطناعي في", "الذكاء الاصطناعي", "الذَّكاء"),
        ("Artificial intelligence", "IA", "Artificial"),
    ] {
        let found = marks(text, query);
        assert_eq!(found.first().map(|at| &text[at.clone()]), Some(marked), "{text}");
    }
    assert!(marks("nothing of it", "zzz").is_empty());
    assert!(!says_something("^.*$ ()"));
    assert!(says_something("人"));
}

/// What is asked, the place that is meant, and the role that answers it.
const ASKED: &[(&str, &str, &str)] = &[
    ("Who leads C6", "C6", "lead"),
    ("who leads C6?", "C6", "lead"),
    ("C6 lead", "C6", "lead"),
    ("who co-leads sub-group 4", "Sub-group on objective 4", "co-lead"),
    ("who chairs UNGIS", "UNGIS", "chair"),
    ("Qui dirige C6 ?", "C6", "lead"),
    ("¿Quién lidera C6?", "C6", "lead"),
    ("Кто руководит С6", "C6", "lead"),
    ("谁牵头C6", "C6", "lead"),
    ("من يقود C6", "C6", "lead"),
    ("who leads Giga", "ITU-013", "lead"),
    ("who facilitates C6", "C6", "facilitator"),
    ("who co-facilitates C5", "C5", "co-facilitator"),
    ("кто возглавляет C6", "C6", "lead"),
    ("who leads C7-EHEA", "C7-EHEA", "lead"),
];

#[test]
fn who_holds_a_role_is_asked_in_six_languages() {
    let search = Search::of(&starter());
    for (text, place, role) in ASKED {
        let asked = asked(&search, text).unwrap_or_else(|| panic!("{text}: not understood"));
        let [at] = &asked.places[..] else { panic!("{text}: {} places", asked.places.len()) };
        let row = search.state().row(at.kind, &at.id).unwrap();
        assert_eq!((row.short(), asked.roles[0].as_str()), (*place, *role), "{text}");
    }
    for text in ["AI standards", "leads", "who", "who leads", "who leads zzz", "a leading role", "", "who leads C"] {
        assert_eq!(asked(&search, text), None, "{text}");
    }
    for text in ["who leads C7", "C7 lead", "谁牵头C7"] {
        let asked = asked(&search, text).unwrap_or_else(|| panic!("{text}: not understood"));
        let codes: Vec<&str> = asked.places.iter().map(|place| &*place.id).collect();
        assert_eq!(codes.len(), 8, "{text}: the lines of C7 in their order: {codes:?}");
        assert!(codes.iter().all(|code| code.starts_with("C7-")) && codes[0] == "C7-EGOV", "{codes:?}");
    }
}

#[test]
fn the_index_of_a_later_state_finds_what_one_made_anew_finds() {
    let mut state = starter();
    let mut search = Search::of(&state);
    let title = Kind::Commitment.def().index("title").unwrap();
    let ids: Vec<_> = state.rows(Kind::Commitment).map(|row| row.id().clone()).take(6).collect();
    for (n, id) in ids.iter().enumerate() {
        if n % 3 == 2 {
            state.remove(Kind::Commitment, id);
        } else {
            let row = (**state.row(Kind::Commitment, id).unwrap()).clone();
            state.put(row.with(title, Some(Value::Text(format!("Zebra crossing {n}").into()))));
        }
        let org = Kind::Organization.def();
        let name = Value::accept(org.field("name").unwrap(), &json!(format!("Zebra office {n}"))).unwrap();
        state.put(Row::new(Kind::Organization, format!("Z{n}")).with(org.index("name").unwrap(), name));
        search = search.renewed(&state);
        let anew = Search::of(&state);
        for text in ["zebra", "crossing", "office", "giga", "AI", "ITU-013", "zebra office 1"] {
            let told = |search: &Search| {
                let mut found: Vec<_> =
                    search.find(text).into_iter().map(|hit| (hit.kind, hit.id, hit.field)).collect();
                found.sort();
                found
            };
            assert_eq!(told(&search), told(&anew), "{text} after {n}");
        }
    }
    assert!(search.find("zebra").len() >= 6);
}
