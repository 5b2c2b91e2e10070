//! Papers as they are submitted: one in English with everything that a paper can hold, one in Arabic, one in Chinese.

use plan_documents::paper::{
    Block, Boxed, Cell, CellParagraph, Column, Head, Labels, Line, Paper, Part, Row, Run, Runs, Table,
};

pub fn plain(text: &str) -> Runs {
    vec![Run::plain(text)]
}

fn line(tag: &str, text: &str, strong: bool) -> Line {
    Line { tag: tag.into(), runs: plain(text), strong }
}

fn boxed(tag: &str, label: &str, paragraphs: &[&str]) -> Boxed {
    Boxed { tag: tag.into(), label: label.into(), paragraphs: paragraphs.iter().map(|text| plain(text)).collect() }
}

pub fn heading(tag: &str, level: u8, number: &str, text: &str) -> Block {
    Block::Heading { tag: tag.into(), level, number: number.into(), runs: plain(text) }
}

pub fn paragraph(tag: &str, number: &str, runs: Runs) -> Block {
    Block::Paragraph { tag: tag.into(), number: number.into(), runs }
}

pub fn dash(tag: &str, text: &str) -> Block {
    Block::Dash { tag: tag.into(), runs: plain(text) }
}

/// A cell of paragraphs; one that begins with "– " is an entry of a list.
pub fn cell(tag: &str, paragraphs: &[&str]) -> Cell {
    let one = |text: &&str| {
        let (dash, text) = text.strip_prefix("– ").map_or((false, *text), |rest| (true, rest));
        CellParagraph { dash, runs: plain(text) }
    };
    Cell { tag: tag.into(), paragraphs: paragraphs.iter().map(one).collect() }
}

pub fn row(tag: &str, cells: Vec<Cell>) -> Row {
    Row { tag: tag.into(), heading: false, cells }
}

pub fn group(tag: &str, text: &str) -> Row {
    Row { tag: tag.into(), heading: true, cells: vec![cell(&format!("{tag}/title"), &[text])] }
}

pub fn columns(all: &[(&str, u32)]) -> Vec<Column> {
    all.iter().map(|(label, share)| Column { label: (*label).into(), share: *share }).collect()
}

fn paper(language: &str, mirrored: bool) -> Paper {
    Paper {
        language: language.into(),
        mirrored,
        at: "2026-11-20T10:30:00Z".parse().expect("a moment"),
        author: "ITU".into(),
        head: Head::default(),
        boxed: Vec::new(),
        parts: Vec::new(),
        labels: Labels {
            page: "Page".into(),
            stale: "not confirmed for more than a year".into(),
            boxed: "Summary of the document".into(),
            head: "Head of the document".into(),
            continued: "continued".into(),
        },
    }
}

/// A paper with everything.
pub fn english() -> Paper {
    let mut paper = paper("en", false);
    paper.head = Head {
        body: plain("Council 2026"),
        session: plain("Geneva, 28 April – 8 May 2026"),
        lines: vec![
            line("paper/agenda", "Agenda item: PL 1.4", false),
            line("paper/symbol", "Document C26/14-E", true),
            line("paper/day", "20 November 2026", true),
            line("paper/language", "Original: English", true),
        ],
        symbol: "C26/14-E".into(),
        author: plain("Report by the Secretary-General"),
        title: plain("Action plan on the Global Digital Compact"),
    };
    paper.boxed = vec![
        boxed(
            "paper/purpose",
            "Purpose",
            &[
                "This document tells the Council what the Union does, and what it plans to do, towards each objective of the Global Digital Compact.",
                "It replaces the plan of last year.",
            ],
        ),
        boxed("paper/action", "Action required", &["The Council is invited to note this document."]),
        boxed("paper/references", "References", &["A/RES/79/1; A/RES/80/173; Documents C24/55, C25/14"]),
    ];
    let figure = Run { text: "2.6 billion".into(), stale: true, tag: "figure/offline/value".into(), ..Run::default() };
    let noted = Run {
        text: "the map of implementation".into(),
        note: Some(Box::new(vec![
            Run::plain("Paragraph 71; see "),
            Run {
                text: "the page of the group".into(),
                link: Some("https://www.itu.int/gdc".into()),
                ..Run::default()
            },
            Run::plain("."),
        ])),
        ..Run::default()
    };
    let link = Run {
        text: "the stocktaking".into(),
        link: Some("https://www.itu.int/wsis/st?a=1&b=2".into()),
        ..Run::default()
    };
    let french =
        Run { text: "Pacte numérique mondial".into(), emphasis: true, language: Some("fr".into()), ..Run::default() };
    let arabic = Run {
        text: "الميثاق الرقمي العالمي".into(),
        language: Some("ar".into()),
        mirrored: Some(true),
        ..Run::default()
    };
    let body = vec![
        heading("block/1/text", 1, "1", "Where the work stands"),
        paragraph(
            "block/2/text",
            "1.1",
            vec![
                Run::plain("Some "),
                figure,
                Run::plain(" people are not connected. The Union keeps "),
                noted,
                Run::plain(" with "),
                link,
                Run::plain(", under the names "),
                french,
                Run::plain(" and "),
                arabic,
                Run::plain("."),
            ],
        ),
        paragraph(
            "block/3/text",
            "1.2",
            vec![
                Run::strong("Three things"),
                Run::plain(
                    " are asked of the membership, each with a day by which it is to be done, so that the report to the General Assembly can be written in time:",
                ),
            ],
        ),
        dash("block/4/text", "names of focal points for each of the five objectives, by the end of the session;"),
        dash(
            "block/5/text",
            "figures on schools that are connected, from every region, in the form that the sector has sent to the administrations in spring;",
        ),
        dash("block/6/text", "comments on the draft of the map."),
        heading("block/7/text", 2, "1.3", "Coordination"),
        paragraph(
            "block/8/text",
            "",
            plain(
                "A paragraph without a number stands at the margin, as in the first documents of a session, and is as wide as the page allows.",
            ),
        ),
        heading("block/9/text", 3, "", "A heading without a number"),
        Block::Table(Table {
            tag: "block/10".into(),
            caption: plain("Table 1: Meetings"),
            summary: "Two meetings with their days and places".into(),
            columns: columns(&[("Meeting", 3), ("Days", 2)]),
            rows: vec![
                row("event/a", vec![cell("event/a/title", &["WSIS Forum"]), cell("event/a/date", &["6–10 July 2026"])]),
                row("event/b", vec![cell("event/b/title", &["AI for Good"]), cell("", &[])]),
            ],
        }),
        Block::Remark { runs: plain("Rows that are still in draft are left out: 3.") },
    ];
    let annex = vec![
        heading("", 1, "", "Annex: what the Union does for each objective"),
        Block::Table(Table {
            tag: "block/11".into(),
            caption: plain("Table 2: Objectives, the WSIS process and activities"),
            summary: "For each objective of the Compact the action lines and activities that serve it".into(),
            columns: columns(&[
                ("Objective", 5),
                ("WSIS process", 8),
                ("Activities of the Union", 9),
                ("By", 3),
                ("Status", 3),
            ]),
            rows: vec![
                group("objective/1", "Objective 1: Close all digital divides"),
                row(
                    "commitment/1",
                    vec![
                        cell("commitment/1/title", &["Connect every school and hospital"]),
                        cell("commitment/1/lines", &["– C2: infrastructure", "– C7: e-learning, with UNESCO"]),
                        cell(
                            "commitment/1/text",
                            &[
                                "Giga maps schools, models what a connection costs and finds money for it.",
                                "Together with UNICEF:",
                                "– maps of 140 countries",
                                "– finance for 30",
                            ],
                        ),
                        cell("commitment/1/end", &["2030"]),
                        Cell {
                            tag: "commitment/1/status".into(),
                            paragraphs: vec![CellParagraph {
                                dash: false,
                                runs: vec![Run { text: "on track".into(), stale: true, ..Run::default() }],
                            }],
                        },
                    ],
                ),
                row(
                    "commitment/2",
                    vec![
                        cell(
                            "commitment/2/title",
                            &["Targets and indicators for universal and meaningful connectivity"],
                        ),
                        cell("commitment/2/lines", &["C2"]),
                        cell(
                            "commitment/2/text",
                            &["Indicators are agreed at the World Telecommunication/ICT Indicators Symposium."],
                        ),
                        cell("commitment/2/end", &["2027"]),
                        cell("commitment/2/status", &["planned"]),
                    ],
                ),
                group("objective/5", "Objective 5: Enhance international governance of artificial intelligence"),
                row(
                    "commitment/3",
                    vec![
                        cell("commitment/3/title", &["Standards on artificial intelligence"]),
                        cell("", &[]),
                        cell("commitment/3/text", &["A hundred standards are in force, and more are on the way."]),
                        cell("commitment/3/end", &["to be confirmed"]),
                        cell("commitment/3/status", &["ongoing"]),
                    ],
                ),
            ],
        }),
    ];
    paper.parts = vec![Part { landscape: false, blocks: body }, Part { landscape: true, blocks: annex }];
    paper
}

/// The same paper a year later: something of every kind changed.
pub fn later() -> Paper {
    let mut paper = english();
    paper.at = "2027-02-01T08:00:00Z".parse().expect("a moment");
    paper.head.symbol = "C26/14(Rev.1)-E".into();
    paper.head.lines[1] = line("paper/symbol", "Revision 1 to Document C26/14-E", true);
    paper.head.lines[2] = line("paper/day", "1 February 2027", true);
    paper.boxed[0].paragraphs = vec![plain(
        "This document tells the Council what the Union does towards each objective of the Global Digital Compact.",
    )];
    paper.boxed.remove(2);
    paper.boxed.insert(1, boxed("paper/finance", "Financial implications", &["None."]));
    let blocks = &mut paper.parts[0].blocks;
    if let Block::Paragraph { runs, .. } = &mut blocks[1] {
        runs[1] = Run { text: "2.2 billion".into(), tag: "figure/offline/value".into(), ..Run::default() };
        runs[3].note = Some(Box::new(plain("Paragraph 71; see the page of the working group.")));
    }
    blocks[4] = paragraph("block/5/text", "", plain("figures on schools that are connected, from every region;"));
    blocks.remove(5);
    blocks.insert(6, paragraph("block/12/text", "1.4", plain("A new paragraph.")));
    if let Block::Table(table) = &mut paper.parts[1].blocks[1] {
        table.columns[0].label = "Objective of the Compact".into();
        table.columns[3].label = "Year".into();
        table.rows[1].cells[2] = cell(
            "commitment/1/text",
            &[
                "Giga maps schools and finds money for them.",
                "– maps of 150 countries",
                "– finance for 30",
                "A word at the end",
            ],
        );
        table.rows[1].cells[1] = cell("commitment/1/lines", &["– C2: infrastructure"]);
        table.rows.remove(2);
        let fields = ["title", "lines", "text", "end", "status"];
        let cells = fields.map(|field| cell(&format!("commitment/4/{field}"), &["new"]));
        table.rows.push(row("commitment/4", cells.to_vec()));
    }
    paper
}

/// A paper in Arabic.
pub fn arabic() -> Paper {
    let mut paper = paper("ar", true);
    paper.labels.page = "الصفحة".into();
    paper.labels.stale = "لم يؤكد منذ أكثر من سنة".into();
    paper.head = Head {
        body: plain("المجلس 2026"),
        session: plain("جنيف، 28 أبريل - 8 مايو 2026"),
        lines: vec![
            line("paper/agenda", "بند جدول الأعمال: PL 1.4", false),
            line("paper/symbol", "الوثيقة C26/14-A", true),
            line("paper/day", "20 نوفمبر 2026", true),
            line("paper/language", "الأصل: بالإنكليزية", true),
        ],
        symbol: "C26/14-A".into(),
        author: plain("تقرير من الأمين العام"),
        title: plain("خطة العمل بشأن الميثاق الرقمي العالمي"),
    };
    paper.boxed = vec![
        boxed("paper/purpose", "الغرض", &["تعرض هذه الوثيقة ما يقوم به الاتحاد من أجل كل هدف من أهداف الميثاق."]),
        boxed("paper/action", "الإجراء المطلوب", &["يدعى المجلس إلى الإحاطة علماً بهذه الوثيقة."]),
        boxed("paper/references", "المراجع", &["القرار A/RES/79/1 (الملحق الأول)"]),
    ];
    let stale = Run { text: "2,6 مليار".into(), stale: true, ..Run::default() };
    let english = Run {
        text: "Partner2Connect (P2C)".into(),
        language: Some("en".into()),
        mirrored: Some(false),
        ..Run::default()
    };
    paper.parts = vec![
        Part {
            landscape: false,
            blocks: vec![
                heading("block/1/text", 1, "1", "حالة العمل"),
                paragraph(
                    "block/2/text",
                    "1.1",
                    vec![
                        Run::plain("لا يزال "),
                        stale,
                        Run::plain(" شخص غير موصولين بالإنترنت، كما جاء في القرار A/RES/79/1 وفي "),
                        english,
                        Run::plain("."),
                    ],
                ),
                dash("block/3/text", "أسماء المنسقين لكل هدف من الأهداف الخمسة؛"),
                dash("block/4/text", "بيانات المدارس الموصولة بحلول عام 2030."),
            ],
        },
        Part {
            landscape: true,
            blocks: vec![Block::Table(Table {
                tag: "block/5".into(),
                caption: plain("الجدول 1: الأهداف والأنشطة"),
                summary: "الأهداف وما يخدمها".into(),
                columns: columns(&[("الهدف", 4), ("عملية القمة العالمية", 5), ("أنشطة الاتحاد", 6), ("الموعد", 2)]),
                rows: vec![
                    group("objective/1", "الهدف 1: سد جميع الفجوات الرقمية"),
                    row(
                        "commitment/1",
                        vec![
                            cell("commitment/1/title", &["توصيل كل مدرسة"]),
                            cell("commitment/1/lines", &["– خط العمل C2", "– خط العمل C7"]),
                            cell("commitment/1/text", &["مبادرة Giga مع اليونيسف"]),
                            cell("commitment/1/end", &["2030"]),
                        ],
                    ),
                ],
            })],
        },
    ];
    paper
}

/// A paper in Chinese.
pub fn chinese() -> Paper {
    let mut paper = paper("zh", false);
    paper.head = Head {
        body: plain("理事会2026年会议"),
        session: plain("2026年4月28日-5月8日，日内瓦"),
        lines: vec![line("", "文件 C26/14-C", true), line("", "2026年11月20日", true), line("", "原文：英文", true)],
        symbol: "C26/14-C".into(),
        author: plain("秘书长的报告"),
        title: plain("全球数字契约行动计划"),
    };
    paper.boxed = vec![
        boxed("", "目的", &["本文件介绍国际电联为落实《全球数字契约》各项目标所开展的工作。"]),
        boxed("", "需采取的行动", &["请理事会将本文件记录在案。"]),
    ];
    paper.parts = vec![Part {
        landscape: false,
        blocks: vec![
            heading("block/1/text", 1, "1", "工作进展"),
            paragraph(
                "block/2/text",
                "1.1",
                plain(
                    "仍有26亿人没有接入互联网。国际电联与UNICEF一道通过Giga倡议连通学校，并在WSIS进程中跟进各行动方面。",
                ),
            ),
            Block::Table(Table {
                tag: "block/3".into(),
                caption: plain("表1：目标与活动"),
                summary: String::new(),
                columns: columns(&[("目标", 1), ("活动", 2)]),
                rows: vec![row(
                    "commitment/1",
                    vec![
                        cell("commitment/1/title", &["弥合所有数字鸿沟"]),
                        cell("commitment/1/text", &["– 学校互联", "– 数字技能"]),
                    ],
                )],
            }),
        ],
    }];
    paper
}
