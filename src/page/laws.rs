//! What holds of the parts of an article whatever the model says, as their form leaves no doubt.
//!
//! `settled` judges one line by its role, its kind and what stands before it; `keep` goes over the articles as they were put
//! together, for what only the whole shows: notes that are no article of their own, crossheads that their siblings betray.

use crate::page::ends::open_marks;
use crate::page::lines::Line;
use crate::page::names;
use crate::page::paragraphs::is_row;
use crate::page::rules::{self, LineKind};
use crate::page::{Article, Block, Role};
use crate::span::Span;
use crate::text::{closes, ends_sentence};

/// Characters that a credit or a note in brackets has at most.
const CREDIT: usize = 40;

/// Whether a fragment starts no article by its form: a short line in brackets, who wrote or took something where no 讯头 says so,
/// a row of a table.
pub fn is_inside(kind: LineKind, text: &str) -> bool {
    let bracketed = text.starts_with('（') && text.ends_with('）') && !text.contains(['。', '，']);
    // 调查记者某某：… is a headline.
    let credit = kind == LineKind::Byline && !text.contains(['讯', '訊', '电', '電', '：']);
    is_row(text) || (credit || bracketed) && text.chars().count() <= CREDIT
}

/// Whether what was read as a part around the body belongs to no article: a site's words (字号：大 中 小), or the page's
/// editors before any text.
pub fn is_chrome(role: Role, kind: LineKind, has_text: bool) -> bool {
    match role {
        Role::Subtitle | Role::Note => kind == LineKind::Chrome,
        Role::Credit => kind == LineKind::Chrome || !has_text && kind == LineKind::Editors,
        Role::Body => !has_text && kind == LineKind::Editors,
        _ => false,
    }
}

/// The role of a line by its form: 转接 are notes; a line under a headline that is a credit; a credit that is none, as it names
/// nobody or is a report with its 讯头; the day under who signs; the editors' words under a headline.
pub fn settled(role: Role, kind: LineKind, last: Option<Role>, told: bool, text: &str) -> Role {
    use Role::{Body, Caption, Credit, Heading, Note, Subtitle, Title};
    let under_title = matches!(last, Some(Title | Subtitle));
    match role {
        Credit | Body | Caption if kind == LineKind::Continued => Note,
        Subtitle if rules::is_credit(text) => Credit,
        Title | Subtitle | Body if under_title && names::is_author(text) => Credit,
        Credit if under_title && !names::credits(text) && !rules::is_credit(text) => last.unwrap_or(role),
        Credit if is_prose(text) => Body,
        // A crosshead over the first paragraph.
        Credit if last == Some(Credit) && !told && kind == LineKind::Plain && !names::credits(text) => {
            Heading
        }
        Body if kind == LineKind::Date && last == Some(Credit) => Credit,
        Body if kind == LineKind::Column && last.is_some_and(|last| last.is_headline() || last == Note) => {
            Note
        }
        _ => role,
    }
}

/// The role of a label without a mark and of what stands under one: 编者按 is no crosshead, 【图片新闻】 no headline, and what
/// follows that is a caption.
pub fn labelled(role: Role, last: Option<&Block>, line: &Line, text: &str) -> Role {
    let over = |last: &Block| last.role == Role::Note && rules::is_picture(&last.passage.text);
    let in_brackets = line.heading == 0 && text.starts_with(['【', '[', '［', '〔']);
    match role {
        Role::Title if in_brackets && rules::is_label(text) => Role::Note,
        Role::Heading if line.heading == 0 && rules::is_label(text) => Role::Note,
        Role::Body if last.is_some_and(over) => Role::Caption,
        _ => role,
    }
}

/// Whether a text is longer than credits are and ends as a sentence does.
fn is_prose(text: &str) -> bool {
    text.ends_with(['。', '！', '？', '”']) && text.chars().count() > 60
}

/// The role of a headline's line by the level of its mark: what stands over a line of a lesser mark is no 引题 but the 主题,
/// and that line its 副题.
pub fn by_level(article: &mut Article, role: Role, level_before: u8, level: u8) -> Role {
    match article.blocks.last_mut() {
        Some(last)
            if last.role == Role::Kicker && role == Role::Title && (1..level).contains(&level_before) =>
        {
            last.role = Role::Title;
            Role::Subtitle
        }
        _ => role,
    }
}

/// Keeps the laws that only whole articles show.
pub fn keep(mut articles: Vec<Article>, lines: &[Line]) -> Vec<Article> {
    for article in &mut articles {
        name_by_note(article);
        note_over_title(article);
        under_who_came(article);
        left_open(article);
        head_like_others(article);
    }
    with_heads_of_columns(articles, section(lines))
}

/// A note over an article without a headline is its headline, unless it is the head of a column.
fn name_by_note(article: &mut Article) {
    let titled = article.blocks.iter().any(|block| block.role.is_headline());
    let [first, _, ..] = &mut article.blocks[..] else { return };
    if first.role == Role::Note && !titled && rules::rule(&first.passage.text).is_none() {
        first.role = Role::Title;
    }
}

/// The head of a column that was read as the headline or its 引题 is a note over it: 记者手记 over “小切口”里有“大民生”.
fn note_over_title(article: &mut Article) {
    let kickers = article.blocks.iter_mut().filter(|block| block.role == Role::Kicker);
    kickers.filter(|block| rules::is_note(&block.passage.text)).for_each(|block| block.role = Role::Note);
    if let [first, second, ..] = &mut article.blocks[..]
        && (first.role, second.role) == (Role::Title, Role::Subtitle)
        && rules::is_note(&first.passage.text)
    {
        (first.role, second.role) = (Role::Note, Role::Title);
    }
}

/// A line under another that says who spoke and who came (沈一鸣讲话　何苗主持) is no headline but its 副题: what was read as its
/// 引题 is the headline.
fn under_who_came(article: &mut Article) {
    for at in 1..article.blocks.len() {
        let [over, block] = &mut article.blocks[at - 1..=at] else { return };
        let headline = matches!(over.role, Role::Kicker | Role::Title) && block.role == Role::Title;
        if headline && rules::says_who_came(&block.passage.text) {
            (over.role, block.role) = (Role::Title, Role::Subtitle);
        }
    }
}

/// Characters that a crosshead has at most, and a paragraph under it at least.
const CROSSHEAD: usize = 22;
const PROSE: usize = 24;

/// A line that opens a quotation or a bracket which its next paragraph closes is no crosshead but the beginning of that.
fn left_open(article: &mut Article) {
    for i in 1..article.blocks.len() {
        let [block, next] = &article.blocks[i - 1..=i] else { return };
        if (block.role, next.role) != (Role::Heading, Role::Body) {
            continue;
        }
        if open_marks(&block.passage.text).last().is_some_and(|&mark| next.passage.text.contains(mark)) {
            article.blocks[i - 1].role = Role::Body;
        }
    }
}

/// Where an article has crossheads, a short line without an end between its paragraphs is one too.
fn head_like_others(article: &mut Article) {
    if !article.blocks.iter().any(|block| block.role == Role::Heading) {
        return;
    }
    for i in 1..article.blocks.len().saturating_sub(1) {
        let [before, block, next] = &article.blocks[i - 1..=i + 1] else { return };
        if block.role == Role::Body && ended(before) && is_open_line(block) && is_paragraph(next) {
            article.blocks[i].role = Role::Heading;
        }
    }
}

fn ended(block: &Block) -> bool {
    block.role != Role::Body || block.passage.text.trim_end_matches(closes).ends_with(ends_sentence)
}

/// Whether a block is as short as crossheads are and ends in a word or a quotation.
fn is_open_line(block: &Block) -> bool {
    let text = &block.passage.text;
    text.chars().count() <= CROSSHEAD
        && text.ends_with(|c: char| c.is_alphanumeric() || matches!(c, '”' | '」' | '》'))
}

fn is_paragraph(block: &Block) -> bool {
    block.role == Role::Body && block.passage.text.chars().count() >= PROSE
}

/// The one line of the first level where headlines are of the second: the name of the page's section.
fn section(lines: &[Line]) -> Option<Span> {
    let mut first = lines.iter().filter(|line| line.heading == 1 && !line.labelled);
    let only = first.next().filter(|_| first.next().is_none())?;
    lines.iter().any(|line| line.heading == 2).then_some(only.ink)
}

/// Notes that were read as an article of their own, without a text, belong over the article that follows; so does the name
/// of the page's section.
fn with_heads_of_columns(articles: Vec<Article>, section: Option<Span>) -> Vec<Article> {
    let mut out: Vec<Article> = Vec::with_capacity(articles.len());
    for mut article in articles {
        if let Some(mut head) = out.pop_if(|before| is_head_of_column(before, section)) {
            head.blocks.iter_mut().for_each(|block| block.role = Role::Note);
            article.blocks.splice(..0, head.blocks);
            article.repairs.splice(..0, head.repairs);
        }
        out.push(article);
    }
    out
}

/// Whether an article is only the name of the page's section, or ends with the head of a column before any text.
fn is_head_of_column(article: &Article, section: Option<Span>) -> bool {
    let [.., last] = &article.blocks[..] else { return false };
    let alone = article.blocks.len() == 1 && last.role.is_headline();
    let text = |block: &Block| matches!(block.role, Role::Body | Role::Caption | Role::Heading);
    alone && last.ink.first().copied() == section
        || !article.blocks.iter().any(text) && rules::is_note(&last.passage.text)
}

#[cfg(test)]
mod tests {
    use super::Role::{Body, Caption, Credit, Heading, Kicker, Note, Subtitle, Title};
    use super::*;
    use crate::page::fields;
    use crate::page::lines::lines;

    #[test]
    fn some_lines_start_no_article() {
        let bracketed = |chars: usize| format!("（{}）", "岸".repeat(chars - 2));
        let names = |times: usize| format!("记者{}", " 沈一鸣".repeat(times));
        for (kind, text) in [
            (LineKind::Byline, "本报记者 沈一鸣"),
            (LineKind::Byline, names(9).as_str()),
            (LineKind::Plain, "（码头夜景）"),
            (LineKind::Plain, bracketed(CREDIT).as_str()),
            (LineKind::Plain, "| 项目 | 总投资 |"),
        ] {
            assert!(is_inside(kind, text), "{text}");
        }
        for (kind, text) in [
            (LineKind::Plain, "本报记者 沈一鸣"),
            (LineKind::Byline, "调查记者沈一鸣：码头往事"),
            (LineKind::Byline, "本报讯 记者 沈一鸣"),
            (LineKind::Byline, names(10).as_str()),
            (LineKind::Plain, "（码头夜景"),
            (LineKind::Plain, "码头夜景）"),
            (LineKind::Plain, "（码头复航了。）"),
            (LineKind::Plain, "（码头复航，游客来了）"),
            (LineKind::Plain, bracketed(CREDIT + 1).as_str()),
        ] {
            assert!(!is_inside(kind, text), "{text}");
        }
    }

    #[test]
    fn a_quotation_that_goes_on_is_no_crosshead() {
        let read = |head: &str, next: &str| {
            let text = format!("码头复航\n灯亮了。\n{head}\n{next}");
            articles(&text, &[&[Title, Body, Heading, Body]])[0][2]
        };
        assert_eq!(read("“怎样让老人坐得上", "船？要一起想办法。”会上有人问。"), Body);
        assert_eq!(read("“老人船”开了", "船票“一元”一张。"), Heading);
        assert_eq!(read("“怎样让老人坐得上", "船票一元一张。"), Heading);
    }

    #[test]
    fn words_of_a_site_and_editors_before_any_text_belong_to_no_article() {
        let chrome = |role, kind| [false, true].map(|has_text| is_chrome(role, kind, has_text));
        for role in [Subtitle, Note, Credit] {
            assert_eq!(chrome(role, LineKind::Chrome), [true, true]);
            assert_eq!(chrome(role, LineKind::Plain), [false, false]);
        }
        assert_eq!(chrome(Credit, LineKind::Editors), [true, false]);
        assert_eq!(chrome(Body, LineKind::Editors), [true, false]);
        assert_eq!(chrome(Note, LineKind::Editors), [false, false]);
        assert_eq!(chrome(Body, LineKind::Chrome), [false, false]);
        assert_eq!(chrome(Title, LineKind::Chrome), [false, false]);
    }

    #[test]
    fn labels_head_no_text() {
        let as_read = |input: &str, role: Role, last: Option<&Block>| {
            let lines = crate::page::lines::lines(input);
            labelled(role, last, &lines[0], lines[0].content.of(input))
        };
        assert_eq!([Title, Heading].map(|role| as_read("【编者按】", role, None)), [Note, Note]);
        assert_eq!(["# 【编者按】", "图片新闻"].map(|text| as_read(text, Title, None)), [Title, Title]);
        assert_eq!(as_read("编者按", Body, None), Body);
        let block = |role, text: &str| {
            let (_, mut article) = crate::page::fields::article(&[(role, text)]);
            article.blocks.pop()
        };
        let under = |role, label: &str| as_read("江边的码头昨天复航。", Body, block(role, label).as_ref());
        assert_eq!(under(Note, "【图片新闻】"), Caption);
        assert_eq!([under(Note, "【编者按】"), under(Title, "图片新闻")], [Body, Body]);
    }

    #[test]
    fn the_form_of_a_line_settles_its_role() {
        use LineKind::{Byline, Column, Continued, Date, Plain};
        let (author, place) = ("中共临川区委书记 贝长河", "記者沈一鳴／雲嶺報導");
        let long = "码头上的灯一盏一盏亮起来，".repeat(4) + "船一只一只回来了。";
        let open = "码头上的灯一盏一盏亮起来，".repeat(5);
        for (role, kind, last, told, text, settled_as) in [
            (Body, Continued, Some(Body), true, "（下转第3版）", Note),
            (Credit, Continued, Some(Body), true, "（下转第3版）", Note),
            (Caption, Continued, Some(Body), true, "（下转第3版）", Note),
            (Title, Continued, None, false, "（下转第3版）", Title),
            // Who wrote it, under the headline alone.
            (Subtitle, Byline, Some(Title), false, place, Credit),
            (Subtitle, Plain, Some(Title), false, author, Credit),
            (Body, Plain, Some(Subtitle), false, author, Credit),
            (Title, Plain, Some(Title), false, author, Credit),
            (Body, Plain, Some(Body), true, author, Body),
            (Kicker, Plain, Some(Title), false, author, Kicker),
            // A credit that credits nobody is another line of the headline.
            (Credit, Plain, Some(Title), false, "一江两岸换新颜", Title),
            (Credit, Plain, Some(Subtitle), false, "一江两岸换新颜", Subtitle),
            (Credit, Byline, Some(Title), false, "记者 沈一鸣", Credit),
            (Credit, Byline, Some(Title), false, place, Credit),
            (Credit, Plain, Some(Body), true, "一江两岸换新颜", Credit),
            // A report is none.
            (Credit, Plain, Some(Body), true, &long, Body),
            (Credit, Plain, Some(Body), true, &long["码".len()..], Credit),
            (Credit, Plain, Some(Body), true, &open, Credit),
            (Credit, Plain, Some(Body), true, "沈一鸣供图。", Credit),
            // A crosshead between the credit and the first paragraph.
            (Credit, Plain, Some(Credit), false, "一江两岸换新颜", Heading),
            (Credit, Plain, Some(Credit), true, "一江两岸换新颜", Credit),
            (Credit, Byline, Some(Credit), false, "一江两岸换新颜", Credit),
            (Credit, Plain, Some(Credit), false, "记者 沈一鸣", Credit),
            // The day under who signs.
            (Body, Date, Some(Credit), true, "2025年4月16日", Credit),
            (Body, Date, Some(Body), true, "2025年4月16日", Body),
            // The name of a column.
            (Body, Column, Some(Title), false, "编者按", Note),
            (Body, Column, Some(Note), false, "编者按", Note),
            (Body, Column, Some(Body), true, "编者按", Body),
            (Body, Column, None, false, "编者按", Body),
            (Title, Column, Some(Title), false, "编者按", Title),
        ] {
            assert_eq!(
                settled(role, kind, last, told, text),
                settled_as,
                "{role:?} {kind:?} {last:?} {text}"
            );
        }
    }

    fn roles(article: &Article) -> Vec<Role> {
        article.blocks.iter().map(|block| block.role).collect()
    }

    #[test]
    fn what_stands_over_a_lesser_mark_is_the_headline() {
        let read = |before: Role, role: Role, level_before: u8, level: u8| {
            let (_, mut article) = fields::article(&[(before, "桥上通车"), (role, "两岸相连")]);
            article.blocks.pop();
            let role = by_level(&mut article, role, level_before, level);
            (article.blocks[0].role, role)
        };
        assert_eq!(read(Kicker, Title, 1, 2), (Title, Subtitle));
        assert_eq!(read(Kicker, Title, 2, 1), (Kicker, Title));
        assert_eq!(read(Kicker, Title, 2, 2), (Kicker, Title));
        assert_eq!(read(Kicker, Title, 0, 2), (Kicker, Title));
        assert_eq!(read(Kicker, Kicker, 1, 2), (Kicker, Kicker));
        assert_eq!(read(Title, Title, 1, 2), (Title, Title));
        assert_eq!(by_level(&mut Article::default(), Title, 1, 2), Title);
    }

    fn kept(blocks: &[(Role, &str)]) -> Vec<Role> {
        roles(&keep(vec![fields::article(blocks).1], &[])[0])
    }

    const LONG: &str = "入夜以后，江边的步道上都是散步的人，灯光一直亮到十点。";

    #[test]
    fn who_came_is_under_the_headline() {
        let came = "沈一鸣讲话　何苗主持";
        assert_eq!(kept(&[(Kicker, "码头复航"), (Title, came), (Body, LONG)]), [Title, Subtitle, Body]);
        assert_eq!(kept(&[(Title, "码头复航"), (Title, came), (Body, LONG)]), [Title, Subtitle, Body]);
        assert_eq!(kept(&[(Kicker, "码头复航"), (Title, "灯亮了"), (Body, LONG)]), [Kicker, Title, Body]);
        assert_eq!(kept(&[(Kicker, came), (Title, "灯亮了"), (Body, LONG)]), [Kicker, Title, Body]);
        assert_eq!(kept(&[(Title, came), (Body, LONG)]), [Title, Body]);
        assert_eq!(kept(&[(Body, LONG), (Title, came)]), [Body, Title]);
    }

    #[test]
    fn notes_and_headlines_are_told_apart() {
        assert_eq!(kept(&[(Note, "灯下的码头"), (Body, LONG)]), [Title, Body]);
        assert_eq!(kept(&[(Note, "编者按"), (Body, LONG)]), [Note, Body]);
        assert_eq!(kept(&[(Note, "灯下的码头"), (Title, "灯亮了"), (Body, LONG)]), [Note, Title, Body]);
        assert_eq!(kept(&[(Note, "灯下的码头")]), [Note]);
        assert_eq!(kept(&[(Kicker, "记者手记"), (Title, "灯亮了"), (Body, LONG)]), [Note, Title, Body]);
        assert_eq!(kept(&[(Kicker, "码头复航"), (Title, "灯亮了"), (Body, LONG)]), [Kicker, Title, Body]);
        assert_eq!(kept(&[(Title, "记者手记"), (Subtitle, "灯亮了"), (Body, LONG)]), [Note, Title, Body]);
        assert_eq!(kept(&[(Title, "码头复航"), (Subtitle, "灯亮了"), (Body, LONG)]), [Title, Subtitle, Body]);
        assert_eq!(kept(&[(Title, "记者手记"), (Body, LONG)]), [Title, Body]);
    }

    #[test]
    fn a_line_among_crossheads_is_one_too() {
        let with = |line: &str, before: &str, next: &str| {
            let blocks = [
                (Title, "灯亮了"),
                (Body, before),
                (Body, line),
                (Body, next),
                (Heading, "桥通了"),
                (Body, LONG),
            ];
            kept(&blocks)[2]
        };
        let longest = "灯".repeat(CROSSHEAD);
        let shortest = "岸".repeat(PROSE);
        assert_eq!(with("船回来了", LONG, LONG), Heading);
        assert_eq!(with("船回来了”", LONG, LONG), Heading);
        assert_eq!(with("船回来了", "“都亮了。”", LONG), Heading);
        assert_eq!(with(&longest, LONG, &shortest), Heading);
        assert_eq!(with(&format!("{longest}下"), LONG, LONG), Body);
        assert_eq!(with("船回来了", LONG, &shortest[3..]), Body);
        assert_eq!(with("船回来了。", LONG, LONG), Body);
        assert_eq!(with("船回来了，", LONG, LONG), Body);
        assert_eq!(with("船回来了", "入夜以后，江边的步道上都是散步的", LONG), Body);
        // Without a crosshead there is nothing to be like.
        assert_eq!(kept(&[(Title, "灯亮了"), (Body, LONG), (Body, "船回来了"), (Body, LONG)])[2], Body);
        // The first and the last block have no paragraph on one of their sides.
        assert_eq!(kept(&[(Body, "船回来了"), (Body, LONG), (Heading, "桥通了"), (Body, "完")])[..1], [Body]);
        // Behind what is no paragraph nothing had to end.
        let under = [
            (Title, "灯亮了"),
            (Caption, "图为码头"),
            (Body, "船回来了"),
            (Body, LONG),
            (Heading, "桥通了"),
            (Body, LONG),
        ];
        assert_eq!(kept(&under)[2], Heading);
    }

    /// Each line of the text as a block of an article, its role given.
    fn articles(text: &str, roles: &[&[Role]]) -> Vec<Vec<Role>> {
        let lines = lines(text);
        let mut next = lines.iter();
        let article = |roles: &&[Role]| Article {
            blocks: roles
                .iter()
                .zip(&mut next)
                .map(|(&role, line)| Block {
                    role,
                    passage: crate::text::Passage::new(text, line.content),
                    ink: vec![line.ink],
                })
                .collect(),
            ..Article::default()
        };
        let articles = roles.iter().map(article).collect();
        keep(articles, &lines).iter().map(self::roles).collect()
    }

    #[test]
    fn the_name_of_a_section_and_of_a_column_stand_over_what_follows() {
        let body = format!("{LONG}\n");
        let page = |heads: [&str; 3]| format!("{}\n{}\n{body}{}\n{body}", heads[0], heads[1], heads[2]);
        let parts: [&[Role]; 3] = [&[Title], &[Title, Body], &[Title, Body]];
        let together = [vec![Note, Title, Body], vec![Title, Body]];
        let apart = [vec![Title], vec![Title, Body], vec![Title, Body]];
        assert_eq!(articles(&page(["# 要闻", "## 灯亮了", "## 桥通了"]), &parts), together);
        // Of several lines of the first level none is the section's, and without a second level there is none.
        assert_eq!(articles(&page(["# 要闻", "## 灯亮了", "# 桥通了"]), &parts), apart);
        assert_eq!(articles(&page(["# 要闻", "灯亮了", "### 桥通了"]), &parts), apart);
        // What stands under a 引题 is a headline.
        let two: [&[Role]; 3] = [&[Kicker, Title], &[Title, Body], &[Title, Body]];
        assert_eq!(
            articles(&page(["船来了\n# 要闻", "## 灯亮了", "## 桥通了"]), &two),
            [vec![Kicker, Title], vec![Title, Body], vec![Title, Body]]
        );
        // A labelled headline is an article's.
        assert_eq!(articles(&page(["标题：要闻", "## 灯亮了", "## 桥通了"]), &parts), apart);
        // A headline with a text is no name of a section.
        let told: [&[Role]; 2] = [&[Title, Body], &[Title, Body]];
        let text = format!("# 要闻\n{body}## 灯亮了\n{body}");
        assert_eq!(articles(&text, &told), [vec![Title, Body], vec![Title, Body]]);
        // The head of a column needs no mark; behind a text it is that article's.
        assert_eq!(articles(&page(["编者按", "灯亮了", "桥通了"]), &parts), together);
        let behind: [&[Role]; 2] = [&[Title, Body, Note], &[Title, Body]];
        let text = format!("灯亮了\n{body}编者按\n桥通了\n{body}");
        assert_eq!(articles(&text, &behind), [vec![Title, Body, Note], vec![Title, Body]]);
    }
}
