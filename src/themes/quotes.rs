//! Phrases in quotation marks, judged by form and by the words around them.
//!
//! Takes the view, gives every quoted phrase that could be a slogan with the signs of its form and use. Quotes alone are not
//! slogans: “绿灯” and “店小二” pass here with next to nothing, and only recurrence or a headline can lift them.

use super::form::{Form, form};
use super::signs::Sign;
use super::view::{BlockView, Place, View};

pub struct Quoted {
    /// The phrase without its marks.
    pub place: Place,
    pub form: Form,
    /// What the words before and after say.
    pub signs: Vec<Sign>,
}

/// Longest phrase looked at, in characters.
const LONGEST: usize = 32;

pub fn quoted(view: &View) -> Vec<Quoted> {
    let mut out = Vec::new();
    for (i, block) in view.blocks.iter().enumerate() {
        for (start, end) in pairs(&block.chars) {
            if end - start > LONGEST || block.masked[start - 1] {
                continue;
            }
            let text: String = block.chars[start..end].iter().collect();
            if let Some((form, signs)) = form(text.trim()).zip(usage(block, start, end)) {
                out.push(Quoted { place: Place { block: i, start, end }, form, signs });
            }
        }
    }
    out
}

/// The insides of matching quotation marks, inner ones too, in the order in which they close.
pub fn pairs(chars: &[char]) -> Vec<(usize, usize)> {
    let mut open: Vec<(char, usize)> = Vec::new();
    let mut out = Vec::new();
    for (i, &c) in chars.iter().enumerate() {
        let opener = match c {
            '“' | '‘' | '「' | '『' => {
                open.push((c, i));
                // A mark that never closes must not make every later search longer.
                if open.len() > 8 {
                    open.remove(0);
                }
                continue;
            }
            '”' => '“',
            '’' => '‘',
            '」' => '「',
            '』' => '『',
            _ => continue,
        };
        if let Some(n) = open.iter().rposition(|&(mark, _)| mark == opener) {
            let start = open[n].1 + 1;
            open.truncate(n);
            if start < i {
                out.push((start, i));
            }
        }
    }
    out
}

/// What the words around a quotation say of it; none where it names an honour or a body.
fn usage(block: &BlockView, start: usize, end: usize) -> Option<Vec<Sign>> {
    let chars = &block.chars;
    let after: String = chars[(end + 1).min(chars.len())..].iter().take(10).collect();
    let after = after.split(MARKS).next().unwrap_or_default();
    let before: String = chars[start.saturating_sub(9)..start - 1].iter().collect();
    let before = before.rsplit(MARKS).next().unwrap_or_default();
    let near = |words: &[&str], within: usize| {
        words.iter().any(|w| after.find(w).is_some_and(|at| after[..at].chars().count() <= within))
    };
    let ends = |words: &[&str]| words.iter().any(|w| before.ends_with(w));
    if near(&AWARDS, 2) || near(&BODIES, 6) || ends(&HONOURED) {
        return None;
    }
    let signs = [
        (Sign::Programme, near(&PROGRAMMES, 3)),
        (Sign::Occasion, near(&EVENTS, 5)),
        (Sign::Figure, ends(&METAPHOR)),
        (Sign::Pursued, PURSUE.iter().any(|w| before.contains(w))),
    ];
    Some(signs.into_iter().filter(|(_, yes)| *yes).map(|(sign, _)| sign).collect())
}

/// What ends the words around a quotation.
const MARKS: [char; 9] = ['，', '。', '、', '；', '！', '“', '”', ' ', '：'];

/// “…”战略: the quoted phrase names a programme.
const PROGRAMMES: [&str; 27] = [
    "战略", "工程", "行动", "理念", "蓝图", "计划", "模式", "品牌", "精神", "方略", "布局", "思路", "目标",
    "建设", "改革", "机制", "倡议", "主题", "格局", "路径", "政策", "体系", "方针", "口号", "任务", "制度",
    "试点",
];

/// “…”活动: it names an event.
const EVENTS: [&str; 14] = [
    "活动", "会", "论坛", "专栏", "宣传", "招商", "服务", "专项", "培训", "课堂", "讲堂", "比赛", "项目",
    "要求",
];

/// “…”称号: a title of honour.
const AWARDS: [&str; 6] = ["称号", "荣誉", "奖", "之称", "美誉", "证书"];

/// “…”服务队: the name of a body.
const BODIES: [&str; 9] = ["服务队", "志愿队", "公司", "协会", "小组", "合作社", "工作室", "号", "团队"];

/// 当好“…”: what follows is a figure of speech.
const METAPHOR: [&str; 31] = [
    "当好",
    "当",
    "成了",
    "成为",
    "变成",
    "所谓",
    "像",
    "化身",
    "做好",
    "争做",
    "亮起",
    "既当",
    "叫",
    "叫她",
    "叫他",
    "叫它",
    "叫他们",
    "称为",
    "称作",
    "变为",
    "有了",
    "怕",
    "位",
    "名",
    "的",
    "是",
    "些",
    "喊她",
    "喊他",
    "喜欢",
    "遇上",
];

/// 获评“…”: what follows is an honour.
const HONOURED: [&str; 10] = ["获评", "荣获", "入选", "入围", "评为", "获得", "授予", "获", "荣膺", "跻身"];

/// 实施“…”: what follows is pursued.
pub const PURSUE: [&str; 32] = [
    "实施", "推进", "践行", "坚持", "打造", "开展", "弘扬", "贯彻", "擦亮", "落实", "探索", "推行", "聚焦",
    "围绕", "融入", "实现", "启动", "树立", "构建", "推动", "深化", "秉承", "抢抓", "打好", "建设", "创建",
    "发展", "推广", "打响", "争创", "锚定", "奋力",
];
