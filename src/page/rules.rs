//! What a line says of itself: patterns of newspaper pages, as data.
//!
//! A rule has a kind, a pattern, a reason that the page can show, and an example that is its test. The first rule that
//! matches names the line's kind. A rule does not decide: its kind is one observation among those that `model` weighs.

use std::sync::LazyLock;

use regex::Regex;

use crate::page::signs::number;
use crate::tags::rules::is_han;
use crate::text::{floor, fold};

/// What a line looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LineKind {
    Plain,
    /// 讯头 with the report after it.
    Dateline,
    /// 讯头 or 记者 … on a line of its own.
    Byline,
    /// A person's name alone, as under a headline.
    Name,
    Caption,
    /// 编者按, 【栏目】, 开栏的话.
    Column,
    /// （上接A01版）
    Continued,
    /// A bracketed line: （一九九七年十二月三十一日）
    Bracketed,
    /// 一、… (二) … 1.… ●…
    Numbered,
    /// Web page chrome: 上一版 下一版, 标题导航.
    Chrome,
    /// A date with nothing else, as in a masthead.
    Date,
    /// 责编 … 校对 …
    Editors,
    /// Page numbers, 版次, and rules drawn with marks.
    PageMark,
    /// Telephone, address, post code, licence.
    Imprint,
}

impl LineKind {
    pub const ALL: [LineKind; 14] = [
        LineKind::Plain,
        LineKind::Dateline,
        LineKind::Byline,
        LineKind::Name,
        LineKind::Caption,
        LineKind::Column,
        LineKind::Continued,
        LineKind::Bracketed,
        LineKind::Numbered,
        LineKind::Chrome,
        LineKind::Date,
        LineKind::Editors,
        LineKind::PageMark,
        LineKind::Imprint,
    ];
}

pub const KINDS: [&str; 14] = [
    "plain",
    "dateline",
    "byline",
    "name",
    "caption",
    "column",
    "continued",
    "bracketed",
    "numbered",
    "chrome",
    "date",
    "editors",
    "pagemark",
    "imprint",
];

pub struct Rule {
    pub name: &'static str,
    pub kind: LineKind,
    pattern: &'static str,
    /// Chinese, shown where a line was taken out of the articles by it.
    pub reason: &'static str,
    /// A line it matches; also its test.
    pub example: &'static str,
}

/// `{han}` stands for any Han character, `{sur}` for a common surname,
/// `{d}` for a digit of either width, `{h}` for a Chinese numeral, `{sp}` for blanks.
const RULES: &[Rule] = &[
    Rule {
        name: "drawn rule",
        kind: LineKind::PageMark,
        pattern: r"^[-=_*—─━…·．.~+|#＊☆★■□◆◇]{2,}$",
        reason: "分隔线",
        example: "————————",
    },
    Rule {
        name: "page number",
        kind: LineKind::PageMark,
        pattern: r"^[-—–·•/ ]*(第{sp}*)?[A-Za-zＡ-Ｚ]?{d}{1,4}({sp}*[/／]{sp}*{d}+)?{sp}*[页頁]?[-—–·•/ ]*$",
        reason: "页码",
        example: "- 12 -",
    },
    Rule {
        name: "page of pages",
        kind: LineKind::PageMark,
        pattern: r"^第{sp}*{d}+{sp}*[页頁]{sp}*[,，/]?{sp}*共{sp}*{d}+{sp}*[页頁]$",
        reason: "页码",
        example: "第 3 页 共 8 页",
    },
    Rule {
        name: "page label",
        kind: LineKind::PageMark,
        pattern: r"^(第?{sp}*[A-Za-zＡ-Ｚ]?[{d}{h}]{1,3}{sp}*版|[A-ZＡ-Ｚ]{d}{1,2}|版次)({sp}*[：:|｜]{sp}*.{0,16}|{sp}+.{1,12}|{han}{2,6})?$|^0{d}{sp}+{han}{2,6}$",
        reason: "版次",
        example: "第03版：要闻",
    },
    Rule {
        name: "navigation",
        kind: LineKind::Chrome,
        pattern: r"^(往期(阅读|回顾|报纸)|上一[篇版期]|下一[篇版期]|放大|缩小|默认|标题导航|版面(导航|目录|概览)|返回(首页|目录|版面)?|当前版[：:]|本版(新闻|标题|导读)|(下载|查看|在线)?(PDF|pdf)(版|下载)?|分享到?|扫码(看|阅读|关注|观看|收听|下载|查看)|打印(本页)?|关闭(窗口)?|收藏|网站首页|数字报|电子报|字[体号][：:大]|朗读|扫一扫|微信扫|点击|原版阅读|全文检索|按日期检索|首页{sp}*[>＞]|当前位置[：:]|<<|发布时间[：:]|(阅读|点击|浏览)(量|次数|数)?{sp}*[：:]?{sp}*{d})({sp}.*|.{0,14})$",
        reason: "网页导航文字",
        example: "上一版  下一版",
    },
    Rule {
        name: "date line",
        kind: LineKind::Date,
        pattern: r"^(公元)?([{d}{h}〇○]{4}{sp}*[年./-]{sp}*)[{d}{h}]{1,3}{sp}*[月./-]{sp}*[{d}{h}]{1,3}{sp}*[日号]?({sp}|星期.|[周週].|农历.*|農曆.*|第?{d}+期|[，,]|[（(].{0,12}[）)]|(癸|甲|乙|丙|丁|戊|己|庚|辛|壬).*|(今日)?{d}+版|{d}{1,2}[：:]{d}{2}([：:]{d}{2})?)*$",
        reason: "日期栏",
        example: "2024年5月6日 星期一 农历三月廿八",
    },
    Rule {
        name: "editors",
        kind: LineKind::Editors,
        pattern: r"^[（(■□◆●]?{sp}*(本版)?(责任编辑|美术编辑|执行编辑|文字编辑|图片编辑|首席编辑|视觉设计|版面设计|[一二三终]审|责任校对|責任編輯|责编|責編|编辑|編輯|主编|主編|版式|校对|校對|美编|美編|值班(编委|主任|总编|编辑)|执行主编|组版|排版|检校|图编|视觉|监制|统筹|审读|审核|责任编委)({sp}*[：:／/]{sp}*|{sp}+|{han}{2,4}({sp}|$))|^[^，。！？；：]{2,14}{sp}+(本版|值班)?(责任编辑|责编|編輯|编辑)({sp}*[：:／/]{sp}*|{sp}+){han}{1,4}({sp}|$)",
        reason: "编辑、校对署名",
        example: "责编 何苗  版式 陆小川  校对 苏禾",
    },
    Rule {
        name: "imprint",
        kind: LineKind::Imprint,
        pattern: r"(国内统一(连续出版物号|刊号)|邮发代号|郵發代號|^CN{sp}?{d}{2}[-—]|今日{d}+版|总第{sp}?{d}+{sp}?期|第{d}{3,}期|^(新闻热线|(报社)?地址|社址|邮编|电话|广告(部|热线|许可证)|投稿邮箱|网址|邮箱|订阅热线|零售价|定价)[：:]|^.{0,6}(热线|專線|专线|电话|電話|信箱|邮箱){sp}*[：:]?{sp}*[{d}a-z@.()（）×—－-]{5,}({sp}|[，,；;、|]|$)|^(投资有风险[，,{sp}]*入市|本版[^，。]{0,10}(仅供|仅作|除署名)|声明：本版)|https?://|www\.|版权所有|^版权声明|凡本[网站报]注明|ICP备|未经.{0,12}授权|免责声明|^([©]|Copyright))",
        reason: "报社信息",
        example: "国内统一刊号 CN00-0000 邮发代号 0-00",
    },
    Rule {
        name: "continued from or to",
        kind: LineKind::Continued,
        pattern: r"^[（(【▲▶◀]?{sp}*(紧接|上接|下转|下接|詳見|详见|转|轉|相关(报道|新闻)[见詳]?){sp}*第?{sp}*[A-Za-zＡ-Ｚ]?[{d}{h}]{1,3}{sp}*版?.{0,8}[）)】]?$",
        reason: "转接提示",
        example: "（上接A01版）",
    },
    Rule {
        name: "column",
        kind: LineKind::Column,
        pattern: r"^([【\[〔][^】\]〕]{2,14}[】\]〕]|[【\[〔]?(编者按|编者的话|开栏的?话|编后|编辑手记|记者手记|短评|卷首语|导读|核心提示|核心阅读|阅读提示|新闻背景|新闻链接)[】\]〕]?([：:{sp}].*)?|[■◆●★]?{sp}*(社[论评]|时评|评论|图片新闻|简讯|短讯|快讯|简明新闻|要闻速览|(相关|新闻)?链接|相关(新闻|报道|阅读)|延伸阅读|背景资料|名词解释|新闻背景|编后语?|采访手记|点评|今日看点|今日导读)({sp}*[>＞]+)?|[■◆●★]?{sp}*{han}{2,8}{sp}*[·•]{sp}*{han}{2,10}|[{han}“”]{2,12}([①-⑳]|之[{h}①-⑳]{1,2}))$",
        reason: "栏目名或编者按",
        example: "编者按：今年是全市产业攻坚年。",
    },
    Rule {
        name: "caption",
        kind: LineKind::Caption,
        pattern: r"^([▲▼△▽↑↓←→]|(上|下|左|右|题)?图[：:为片]|圖[：:為片]|图[{d}{h}①-⑳]|图说|图片说明|资料图|(照片|题图|插图)[：:])|[（(][^（）()]*[摄攝]影?[）)]$|(摄|攝|摄影报道|摄影)$|供图[）)]?$",
        reason: "图片说明",
        example: "▲ 志愿者在清水湾码头清理河道。 林可 摄",
    },
    Rule {
        name: "reporter and place",
        kind: LineKind::Byline,
        pattern: r"^[（(【〔]?{han}{0,6}(记者|記者){sp}*{han}{2,4}([、{sp}]{han}{2,4}){0,3}{sp}*[／/]{sp}*{han}{1,8}(报道|報導|报导|电|電)[）)】〕]?$",
        reason: "署名",
        example: "記者沈一鳴／雲嶺報導",
    },
    Rule {
        name: "byline",
        kind: LineKind::Byline,
        pattern: r"^[■◆●□◎▲]?{sp}*[（(]?{sp}*((本报|本报讯|本報|本刊|本台|本社)?({han}{2,8}(报|社|台|网|客户端|中心)(讯|电)?)?{sp}*[（(]?{sp}*(首席|资深|全媒体|融媒体?|新媒体|见习|实习|特约|特派|驻[^记]{1,6}|高级|{sp})*(记者|記者|通讯员|通訊員|特约撰稿人?|评论员|評論員|撰稿人?|实习生|作者|撰文|整理|摄影|通讯员兼记者)|(文|图|文图|图文|摄|文[/／、·]{sp}?[图摄]|图[/／、·]{sp}?文|采写|策划){sp}*[/／：:|｜]?{sp}+|[{han}]{2,6}(讯|電|电){sp}*[（(].{2,40}[）)]$)[^，。！？；]*$",
        reason: "署名",
        example: "本报记者 沈一鸣 通讯员 何苗",
    },
    Rule {
        name: "credit line",
        kind: LineKind::Byline,
        pattern: r"^[^，。！？；“”]*(记者|記者|通讯员|通訊員|作者)[{sp}：:／/]+{han}{2,4}([{sp}、]+{han}{2,6})*$",
        reason: "署名",
        example: "云岭日报  版次：A10  记者 沈一鸣 通讯员 何苗",
    },
    Rule {
        name: "source",
        kind: LineKind::Byline,
        pattern: r"^(信息|消息|稿件|文章)?(来源|來源)[：:][^，。！？；]*$",
        reason: "署名",
        example: "来源：云岭日报",
    },
    Rule {
        name: "dateline",
        kind: LineKind::Dateline,
        pattern: r"^[■◆●□◎▲○]?{sp}*[（(【〔]?(据|综合)?({han}{2,12}?(讯|訊)([（( ]|{sp}|{han}|[{d}“《])|本(报|報|台|社).{0,12}?(讯|訊|电|電|消息)|(据)?(新华社|新華社|中新社|中新网|人民日报|央视|新华网|法新社|路透社|美联社|中央社|{han}{2,8}(社|网|報|报|台)).{0,14}?([{d}{h}]{1,3}(日|号))?.{0,3}?(电|電|讯|訊|消息|报道|報導|报导)|(记者|記者){han}{2,4}[／/].{1,8}(报道|報導|报导))",
        reason: "讯头",
        example: "本报讯（记者 沈一鸣）3月5日，",
    },
    Rule {
        name: "bracketed",
        kind: LineKind::Bracketed,
        pattern: r"^[（(〔][^（）()]{2,}[）)〕]$",
        reason: "括注",
        example: "（二〇二三年十一月八日）",
    },
    Rule {
        name: "name",
        kind: LineKind::Name,
        pattern: r"^(□{sp}*{han}{2,4}([、{sp}]{1,2}{han}{2,4}){0,3}|[□■◎○●]?{sp}*({sur}{han}{1,2}|{sur}{sp}+{han}|{han}{1,8}[·•]{han}{1,10}))$",
        reason: "署名",
        example: "□ 沈一鸣",
    },
    Rule {
        name: "numbered",
        kind: LineKind::Numbered,
        pattern: r"^([（(]?[{h}]{1,3}[）)、．.]|[（(]?{d}{1,2}([）)、．：:]|[.][^{d}])|[●■◆★☆○◇□▶►※·•①-⑳]|第[{h}{d}]{1,3}[条章节])",
        reason: "分条",
        example: "一、总体要求",
    },
];

/// The most common surnames; the tagger has the full list, here a hint is enough.
const SURNAMES: &str = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩冯邓曹彭曾肖萧田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤康易乔赖文施洪季華華張劉陳楊趙吳孫馬羅鄭謝許韓馮鄧蕭潘蔣葉呂盧鍾薑譚陸範賈鄒譚温祁骆翟涂柯葛倪邬阮詹庞聂齐樊盛凌裴霍柳舒冉缪鲍苗裘晏滕屈卞柏窦甄戚麦桂娄褚臧席阎闵冼邝揭卓池";

const HAN: &str = r"\x{3400}-\x{9fff}\x{20000}-\x{323af}";

/// What the short forms of patterns stand for.
const FORMS: [(&str, &str); 5] = [
    ("{han}", HAN),
    ("{sur}", SURNAMES),
    ("{d}", "0-9０-９"),
    ("{h}", "零〇○一二三四五六七八九十百两"),
    ("{sp}", r" \t\x{3000}\x{a0}"),
];

/// A pattern with its short forms written out: each is a class of characters, which may stand inside another class.
pub fn pattern(pattern: &str) -> Regex {
    let written_out = FORMS.iter().fold(pattern.to_owned(), |pattern, (short, members)| {
        pattern.replace(short, &format!("[{members}]"))
    });
    Regex::new(&written_out).expect("a pattern of the table")
}

static COMPILED: LazyLock<Vec<Regex>> =
    LazyLock::new(|| RULES.iter().map(|rule| pattern(rule.pattern)).collect());

/// Longer lines are prose; only what can open or close a paragraph is looked for in them. So a pattern need not bound
/// what it passes over, and each of such bounds would build a class of characters as many times.
const LONG: usize = 80 * 3;

/// Whether a line under a headline is a credit whatever the model says: 記者…／…報導 is rare in what it learned from, and
/// no 副题 has that form.
pub fn is_credit(text: &str) -> bool {
    rule(text).is_some_and(|rule| matches!(rule.name, "reporter and place" | "source"))
}

/// The number that a paragraph begins with as an item of a list: 3 of 3.…, （三）….
pub fn ordinal(text: &str) -> Option<u32> {
    static ITEM: LazyLock<Regex> =
        LazyLock::new(|| pattern(r"^[（(]?([{h}]{1,3}|{d}{1,2})([）)、．：:]|[.]({sp}|[^{d}]))"));
    number(ITEM.captures(text)?.get(1)?.as_str())
}

/// Whether a line says who spoke at a meeting and who came, and nothing else: 沈一鸣讲话　何　苗　林远主持.
pub fn says_who_came(text: &str) -> bool {
    const DID: [&str; 13] = [
        "出席",
        "参加",
        "主持",
        "讲话",
        "致辞",
        "到会",
        "就座",
        "就坐",
        "作报告",
        "出席会议",
        "出席活动",
        "参加会议",
        "参加活动",
    ];
    // Characters of a name, and of names with what their bearers did.
    const NAME: usize = 4;
    const SEGMENT: usize = 16;
    let text = fold(text);
    let did = |segment: &str| DID.iter().any(|did| segment.ends_with(did));
    let fits = |segment: &str| {
        let length = segment.chars().count();
        length <= NAME || length <= SEGMENT && did(segment)
    };
    let words = |c: char| is_han(c) || c == '、' || c.is_whitespace();
    text.starts_with(|c| SURNAMES.contains(c))
        && text.chars().all(words)
        && text.split_whitespace().all(fits)
        && did(text.trim_end())
}

/// Whether a paragraph under a headline is the editors' and not the report's, whatever the model says.
pub fn is_note(text: &str) -> bool {
    rule(text).is_some_and(|rule| rule.kind == LineKind::Column)
}

/// What stands over a text and is never its headline: fewer than the rule “column” knows, since 简讯 may head the items under it
/// and 【法官说法】 a text.
const LABELS: &str = "编者按 编者的话 开栏的话 编后 编后语 编辑手记 图片新闻 链接 新闻链接 相关链接 延伸阅读 背景资料 名词解释";

/// Whether a line is one of the labels and nothing else, in whatever brackets.
pub fn is_label(text: &str) -> bool {
    label(text).is_some()
}

/// Whether a line says that a picture with its caption follows.
pub fn is_picture(text: &str) -> bool {
    label(text) == Some("图片新闻")
}

fn label(text: &str) -> Option<&'static str> {
    const LONGEST: usize = 12;
    if text.chars().nth(LONGEST).is_some() {
        return None;
    }
    let words: String = fold(text).chars().filter(|c| c.is_alphanumeric()).collect();
    LABELS.split(' ').find(|&label| label == words)
}

/// The first rule that a line's text matches.
pub fn rule(text: &str) -> Option<&'static Rule> {
    let prose = text.len() > LONG;
    let ends = RULES.iter().zip(COMPILED.iter());
    let mut rules =
        ends.filter(|(rule, _)| !prose || matches!(rule.kind, LineKind::Dateline | LineKind::Caption));
    // Traditional pages say the same: the patterns need only know simplified forms.
    let head = fold(if prose { &text[..floor(text, LONG)] } else { text });
    rules.find(|(_, regex)| regex.is_match(&head)).map(|(rule, _)| rule)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_example_matches_its_own_rule_first() {
        for rule in RULES {
            assert_eq!(super::rule(rule.example).map(|r| r.name), Some(rule.name), "{}", rule.example);
        }
    }

    #[test]
    fn who_came_is_told_by_names_and_what_they_did() {
        for line in [
            "沈一鸣主持",
            "沈一鸣出席并讲话　何苗主持",
            "沈一鸣　何　苗出席",
            "沈一鳴講話",
            "沈一鸣、何苗等在主席台就座　林远作报告并主持",
        ] {
            assert!(says_who_came(line), "{line}");
        }
        for line in [
            "全市三千人参加",
            "市民踊跃参加",
            "沈一鸣主持召开市委常委会会议",
            "沈一鸣：出席",
            "云岭县委书记沈一鸣讲话",
            "何苗主持，再出发",
        ] {
            assert!(!says_who_came(line), "{line}");
        }
    }

    #[test]
    fn lines_around_the_articles() {
        let cases = [
            (LineKind::Date, "2025-06-11 00:12:37"),
            (LineKind::Date, "2023年3月5日 星期日 08:12"),
            (LineKind::Editors, "云岭工人报　本版编辑 何苗"),
            (LineKind::Editors, "值班编辑　林可"),
            (LineKind::Imprint, "报社地址：云岭市文化路19号 电话：0000110"),
            (LineKind::Imprint, "广告热线：0000-1234567　发行热线：0000-1234568"),
            (LineKind::Imprint, "讀者服務專線：(02)0000-0000"),
            (LineKind::Imprint, "投资有风险，入市需谨慎。"),
            (LineKind::Chrome, "首页 > 数字报 > 要闻"),
            (LineKind::Chrome, "<< 上一篇　下一篇 >>"),
            (LineKind::Chrome, "阅读量：903"),
            (LineKind::Chrome, "阅读 1203"),
            (LineKind::Imprint, "报料热线　96000"),
            (LineKind::Editors, "版式编辑　林可"),
        ];
        for (kind, text) in cases {
            assert_eq!(rule(text).map(|rule| rule.kind), Some(kind), "{text}");
        }
    }

    #[test]
    fn prose_matches_none() {
        let cases = [
            "市民林可说，码头今年变干净了。",
            "会上，大家就产业发展提出意见建议。",
            "云岭新区首条地铁开工",
            "热线电话成了老街坊的“110”",
            "何苗总编辑来校讲课",
            "12345热线办结率升至九成",
            "政务热线12345三年接电30万件",
            "阅读　让生活更美好",
            "投资有风险　老人要当心",
        ];
        for text in cases {
            assert_eq!(rule(text).map(|r| r.name), None, "{text}");
        }
    }

    #[test]
    fn long_lines_are_looked_through_for_datelines_and_captions_alone() {
        let named = |lead: &str, bytes: usize| {
            let text = lead.to_owned() + &"岸".repeat((bytes - lead.len()) / 3);
            rule(&text).map(|rule| rule.kind)
        };
        assert_eq!(named("一、", LONG), Some(LineKind::Numbered));
        assert_eq!(named("一、", LONG + 3), None);
        assert_eq!(named("本报讯　", LONG + 3), Some(LineKind::Dateline));
    }

    #[test]
    fn labels_are_labels_in_any_brackets() {
        for text in ["编者按", "【编者按】", "■相关链接", "链　接", "［圖片新聞］", "链接："]
        {
            assert!(is_label(text), "{text}");
        }
        for text in ["链接城乡", "简讯", "", "【】", "图片新闻　图片新闻　图片新闻"] {
            assert!(!is_label(text), "{text}");
        }
        assert!(is_picture("【图片新闻】") && !is_picture("链接"));
    }

    #[test]
    fn short_forms_stand_for_characters() {
        let matches = |form: &str, text: &str| pattern(form).is_match(text);
        assert!(matches("^{d}{d}月$", "1２月") && matches("^[{d}{h}]+$", "3十二"));
        assert!(matches(r"^\[{d}\]\.$", "[3].") && !matches(r"^\[{d}\]\.$", "[3]x"));
        assert!(matches("^[^{d}]$", "岸") && !matches("^[^{d}]$", "3"));
        assert!(matches("^{han}{2}$", "码头") && matches("^a{2}{sp}b$", "aa　b"));
    }
}
