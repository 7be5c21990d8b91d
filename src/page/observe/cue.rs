//! Words by which a short line says what it is.
//!
//! Takes the text of a fragment; gives one hint for the model to weigh with what stands around it. What form alone decides is in
//! `page::rules`, some of whose words are hints here too, wherever in a line they stand.

use std::sync::LazyLock;

use super::head;
use crate::text::fold;

/// What the words of a line hint at, by their place in `NAMES`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Cue {
    None,
    /// 栏目名: 身边好人, 记者手记.
    Label,
    /// A box beside a report: 相关链接, 小贴士.
    Aside,
    /// A lead-in to what someone said or where: …强调, …召开.
    Says,
    /// 公告, 启事, 更正.
    Notice,
    /// Telephone, price, advertisement, weather, where to write to.
    Service,
}

const LABELS: &str = "\
     手记 故事 人物 来信 说法 声音 短波 回声 问答 信箱 实事 短传 速递 追踪 课堂 观察 论坛 见闻 短讯 \
     记忆 面对面 基层 调查 直通车 视点 视窗 走笔 之窗 园地 在线 连线 聚焦 关注 好人 榜样 讲堂 讲述 茶座 \
     档案 快报 快讯 简讯 短评 快评 时评 漫笔 札记 随笔 杂谈 微谈 语丝 书架 诗苑 访谈 专访 对话 心声 \
     呼声 求助 帮办 跑腿 体验 目击 现场 一线 警钟 提示 顾问 科普 揭秘 新知 速览 数读 数说 图说 摘登 \
     通道 风采 建言 议案 侧记 综述 分析 深度 动态 要闻 新事 印记 征程 进行时 看台 战报 前瞻";
const ASIDES: &str = "\
     链接 相关 延伸 提醒 小贴士 名词 背景 新闻链接 数读 数说 短评 手记 记者手记 点评 声音 回声 提示 律师 \
     专家 温馨 案例 释疑 辟谣 一周 资料";
const SAYS: &str = "\
     强调 指出 要求 召开 会议 提出 表示 透露 介绍 公布 举行 部署 启动 获悉";
const NOTICES: &str = "\
     公告 启事 声明 通知 通告 讣告 公示 更正 征稿 约稿 函照登 招聘 招标 拍卖";
const SERVICE: &str = "\
     热线 专线 电话 邮箱 信箱 邮编 地址 零售 定价 广告 转载 订阅 发行 天气 阴转 多云 晴转 开奖 阅读量 \
     点击 下期 本版 印刷 承印 报料 招租 转让 代理";

/// The words of each list.
struct Words {
    labels: Vec<&'static str>,
    asides: Vec<&'static str>,
    says: Vec<&'static str>,
    notices: Vec<&'static str>,
    service: Vec<&'static str>,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let list = |words: &'static str| words.split_whitespace().collect();
    Words {
        labels: list(LABELS),
        asides: list(ASIDES),
        says: list(SAYS),
        notices: list(NOTICES),
        service: list(SERVICE),
    }
});

/// Characters up to which a line can be a label, a notice's head and the like; and a line of service, which says so in its
/// first ones.
const SHORT: usize = 14;
const LINE: usize = 60;
const OPENING: usize = 12;

/// The cue of a line of so many characters.
pub fn cue(text: &str, chars: usize) -> Cue {
    if chars > LINE {
        return Cue::None;
    }
    let text = &*fold(text);
    let text = text.trim_matches(|c: char| !c.is_alphanumeric());
    let opening = head(text, OPENING);
    let ends = |words: &[&str]| words.iter().any(|word| text.ends_with(word));
    let starts = |words: &[&str]| words.iter().any(|word| text.starts_with(word));
    match chars {
        ..=SHORT if ends(&WORDS.notices) => Cue::Notice,
        ..=SHORT if starts(&WORDS.asides) => Cue::Aside,
        ..=SHORT if ends(&WORDS.labels) => Cue::Label,
        _ if ends(&WORDS.says) => Cue::Says,
        _ if WORDS.service.iter().any(|word| opening.contains(word)) => Cue::Service,
        _ => Cue::None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_that_say_what_they_are() {
        let cases = [
            (Cue::Label, "记者走基层"),
            (Cue::Label, "【街坊来信】"),
            (Cue::Label, "警察手記"),
            (Cue::Aside, "■ 相关链接"),
            (Cue::Aside, "链接：买药怎么报销"),
            (Cue::Says, "市委常委会召开会议强调"),
            (Cue::Notice, "遗失声明"),
            (Cue::Notice, "停电通知"),
            (Cue::Service, "新闻热线　0000-1234567"),
            (Cue::Service, "天气：北部短暫雨 21-25度"),
            (Cue::None, "清水湾码头复航"),
            (
                Cue::None,
                "他把电话那头的抱怨一条一条记下来，第二天逐一上门，两个月里走了一百二十户，老街坊们起初都不相信，后来都说真的有人来修，再也不用打热线",
            ),
        ];
        for (expected, text) in cases {
            assert_eq!(cue(text, text.chars().count()), expected, "{text}");
        }
        let service = |chars: usize| cue(&format!("新闻热线{}", "岸".repeat(chars - 4)), chars);
        assert_eq!((service(LINE), service(LINE + 1)), (Cue::Service, Cue::None));
    }
}
