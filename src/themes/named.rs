//! Themes that are named without quotation marks.
//!
//! Takes the view and the names, gives what patterns of a few words find: programmes and goals right after a verb of pursuit
//! (推行首席质量官制度, 建设书香棠州), events and short forms (第三届和美乡村篮球赛, 简称瓷博会), columns in brackets, an
//! epithet before a place (清廉明溪), and parallel phrases (人民至上、生命至上).

use std::collections::HashSet;
use std::sync::LazyLock;

use regex::Regex;

use crate::page::{Page, Role};
use crate::tags::epithets::{EPITHETS, is_epithet};

use super::names::{Name, Names};
use super::pack;
use super::signs::Sign;
use super::view::{BlockView, Place, View, is_han, is_word_char};

/// A phrase and what says that it is one.
pub struct Named {
    pub place: Place,
    pub signs: Vec<Sign>,
}

pub fn named(view: &View, names: &Names) -> Vec<Named> {
    let mut out = Vec::new();
    for (i, block) in view.blocks.iter().enumerate() {
        let mut push = |start: usize, end: usize, signs: Vec<Sign>| {
            if start < end && !block.masked[start] {
                out.push(Named { place: Place { block: i, start, end }, signs });
            }
        };
        let text: String = block.chars.iter().collect();
        matches(&text, &mut push);
        for at in 0..block.chars.len() {
            if let Some((start, end, closed)) = goal(block, at) {
                push(
                    start,
                    end,
                    if closed { vec![Sign::Pursued, Sign::Programme] } else { vec![Sign::Pursued] },
                );
            }
            if block.chars[at] == '、' {
                parallel(block, at)
                    .into_iter()
                    .for_each(|(start, end)| push(start, end, vec![Sign::Parallel]));
            }
        }
        for &Name { start, end, .. } in names[i].iter().filter(|name| name.place) {
            if let Some(from) = epithet(&block.chars[..start]) {
                push(start - from, end, vec![Sign::Attributed]);
            }
        }
    }
    out
}

static EVENT: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("(?:第[一二三四五六七八九十百0-9]{1,3}届|简称[“为]?)([\u{4e00}-\u{9fff}]{2,12}?(?:大会|博览会|博会|年会|峰会|论坛|展会|艺术节|文化节|节|联赛|邀请赛|锦标赛|篮球赛|足球赛|挑战赛|大赛|赛|马拉松))")
        .expect("a fixed pattern")
});

static COLUMN: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("^ *[【〔\\[]([^】〕\\]]{3,10})[】〕\\]]|(?:开设|推出|设立)[“「『]([^”」』]{3,10})[”」』](?:专栏|专版|栏目)")
        .expect("a fixed pattern")
});

/// The names of columns, which mostly stand by themselves: in notes and outside any article.
pub fn columns(page: &Page) -> impl Iterator<Item = &str> {
    let notes =
        page.blocks().filter(|(_, _, block)| block.role == Role::Note).map(|(_, _, block)| &block.passage);
    let texts = notes.chain(page.unplaced.iter().map(|block| &block.passage));
    texts.filter_map(|text| {
        COLUMN.captures(&text.text).and_then(|c| c.get(1).or(c.get(2))).map(|found| found.as_str())
    })
}

/// What regular expressions find, in characters of the block.
fn matches(text: &str, push: &mut impl FnMut(usize, usize, Vec<Sign>)) {
    // Matches come in order, so characters are counted once.
    let (mut byte, mut at) = (0, 0);
    let mut give = |found: regex::Match, sign: Sign| {
        if found.start() < byte {
            (byte, at) = (0, 0);
        }
        at += text[byte..found.start()].chars().count();
        byte = found.start();
        push(at, at + found.as_str().chars().count(), vec![sign]);
    };
    for found in EVENT.captures_iter(text).filter_map(|c| c.get(1)) {
        give(found, Sign::Event);
    }
    if let Some(found) = COLUMN.captures(text).and_then(|c| c.get(1).or(c.get(2))) {
        give(found, Sign::Column);
    }
}

/// 推行, 打造: what follows is a goal. Each of two characters.
const VERBS: &str = "实施 推进 推行 推动 开展 启动 落实 践行 深化 打响 打造 建设 创建 争创 争当 构建 发展 培育 弘扬 坚持 聚焦 \
                     围绕 探索 优化 唱响 擦亮 打赢 打好 融入 组织 建成 推广 参与 试行 奋力 锚定 举办 叫响 共建 创造 繁荣 参加";

static PURSUE: LazyLock<Vec<[char; 2]>> = LazyLock::new(|| {
    VERBS
        .split_whitespace()
        .map(|verb| verb.chars().collect::<Vec<_>>()[..].try_into().expect("two characters"))
        .collect()
});

/// What closes the name of a programme and, first, what belongs to the name.
const KEPT: &str = "行动计划 专项行动 行动 工程 计划 攻坚战 保卫战 大会战";
const DROPPED: &str = "战略 改革 制度 试点 政策 措施 机制 模式 工作 活动 建设 发展 理念 体系 以来 以后 之后 项目 经验 品牌 服务 布局 条例";

/// No name of a goal or a programme is longer, in characters.
const LONGEST: usize = 14;

/// The goal after a verb that ends at `at`: its characters, and whether a word as 战略 or 工程 closes it.
fn goal(block: &BlockView, at: usize) -> Option<(usize, usize, bool)> {
    let verb = [*block.chars.get(at)?, *block.chars.get(at + 1)?];
    if !PURSUE.contains(&verb) || !block.parts_words(at) || !block.parts_words(at + 2) {
        return None;
    }
    let mut start = at + 2;
    while matches!(block.chars.get(start), Some('了' | '好' | '着' | '完' | '过'))
        && block.parts_words(start + 1)
    {
        start += 1;
    }
    let mut end = start;
    let first = block.words.partition_point(|&w| w <= start);
    for &next in block.words[first..].iter().take_while(|&&next| next <= start + LONGEST) {
        let word = &block.chars[end..next];
        let text: String = word.iter().collect();
        let counts = end > start && "一二两三四五六七八九十百千0123456789".contains(word[0]);
        let over = matches!(word, ['后' | '时' | '前' | '地' | '说']);
        let stops = pack::is_stop_word(&text) && text != "并";
        if counts || over || stops || !word.iter().all(|&c| is_word_char(c)) {
            break;
        }
        if end > start && DROPPED.split(' ').any(|tail| text == tail) {
            return fits(block, start, end).then_some((start, end, true));
        }
        end = next;
        if end - start > 4 && KEPT.split(' ').any(|tail| text == tail) {
            return fits(block, start, end).then_some((start, end, true));
        }
    }
    fits(block, start, end).then_some((start, end, false))
}

/// Words that go on with a report, not with a name: 实施情况, 推进过程中.
const VAGUE: [&str; 8] = ["情况", "过程", "方案", "办法", "意见", "步伐", "期间", "进度"];

/// Whether a goal has the length and the beginning of a name: not 一系列活动, 这项工程.
fn fits(block: &BlockView, start: usize, end: usize) -> bool {
    let chars = &block.chars[start..end];
    let vague = "这该有相各重本此多全大新其每更让把被将我两三二四五六七八九十第不与以上下好型化性式";
    // 一站式, 一刻钟 are names; 一批, 一座 are counts.
    let counted =
        chars.len() > 1 && chars[0] == '一' && "批系个座条些种项次场支家套年名位定".contains(chars[1]);
    (3..=9).contains(&chars.len())
        && !VAGUE.iter().any(|word| word.chars().eq(chars.iter().copied().take(2)))
        && chars.iter().filter(|&&c| is_han(c)).count() >= 3
        && (chars.len() == 4 || chars.len() == 5 || !vague.contains(chars[0]))
        && !counted
        && !chars.iter().any(|c| "的和在及与或我你他".contains(*c))
}

/// Two halves of one length around the mark at `at` that share a character in its place: 人民至上、生命至上.
fn parallel(block: &BlockView, at: usize) -> Option<(usize, usize)> {
    let chars = &block.chars;
    let run = |i: &usize| is_han(chars[*i]);
    let right = (at + 1..chars.len()).take(7).take_while(run).count();
    let left = (0..at).rev().take(7).take_while(run).count();
    (4..=6).rev().find_map(|length| {
        if left < length || right < length || chars.get(at + 1 + length) == Some(&'、') {
            return None;
        }
        let (start, end) = (at - length, at + 1 + length);
        let (a, b) = (&chars[start..at], &chars[at + 1..end]);
        let alike = a.iter().zip(b).filter(|(a, b)| a == b).count();
        let before: String = chars[start.saturating_sub(2)..start].iter().collect();
        let opens = left == length || VERBS.contains(&before) && before.chars().count() == 2;
        let closes = right == length
            || block.parts_words(end) && DROPPED.contains(&chars[end..].iter().take(2).collect::<String>());
        (opens && closes && (1..length).contains(&alike) && chars.get(start.wrapping_sub(1)) != Some(&'、'))
            .then_some((start, end))
    })
}

/// Whether a phrase is an epithet and one of these short names of places: 清廉明溪, where the page has 明溪市.
pub fn is_attributed(phrase: &str, places: &HashSet<String>) -> bool {
    EPITHETS.iter().any(|epithet| phrase.strip_prefix(epithet).is_some_and(|rest| places.contains(rest)))
}

/// How many characters of an epithet end here.
fn epithet(before: &[char]) -> Option<usize> {
    is_epithet(&before[before.len().saturating_sub(2)..]).then_some(2)
}
