//! Programmes and columns that are named without quotation marks.
//!
//! Takes the view, gives …战略, …工程, …行动 right after a verb of pursuit (实施港产联动工程), and the names of columns
//! and campaigns that a headline carries in brackets (【…】, [ … ]).

use std::sync::LazyLock;

use regex::Regex;

use super::view::{Place, View};

/// A name and whether it is a column's.
pub struct Named {
    pub place: Place,
    pub column: bool,
}

static PROGRAMME: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(concat!(
        "(?:实施|推进|开展|启动|落实|践行|深化|打响|推动|加快|组织|部署|打好|打赢|创建|实行|融入)(?:了|好|的)?",
        "([\u{4e00}-\u{9fff}A-Za-z+]{2,8}?(?:战略|行动计划|专项行动|攻坚行动|行动|工程|计划|攻坚战|保卫战|制度改革))",
    ))
    .expect("a fixed pattern")
});

static COLUMN: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("^[ \u{3000}]*[【〔\\[]([^】〕\\]]{3,10})[】〕\\]]|(?:开设|推出|设立)[“「『]([^”」』]{3,10})[”」』](?:专栏|专版|栏目)")
        .expect("a fixed pattern")
});

/// Programmes whose name begins like this are not named but described: 一系列工程, 这项行动.
const VAGUE: [&str; 16] = [
    "一", "这", "该", "有关", "相关", "各", "重大", "重点", "本次", "此次", "多", "全", "项目", "大", "的",
    "新",
];

pub fn named(view: &View) -> Vec<Named> {
    let mut out = Vec::new();
    for (i, block) in view.blocks.iter().enumerate() {
        let passage = &view.page.articles[block.article].blocks[block.block].passage;
        let mut push = |found: regex::Match, column: bool| {
            let (start, end) = block.chars_of(crate::span::Span::new(found.start(), found.end()));
            if !block.masked[start] {
                out.push(Named { place: Place { block: i, start, end }, column });
            }
        };
        for found in PROGRAMME.captures_iter(&passage.text).filter_map(|c| c.get(1)) {
            let vague = VAGUE.iter().any(|v| found.as_str().starts_with(v))
                || found.as_str().contains(['的', '和', '在']);
            if !vague {
                push(found, false);
            }
        }
        if let Some(found) = COLUMN.captures(&passage.text).and_then(|c| c.get(1).or(c.get(2))) {
            push(found, true);
        }
    }
    out
}
