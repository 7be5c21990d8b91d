//! 讯头, credits and continuation notes of an article.
//!
//! Takes an article with its blocks; fills `dateline`, `byline` and `continued`. A credit may stand on a line of its
//! own, before the first paragraph, or in brackets at its foot. Blocks keep their text: a field only points at it.

use std::sync::LazyLock;

use regex::{Captures, Regex};

use crate::page::names::credited;
use crate::page::rules::{LineKind, pattern, rule};
use crate::page::{Article, Continued, Credit, Dateline, Role};
use crate::span::Span;
use crate::tags::rules::is_person;
use crate::text::{Passage, floor};
use crate::words::model::BUILT_IN;

/// Fills the fields of an article.
pub fn fill(article: &mut Article) {
    let mut fields = Fields::default();
    let mut opened = false;
    for block in &article.blocks {
        match block.role {
            Role::Credit => fields.credit_line(&block.passage),
            // A line that is too short for a report may be the last of the headline's.
            Role::Body if !opened => {
                opened = fields.opening(&block.passage) || block.passage.text.chars().count() > SHORT;
            }
            _ => {}
        }
        fields.continuation(&block.passage);
    }
    for block in article.blocks.iter().filter(|block| matches!(block.role, Role::Body | Role::Caption)) {
        fields.foot(&block.passage, block.role == Role::Caption);
    }
    article.dateline = fields.dateline;
    article.byline = fields.byline;
    article.continued = fields.continued;
}

/// Characters up to which a first paragraph may be none of the report's yet.
const SHORT: usize = 30;

#[derive(Default)]
struct Fields {
    dateline: Option<Dateline>,
    byline: Vec<Credit>,
    continued: Option<Continued>,
}

/// The forms of 讯头. Groups: agency, place, date, and the credit with or without brackets.
static DATELINE: LazyLock<[Regex; 5]> = LazyLock::new(|| {
    const LEAD: &str = r"^[■◆●□◎▲○{sp}]*[（(【〔\[]?";
    const DATE: &str = r"(?P<date>({d}{2,4}年)?{d}{1,2}月{d}{1,2}日|{d}{1,2}日)";
    const REPORTER: &str = "(特派|特约|特約|首席|本报|本報)?(全媒体|融媒体?)?(记者|記者|通讯员|通訊員)";
    const SENT: &str = "(专电|专讯|专稿|讯|訊|电|電|消息)";
    let names =
        format!("{REPORTER}{{sp}}*{{han}}{{2,4}}([、和{{sp}}]+({REPORTER})?{{sp}}*{{han}}{{2,4}}){{0,5}}?");
    let reports = format!("{{sp}}*{names}{{sp}}*(摄影)?(报道|報導|报导)([：:，,]|{{sp}})");
    let forms = [
        // （中央社记者王小明台北8日电）
        format!(
            r"{LEAD}(?P<agency>{{han}}{{2,6}}?[社报報])(?P<credit>(记者|記者){{sp}}*{{han}}{{2,3}})[／/{{sp}}]?(?P<place>{{han}}{{2,4}}){{sp}}*{DATE}{{sp}}*[专專]?(电|電)[）)】〕\]]?"
        ),
        // 本报讯（记者 …）, 云岭晚报讯（全媒体记者 …）, 本报北京1月4日讯记者…报道：, 【本報北京訊】
        format!(
            r"{LEAD}(据|據|综合|綜合)?(?P<agency>本报|本報|本刊|本台|本社|[晨晚早日时時快商]报|{{han}}{{2,10}}?(报|報|台|社|网|網|客户端|客戶端|周刊|週刊|传媒))(?P<place>{{han}}{{2,6}})?{{sp}}*{DATE}?{{sp}}*{SENT}[）)】〕\]]?({{sp}}*[（(]{{sp}}*(?P<credit>[^（）()]{{2,}})[）)])?(?P<open>{reports}|{{sp}}*(记者|記者){{sp}}*{{han}}{{2,3}}{{sp}}+)?"
        ),
        // 据央视新闻消息, 据新华社报道
        r"^[■◆●□◎▲○{sp}]*[据據](?P<agency>{han}{2,10}?(报|報|台|社|网|網|客户端|客戶端|新闻|新聞))(消息|报道|報導|报导|電|电)".to_owned(),
        // （记者王小明／台北报道）, 【记者王小明台北报导】
        r"^[（(【〔\[]?(?P<credit>{han}{0,6}?(记者|記者){sp}*{han}{2,4}([、{sp}]{han}{2,4}){0,3})([／/]|{sp})(?P<place>{han}{2,6}?)(报道|報導|报导|電|电)[）)】〕\]]?"
            .to_owned(),
        // 本报记者王小明报道：
        format!(r"^(?P<open>{reports})"),
    ];
    forms.map(|form| pattern(&form))
});

/// What stands in brackets at the end.
static CREDIT_IN_BRACKETS: LazyLock<Regex> = LazyLock::new(|| pattern(r"[（(]([^（）()]{2,})[）)]{sp}*$"));

static CONTINUED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?P<way>上接|紧接|緊接|下转|下轉|下接|转|轉)第?{sp}*(?P<page>[A-Za-zＡ-Ｚ]?{sp}*[{d}{h}]{1,3}){sp}*版?",
    )
});

impl Fields {
    fn credit_line(&mut self, passage: &Passage) {
        if !self.opening(passage) {
            self.names(passage, Span::new(0, passage.text.len()));
        }
    }

    /// Reads a 讯头 at the start of `passage`; false where there is none.
    fn opening(&mut self, passage: &Passage) -> bool {
        let head = &passage.text[..floor(&passage.text, 400)];
        let Some(found) = DATELINE.iter().find_map(|form| form.captures(head)) else { return false };
        let group = |name: &str| found.name(name).map(|m| m.as_str().trim().to_owned());
        if self.dateline.is_none() && (found.name("agency").is_some() || found.name("place").is_some()) {
            self.dateline = Some(Dateline {
                agency: group("agency"),
                place: group("place"),
                date: group("date"),
                spans: passage.sources(whole(&found)).collect(),
            });
        }
        for name in ["credit", "open"] {
            // 央视网消息（新闻联播）： brackets hold no names.
            if let Some(credit) = found.name(name).filter(|credit| is_credit(credit.as_str())) {
                self.names(passage, Span::new(credit.start(), credit.end()));
            }
        }
        true
    }

    /// A credit in brackets at the end of a paragraph: （记者 沈一鸣）, （林可）, or of a caption: 林可 摄.
    fn foot(&mut self, passage: &Passage, caption: bool) {
        let text = passage.text.as_str();
        let from = floor(text, text.len().saturating_sub(160));
        if let Some(found) = CREDIT_IN_BRACKETS.captures(&text[from..]) {
            let inner = found.get(1).expect("the group always matches");
            let span = Span::new(from + inner.start(), from + inner.end());
            if is_credit(span.of(text)) {
                self.names(passage, span);
            }
        } else if caption && SHOT.iter().any(|word| text.ends_with(word)) {
            let start = text.rfind(['。', '！', '？', '；']).map_or(0, |at| at + '。'.len_utf8());
            self.names(passage, Span::new(start, text.len()));
        }
    }

    fn names(&mut self, passage: &Passage, part: Span) {
        for found in credited(part.of(&passage.text)) {
            let name: String = found.span.of(part.of(&passage.text)).split_whitespace().collect();
            let credit = Credit {
                name,
                role: found.role,
                organization: found.organization,
                span: passage.source(found.span.shifted(part.start)),
            };
            if !self.byline.iter().any(|known| known.name == credit.name && known.role == credit.role) {
                self.byline.push(credit);
            }
        }
    }

    fn continuation(&mut self, passage: &Passage) {
        let text = passage.text.as_str();
        for bracket in text.match_indices(['（', '(', '▶', '【', '上', '下']).map(|(at, _)| at).take(400)
        {
            let near_edge = bracket < 6 || text.len() - bracket < 90;
            if !near_edge {
                continue;
            }
            let part = &text[bracket..floor(text, bracket + 60)];
            let Some(found) = CONTINUED.captures(part).filter(|c| whole(c).start <= 3) else { continue };
            let page = found.name("page").map(|m| m.as_str().to_owned());
            let continued = self.continued.get_or_insert_default();
            let from = found
                .name("way")
                .is_some_and(|way| way.as_str().contains('接') && !way.as_str().contains('下'));
            *(if from { &mut continued.from } else { &mut continued.to }) = page;
            return;
        }
    }
}

/// How a caption with its photographer ends.
const SHOT: [&str; 8] = ["摄", "攝", "图", "圖", "摄影报道", "攝影報導", "摄影", "攝影"];

fn whole(found: &Captures<'_>) -> Span {
    let whole = found.get(0).expect("the whole match");
    Span::new(whole.start(), whole.end())
}

/// Whether bracketed words at a paragraph's end are a credit: they name a role, or are names and nothing else.
fn is_credit(text: &str) -> bool {
    const ROLES: [&str; 13] = [
        "记者",
        "記者",
        "通讯员",
        "通訊員",
        "摄",
        "攝",
        "文/图",
        "实习生",
        "實習生",
        "供图",
        "供圖",
        "作者",
        "整理",
    ];
    if ROLES.iter().any(|role| text.contains(role)) {
        return !text.contains(['，', '。']) || text.chars().count() < 16;
    }
    let parts: Vec<&str> = text.split([' ', '\u{3000}', '、', '/']).filter(|part| !part.is_empty()).collect();
    !parts.is_empty()
        && parts.len() <= 4
        && parts
            .iter()
            .all(|part| rule(part).is_some_and(|rule| rule.kind == LineKind::Name) || is_rare_name(part))
}

/// Whether a part of a credit is a name with a surname of any kind, and no word.
fn is_rare_name(part: &str) -> bool {
    let chars: Vec<char> = part.chars().collect();
    chars.len() <= 3 && is_person(part) && !BUILT_IN.is_word(&chars)
}

/// A headless page in tests: blocks of one article from roles and texts.
#[cfg(test)]
pub fn article(blocks: &[(Role, &str)]) -> (String, Article) {
    let input: String = blocks.iter().map(|(_, text)| format!("{text}\n")).collect();
    let mut at = 0;
    let mut article = Article::default();
    for (role, text) in blocks {
        let passage = Passage::new(&input, Span::new(at, at + text.len()));
        article.blocks.push(crate::page::Block {
            role: *role,
            passage,
            ink: vec![Span::new(at, at + text.len())],
        });
        at += text.len() + 1;
    }
    (input, article)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn filled(blocks: &[(Role, &str)]) -> Article {
        let (_, mut article) = article(blocks);
        fill(&mut article);
        article
    }

    #[test]
    fn a_dateline_may_stand_under_a_line_that_is_too_short_for_a_report() {
        let sent = |chars: usize| {
            let first = "岸".repeat(chars);
            filled(&[(Role::Body, &first), (Role::Body, "本报讯 江边的码头昨天复航。")]).dateline.is_some()
        };
        assert!(sent(SHORT) && !sent(SHORT + 1));
    }

    #[test]
    fn a_photographer_stands_behind_the_last_sentence_of_a_caption() {
        let names = |caption: &str| -> Vec<String> {
            filled(&[(Role::Caption, caption)]).byline.into_iter().map(|credit| credit.name).collect()
        };
        assert_eq!(names("码头复航。林可 摄"), ["林可"]);
        assert_eq!(names("码头的灯换成了LED。林可 摄"), ["林可"]);
    }

    #[test]
    fn a_continuation_stands_near_an_edge_of_its_paragraph() {
        let of = |chars: usize| "岸".repeat(chars);
        let from = |before: usize| {
            let text = format!("{}（上接第一版）{}", of(before), of(60));
            filled(&[(Role::Body, &text)]).continued.and_then(|continued| continued.from)
        };
        assert_eq!([from(0), from(1)], [Some("一".to_owned()), Some("一".to_owned())]);
        assert_eq!([from(2), from(60)], [None, None]);
        let to = |behind: usize| {
            let text = format!("{}下转第三版{}", of(60), of(behind));
            filled(&[(Role::Body, &text)]).continued.and_then(|continued| continued.to)
        };
        assert_eq!([to(0), to(24), to(25)], [Some("三".to_owned()), Some("三".to_owned()), None]);
    }

    #[test]
    fn a_credit_with_a_mark_inside_is_short() {
        assert!(
            is_credit("记者沈一鸣，通讯员何苗、陆小川") && !is_credit("记者沈一鸣，通讯员苏小禾、陆小川")
        );
        assert!(is_credit("记者 沈一鸣 通讯员 苏小禾 陆小川 何苗"));
    }
}
