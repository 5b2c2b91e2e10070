//! The package around the body: its parts, how they hang together, properties. What is the same in every document lies
//! beside this file as it is written.

use std::io::{Cursor, Write};

use chrono::{DateTime, Datelike, SecondsFormat, Utc};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use crate::paper::Paper;
use crate::{Fault, Result, Watch, inert, reached};

use super::languages::{Languages, sound};
use super::runs::{Links, Pen};
use super::sheet::Sheet;
use super::xml::{Attribute, Xml};
use super::{Author, body};

const CONTENT_TYPES: &str = include_str!("content_types.xml");
const PACKAGE: &str = include_str!("package.xml");
const APPLICATION: &str = include_str!("application.xml");
const STYLES: &str = include_str!("styles.xml");
const NUMBERING: &str = include_str!("numbering.xml");
const FONTS: &str = include_str!("fonts.xml");

const WORD: Attribute<'_> = ("xmlns:w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main");
const RELATIONS: Attribute<'_> = ("xmlns:r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships");
/// Names of newer versions of Word, which older ones are told to pass over.
const NEWER: [Attribute<'_>; 3] = [
    ("xmlns:mc", "http://schemas.openxmlformats.org/markup-compatibility/2006"),
    ("xmlns:w15", "http://schemas.microsoft.com/office/word/2012/wordml"),
    ("mc:Ignorable", "w15"),
];
const ROOT: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

/// Longest text of a property.
const PROPERTY: usize = 255;
/// How hard the parts are packed: what is gained beyond is small, what it costs is not.
const PACKED: i64 = 3;

/// Writes the whole package.
///
/// # Errors
/// `Stopped`, where it was asked to; `Broken`, where the library of zips failed.
pub(super) fn document(
    paper: &Paper,
    sheet: &Sheet<'_>,
    author: Author,
    watch: Watch<'_>,
    done: f64,
) -> Result<Vec<u8>> {
    let mut package = Package { zip: ZipWriter::new(Cursor::new(Vec::new())) };
    for (name, content) in [
        ("[Content_Types].xml", CONTENT_TYPES),
        ("_rels/.rels", PACKAGE),
        ("docProps/app.xml", APPLICATION),
        ("word/numbering.xml", NUMBERING),
        ("word/fontTable.xml", FONTS),
    ] {
        package.part(name, content.as_bytes())?;
    }
    let languages = Languages::of(&paper.language);
    package.part("docProps/core.xml", &core(paper)?)?;
    package.part("word/styles.xml", styles(&languages).as_bytes())?;
    package.part("word/settings.xml", &settings(&languages)?)?;
    let rooted = |name: &str| {
        let mut xml = Xml::declared();
        xml.open(name, &[WORD, RELATIONS, NEWER[0], NEWER[1], NEWER[2]]);
        xml
    };
    let mut pen = Pen::new(paper, author, rooted("w:document"), rooted("w:footnotes"));
    separators(&mut pen);
    package.begin("word/document.xml")?;
    body::body(&mut pen, sheet, |bytes| package.zip.write_all(bytes).map_err(Fault::of), watch, done)?;
    pen.xml.close("w:document");
    package.more(&pen.xml.take()?)?;
    package.part("word/header1.xml", &page_head(&mut pen, sheet)?)?;
    package.part("word/header2.xml", &blank_head(&pen)?)?;
    package.part("word/footer1.xml", &page_foot(&pen)?)?;
    let mut left = pen.put_down();
    left.notes.close("w:footnotes");
    package.part("word/footnotes.xml", &left.notes.take()?)?;
    package.part("word/_rels/document.xml.rels", &relations(OWN, &left.links[0])?)?;
    package.part("word/_rels/footnotes.xml.rels", &relations(&[], &left.links[1])?)?;
    reached(watch, 1.0)?;
    package.zip.finish().map(Cursor::into_inner).map_err(Fault::of)
}

struct Package {
    zip: ZipWriter<Cursor<Vec<u8>>>,
}

impl Package {
    fn begin(&mut self, name: &str) -> Result<()> {
        // The time is that of no clock: equal papers give equal bytes.
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .compression_level(Some(PACKED))
            .last_modified_time(zip::DateTime::default());
        self.zip.start_file(name, options).map_err(Fault::of)
    }

    fn more(&mut self, bytes: &[u8]) -> Result<()> {
        self.zip.write_all(bytes).map_err(Fault::of)
    }

    fn part(&mut self, name: &str, bytes: &[u8]) -> Result<()> {
        self.begin(name)?;
        self.more(bytes)
    }
}

/// The body's own relations: id, kind, target.
const OWN: &[(&str, &str, &str)] = &[
    ("styles", "styles", "styles.xml"),
    ("numbering", "numbering", "numbering.xml"),
    ("settings", "settings", "settings.xml"),
    ("fonts", "fontTable", "fontTable.xml"),
    ("notes", "footnotes", "footnotes.xml"),
    ("head", "header", "header1.xml"),
    ("blank", "header", "header2.xml"),
    ("foot", "footer", "footer1.xml"),
];

fn relations(own: &[(&str, &str, &str)], links: &Links) -> Result<Vec<u8>> {
    let mut xml = Xml::declared();
    xml.open("Relationships", &[("xmlns", "http://schemas.openxmlformats.org/package/2006/relationships")]);
    for (id, kind, target) in own {
        xml.empty("Relationship", &[("Id", id), ("Type", &format!("{ROOT}{kind}")), ("Target", target)]);
    }
    for (at, address) in links.met.iter().enumerate() {
        let (id, kind) = (format!("link{}", at + 1), format!("{ROOT}hyperlink"));
        xml.empty("Relationship", &[("Id", &id), ("Type", &kind), ("Target", address), ("TargetMode", "External")]);
    }
    xml.close("Relationships");
    xml.take()
}

/// The two footnotes that are none: the lines above those of a page, and of a page that goes on with them.
fn separators(pen: &mut Pen<'_>) {
    pen.beside(|xml| {
        for (id, kind, name) in
            [("-1", "separator", "w:separator"), ("0", "continuationSeparator", "w:continuationSeparator")]
        {
            xml.open("w:footnote", &[("w:type", kind), ("w:id", id)]);
            xml.open("w:p", &[]);
            xml.open("w:pPr", &[]);
            xml.empty("w:spacing", &[("w:after", "0"), ("w:line", "240"), ("w:lineRule", "auto")]);
            xml.close("w:pPr");
            xml.open("w:r", &[]);
            xml.empty(name, &[]);
            xml.close("w:r");
            xml.close("w:p");
            xml.close("w:footnote");
        }
    });
}

/// The head of all pages but the first: the symbol.
fn page_head(pen: &mut Pen<'_>, sheet: &Sheet<'_>) -> Result<Vec<u8>> {
    pen.xml = Xml::declared();
    pen.xml.open("w:hdr", &[WORD, RELATIONS]);
    pen.par(&sheet.head, "");
    pen.xml.close("w:hdr");
    pen.xml.take()
}

fn blank_head(pen: &Pen<'_>) -> Result<Vec<u8>> {
    let mut xml = Xml::declared();
    xml.open("w:hdr", &[WORD, RELATIONS]);
    line(&mut xml, "Header", pen.mirrored, |_| {});
    xml.close("w:hdr");
    xml.take()
}

/// The foot of all pages: the number of the page.
fn page_foot(pen: &Pen<'_>) -> Result<Vec<u8>> {
    const KEPT: &[Attribute<'_>] = &[("xml:space", "preserve")];
    let mut xml = Xml::declared();
    xml.open("w:ftr", &[WORD, RELATIONS]);
    line(&mut xml, "Footer", pen.mirrored, |xml| {
        let run = |xml: &mut Xml, text: &str, mirrored: bool| {
            xml.open("w:r", &[]);
            if mirrored {
                xml.open("w:rPr", &[]);
                xml.empty("w:rtl", &[]);
                xml.close("w:rPr");
            }
            xml.leaf("w:t", KEPT, text);
            xml.close("w:r");
        };
        let label = inert::shown(&pen.labels.page).replace(['\n', '\t'], " ");
        if !label.is_empty() {
            run(xml, &format!("{label} "), pen.mirrored);
        }
        // "1/8" is read from the left everywhere: a stroke that runs from the right would turn it.
        for (field, before) in [("PAGE", ""), ("NUMPAGES", "/")] {
            if !before.is_empty() {
                run(xml, before, false);
            }
            xml.open("w:fldSimple", &[("w:instr", field)]);
            run(xml, "1", false);
            xml.close("w:fldSimple");
        }
    });
    xml.close("w:ftr");
    xml.take()
}

fn line(xml: &mut Xml, style: &str, mirrored: bool, content: impl FnOnce(&mut Xml)) {
    xml.open("w:p", &[]);
    xml.open("w:pPr", &[]);
    xml.val("w:pStyle", style);
    if mirrored {
        xml.empty("w:bidi", &[]);
    }
    xml.close("w:pPr");
    content(xml);
    xml.close("w:p");
}

/// Title, who wrote it, when and in which language.
fn core(paper: &Paper) -> Result<Vec<u8>> {
    let mut xml = Xml::declared();
    xml.open(
        "cp:coreProperties",
        &[
            ("xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"),
            ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
            ("xmlns:dcterms", "http://purl.org/dc/terms/"),
            ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
        ],
    );
    let title: String = paper.head.title.iter().map(|run| run.text.as_str()).collect();
    let author = property(&paper.author);
    xml.leaf("dc:title", &[], &property(&title));
    xml.leaf("dc:creator", &[], &author);
    xml.leaf("cp:lastModifiedBy", &[], &author);
    let at = moment(paper.at);
    for name in ["dcterms:created", "dcterms:modified"] {
        xml.leaf(name, &[("xsi:type", "dcterms:W3CDTF")], &at);
    }
    if let Some(language) = sound(&paper.language) {
        xml.leaf("dc:language", &[], language);
    }
    xml.close("cp:coreProperties");
    xml.take()
}

/// Text of a property: one line, and not too long.
pub(super) fn property(text: &str) -> String {
    let shown = inert::shown(text).replace(['\n', '\t'], " ");
    inert::cut(&shown, PROPERTY).0.to_owned()
}

/// A moment as properties and changes have it; one that they cannot have is the first day that zips know.
pub(super) fn moment(at: DateTime<Utc>) -> String {
    if (1601..=9999).contains(&at.year()) {
        at.to_rfc3339_opts(SecondsFormat::Secs, true)
    } else {
        "1980-01-01T00:00:00Z".to_owned()
    }
}

fn styles(languages: &Languages) -> String {
    STYLES
        .replace("{latin}", &languages.latin)
        .replace("{eastern}", &languages.eastern)
        .replace("{mirrored}", &languages.mirrored)
}

fn settings(languages: &Languages) -> Result<Vec<u8>> {
    let mut xml = Xml::declared();
    xml.open("w:settings", &[WORD]);
    xml.empty("w:zoom", &[("w:percent", "100")]);
    xml.val("w:defaultTabStop", "567");
    xml.val("w:characterSpacingControl", "doNotCompress");
    xml.open("w:footnotePr", &[]);
    xml.empty("w:footnote", &[("w:id", "-1")]);
    xml.empty("w:footnote", &[("w:id", "0")]);
    xml.close("w:footnotePr");
    xml.open("w:compat", &[]);
    for (name, value) in [
        ("compatibilityMode", "15"),
        ("overrideTableStyleFontSizeAndJustification", "1"),
        ("enableOpenTypeFeatures", "1"),
        ("doNotFlipMirrorIndents", "1"),
    ] {
        let uri = "http://schemas.microsoft.com/office/word";
        xml.empty("w:compatSetting", &[("w:name", name), ("w:uri", uri), ("w:val", value)]);
    }
    xml.close("w:compat");
    xml.empty("w:themeFontLang", &languages.attributes());
    xml.val("w:decimalSymbol", ".");
    xml.val("w:listSeparator", ",");
    xml.close("w:settings");
    xml.take()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_have_four_digits_of_year() {
        assert_eq!(moment("2026-11-29T09:00:00.5Z".parse().unwrap()), "2026-11-29T09:00:00Z");
        assert_eq!(moment(DateTime::<Utc>::MAX_UTC), "1980-01-01T00:00:00Z");
    }
}
