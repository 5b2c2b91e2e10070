//! Pictures of documents: the PDF of the starter plan's document in three languages, and one of Chinese words.
use std::path::Path;
use std::{env, fs};

use serde_json::json;

use crate::setup;
use crate::shell::{self, Outcome, cargo};

/// Dots per inch: a page of A4 is as wide as a column of a web page.
const DOTS: &str = "80";

/// Saves pictures of pages into a folder that is there.
pub fn pictures(folder: &Path) -> Outcome {
    setup::papers()?;
    shell::run(cargo(&["build", "--package", "gdcplan"]))?;
    let work = shell::target().join("papers");
    fs::create_dir_all(&work).map_err(|error| format!("{}: {error}", work.display()))?;
    let plan = work.join("plan.gdcplan");
    let _ = fs::remove_file(&plan);
    gdcplan(&["new", text(&plan)?])?;
    for (name, language, pages) in [("english", "en", &[1, 5][..]), ("french", "fr", &[1]), ("arabic", "ar", &[1, 6])] {
        let pdf = work.join(format!("{name}.pdf"));
        gdcplan(&["export", text(&plan)?, text(&pdf)?, "--lang", language])?;
        for page in pages {
            picture(&pdf, *page, &folder.join(format!("pdf-{name}-{page}")))?;
        }
    }
    chinese(&plan)?;
    let pdf = work.join("chinese.pdf");
    gdcplan(&["export", text(&plan)?, text(&pdf)?, "--document", "C27/INF/9", "--lang", "en"])?;
    picture(&pdf, 1, &folder.join("pdf-chinese-1"))
}

/// A document whose words are Chinese; those of the document itself are English, as there are no others yet.
fn chinese(plan: &Path) -> Outcome {
    let document = json!({ "fields": {
        "title": "全球数字契约行动计划", "body": "国际电联理事会", "session": "2027年会议，日内瓦", "symbol": "C27/INF/9",
        "original_language": "zh", "author": "秘书长的报告", "action_required": "请理事会将本文件记录在案。",
        "purpose": "本文件介绍国际电联为落实《全球数字契约》各项目标所开展的工作。",
    } });
    call(plan, "document_create", &document)?;
    for fields in [
        json!({ "kind": "heading", "level": 1, "numbered": true, "text": "工作进展" }),
        json!({ "kind": "paragraph", "numbered": true, "text": "仍有26亿人没有接入互联网。国际电联与UNICEF一道通过Giga倡议连通学校[^: 见联合国大会第79/1号决议。]，并在WSIS进程中跟进各行动方面。" }),
        json!({ "kind": "dash", "text": "弥合所有数字鸿沟，加快实现各项可持续发展目标\n扩大数字经济的包容性，惠及所有人" }),
        json!({ "kind": "milestones", "caption": "Milestones", "holds": "WSIS" }),
    ] {
        call(plan, "block_add", &json!({ "document": "C27/INF/9", "fields": fields }))?;
    }
    Ok(())
}

fn call(plan: &Path, command: &str, arguments: &serde_json::Value) -> Outcome {
    gdcplan(&["call", text(plan)?, command, &arguments.to_string()])
}

fn gdcplan(arguments: &[&str]) -> Outcome {
    let program = shell::target().join("debug").join(format!("gdcplan{}", env::consts::EXE_SUFFIX));
    shell::read(shell::command(text(&program)?, arguments)).map(drop)
}

fn picture(pdf: &Path, page: u32, to: &Path) -> Outcome {
    let page = page.to_string();
    shell::run(shell::command(
        "pdftoppm",
        &["-r", DOTS, "-f", &page, "-l", &page, "-singlefile", "-png", text(pdf)?, text(to)?],
    ))
}

fn text(path: &Path) -> Outcome<&str> {
    path.to_str().ok_or_else(|| format!("{} is not text", path.display()))
}
