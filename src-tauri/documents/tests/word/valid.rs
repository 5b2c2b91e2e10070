//! The schema's word on what is written.

use plan_documents::word;

use crate::validator::{complaints, validator};
use crate::{hostile, sample};

#[test]
fn the_schema_has_no_complaint() {
    let Some(script) = validator() else {
        eprintln!("the node modules are not installed: no validator");
        return;
    };
    let watch = &|_: f64| true;
    let (english, later) = (sample::english(), sample::later());
    let all = [
        ("english", word::write(&english, watch)),
        ("later", word::write(&later, watch)),
        ("arabic", word::write(&sample::arabic(), watch)),
        ("chinese", word::write(&sample::chinese(), watch)),
        ("hostile", word::write(&hostile::paper(), watch)),
        ("redline", word::redline(&english, &later, "Legal Affairs", watch)),
        ("back", word::redline(&later, &english, "Legal Affairs", watch)),
        ("translated", word::redline(&english, &sample::arabic(), "Legal Affairs", watch)),
        ("hostile-redline", word::redline(&english, &hostile::paper(), "\u{202e}<&\u{7}\"", watch)),
    ];
    for (name, bytes) in all {
        assert_eq!(complaints(&script, &format!("{name}.docx"), &bytes.expect(name)), "", "{name}");
    }
}
