//! Several pages at once: themes over dates, reprints, who returns; and that the order given makes no difference.

use banmian::compare::{Comparison, Direction, Stored, compare};
use banmian::tags::Lexicon;
use banmian::{Options, Report, analyze};
use proptest::prelude::*;

/// The report of a page, written out and read again as a caller would store it.
fn report(name: &str, text: &str) -> Stored {
    with_words(name, text, "")
}

fn with_words(name: &str, text: &str, lexicon: &str) -> Stored {
    let lexicon = Lexicon::parse(lexicon).expect("a readable lexicon");
    let options = Options { lexicon, all_themes: true };
    let stored = serde_json::to_string(&Report::new(&analyze(text, &options), Some(name)));
    serde_json::from_str(&stored.expect("a report can be written")).expect("and read")
}

const BRIDGE: &str = "# 老石桥换新颜\n\n渡口日报讯（记者 陆小满）渡口镇实施“千桥焕新”工程，老石桥昨日通行，沿河居民不再绕路。桥面\
                      加宽到六米，两侧装了石栏，夜里有灯。镇长白石川说，这座桥走了一百二十年，还要再走一百二十年。\n";

fn page(day: &str, body: &str) -> String {
    format!("渡口日报\n2025年3月{day}日 星期一 第01版\n\n{body}\n")
}

/// Four days: 千桥焕新 fades, 亲水课堂 comes, the bridge is printed twice.
fn week() -> Vec<Stored> {
    let days = [
        ("1", format!("{BRIDGE}\n# 石匠回到河边\n\n渡口日报讯 “千桥焕新”工程请回了十二名老石匠，手艺不再失传。\n")),
        ("2", "# 三座古桥开工修缮\n\n渡口日报讯（记者 陆小满）“千桥焕新”工程再添三座古桥，年底前全部完工。镇长白石川说，石匠是镇上的宝贝。\n".to_owned()),
        ("3", "# 学校有了亲水课堂\n\n渡口日报讯 渡口小学开设“亲水课堂”，孩子们在河边测水温、认水草。\n\n# 码头晚市开张\n\n渡口日报讯 五十家小摊昨晚开张，生意不错。\n".to_owned()),
        ("4", format!("# 亲水课堂添了小船\n\n渡口日报讯 “亲水课堂”昨日添了六条小船，学生下河测流速。\n\n{BRIDGE}")),
    ];
    days.iter().map(|(day, body)| report(&format!("{day}.txt"), &page(day, body))).collect()
}

fn theme<'c>(comparison: &'c Comparison, name: &str) -> &'c banmian::compare::ComparedTheme {
    let named = comparison.themes.iter().find(|theme| theme.name == name);
    named.unwrap_or_else(|| panic!("no theme {name} in {:?}", comparison.themes))
}

#[test]
fn a_theme_has_its_pages_in_the_order_of_time() {
    let comparison = compare(&week());
    let bridges = theme(&comparison, "千桥焕新");
    assert_eq!(bridges.pages.iter().map(|p| p.page).collect::<Vec<_>>(), [0, 1, 3]);
    assert_eq!(bridges.first.as_ref().and_then(|f| f.date.as_deref()), Some("2025-03-01"));
    assert_eq!(bridges.mentions, bridges.pages.iter().map(|p| p.headline + p.body).sum::<usize>());
    assert_eq!(bridges.direction, Direction::Falling);
    assert!(!bridges.is_new);
}

#[test]
fn what_comes_rises_and_what_is_met_on_the_last_day_is_new() {
    let all = week();
    let comparison = compare(&all);
    let lessons = theme(&comparison, "亲水课堂");
    assert_eq!((lessons.direction, lessons.is_new), (Direction::Rising, false));
    assert!(theme(&compare(&all[..3]), "亲水课堂").is_new);
    assert_eq!(theme(&compare(&all[2..3]), "亲水课堂").trend, None, "one day has no trend");
}

#[test]
fn a_theme_is_counted_where_it_is_not_listed() {
    let all = [
        with_words("1.txt", &page("1", "# 河边晨读\n\n渡口日报讯 孩子们在河边读书。\n"), "河边,主题\n"),
        report("2.txt", &page("2", "# 老街新店\n\n渡口日报讯 河边开了一家书店。\n")),
    ];
    let comparison = compare(&all);
    let river = theme(&comparison, "河边");
    assert_eq!(river.pages.iter().map(|p| p.theme.is_some()).collect::<Vec<_>>(), [true, false]);
    assert_eq!(river.pages[1].body, 1);
}

#[test]
fn a_theme_without_a_mention_has_no_pages() {
    let comparison = compare(&[with_words("1.txt", &page("1", "# 雨后\n\n雨停了。\n"), "海绵校园,主题\n")]);
    let none = theme(&comparison, "海绵校园");
    assert_eq!((none.mentions, none.pages.len(), none.first.as_ref()), (0, 0, None));
}

#[test]
fn the_same_article_is_found_again_and_another_is_not() {
    let comparison = compare(&week());
    assert_eq!(comparison.reprints.len(), 1, "{:?}", comparison.reprints);
    let pages: Vec<usize> = comparison.reprints[0].articles.iter().map(|a| a.page).collect();
    assert_eq!((pages, comparison.reprints[0].likeness), (vec![0, 3], 1.0));
}

#[test]
fn a_shortened_reprint_in_the_other_script_is_found() {
    let short = "# 老石橋換新顏\n\n渡口鎮實施“千橋煥新”工程，老石橋昨日通行，沿河居民不再繞路。橋面加寬到六米，兩側裝了石欄，夜裡有燈。\n";
    let comparison = compare(&[report("1.txt", &page("1", BRIDGE)), report("2.txt", &page("2", short))]);
    assert_eq!(comparison.reprints.len(), 1);
    assert!(comparison.reprints[0].likeness >= 0.5, "{:?}", comparison.reprints);
}

#[test]
fn a_text_printed_on_three_hundred_pages_is_one_reprint() {
    let copy = report("同.txt", &page("1", BRIDGE));
    let comparison = compare(&vec![copy; 300]);
    assert_eq!(comparison.reprints.len(), 1);
    assert_eq!(comparison.reprints[0].articles.len(), 300);
}

#[test]
fn who_returns_is_named_with_the_pages() {
    let comparison = compare(&week());
    let mayor = comparison.entities.iter().find(|e| e.name == "白石川").expect("the mayor");
    assert_eq!(mayor.pages.iter().map(|p| p.page).collect::<Vec<_>>(), [0, 1, 3]);
    assert!(comparison.entities.iter().all(|e| e.pages.len() > 1));
}

/// A stored page with bodies: each its name and its aliases.
fn with_bodies(day: u8, bodies: &[(&str, &[&str])]) -> Stored {
    let entities: Vec<serde_json::Value> = bodies
        .iter()
        .enumerate()
        .map(|(i, (name, aliases))| {
            let mentions = [serde_json::json!({ "article": "a1" })];
            serde_json::json!({ "id": format!("e{i}"), "kind": "organization", "name": name, "aliases": aliases, "mentions": mentions })
        })
        .collect();
    let source = serde_json::json!({ "name": format!("{day}.txt"), "masthead": null });
    serde_json::from_value(
        serde_json::json!({ "version": 1, "source": source, "articles": [], "entities": entities, "themes": [] }),
    )
    .expect("a stored report")
}

#[test]
fn a_body_returns_under_its_short_name_where_no_other_has_it() {
    let (long, short): (_, &[&str]) = ("渡口清河石材有限公司", &["清河石材", "公司"]);
    let pages = [
        with_bodies(1, &[(long, short)]),
        with_bodies(2, &[("清河石材", &[]), ("公司", &[])]),
        with_bodies(3, &[("公司", &[])]),
    ];
    let found = compare(&pages).entities;
    let names: Vec<(&str, usize)> = found.iter().map(|e| (&*e.name, e.pages.len())).collect();
    // 公司 returns by its own name; it is too short to be the stone works of another page.
    assert_eq!(names, [("公司", 2), (long, 2)]);
    assert_eq!(found[1].aliases, ["公司", "清河石材"]);

    let rival = with_bodies(4, &[("江口清河石材厂", &["清河石材"])]);
    let found = compare(&[pages[0].clone(), pages[1].clone(), rival]).entities;
    assert!(found.iter().all(|e| e.name != long), "两家都叫清河石材: {found:?}");
}

#[test]
fn a_page_that_has_two_names_of_one_body_counts_once() {
    let pages = [
        with_bodies(1, &[("渡口镇卫生院", &["镇卫生院"])]),
        with_bodies(2, &[("镇卫生院", &[]), ("渡口镇卫生院", &[])]),
    ];
    let found = compare(&pages).entities;
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].pages.iter().map(|p| (p.page, p.mentions)).collect::<Vec<_>>(), [(0, 1), (1, 2)]);
}

#[test]
fn pages_without_dates_stand_in_the_order_of_their_names() {
    let text = |word: &str| format!("# {word}\n\n今天{word}。\n");
    let all = [report("b.txt", &text("有雨")), report("a.txt", &text("有风"))];
    let comparison = compare(&all);
    assert_eq!(comparison.pages.iter().map(|p| p.page).collect::<Vec<_>>(), [1, 0]);
}

#[test]
fn nothing_and_one_page_can_be_compared() {
    assert!(compare(&[]).themes.is_empty());
    let alone = compare(&week()[..1]);
    assert!(alone.reprints.is_empty() && alone.entities.is_empty());
    assert!(alone.themes.iter().all(|theme| !theme.is_new && theme.trend.is_none()));
}

#[test]
fn another_version_and_what_is_no_report_are_refused() {
    for bad in [
        "{}",
        "[]",
        "1",
        r#"{"version":2,"source":{"name":null,"masthead":null},"articles":[],"entities":[],"themes":[]}"#,
    ] {
        assert!(serde_json::from_str::<Stored>(bad).is_err(), "{bad}");
    }
}

/// A comparison with the indexes of pages replaced.
fn renumbered(comparison: &Comparison, to: &[usize]) -> serde_json::Value {
    fn walk(value: &mut serde_json::Value, to: &[usize]) {
        match value {
            serde_json::Value::Object(fields) => {
                for (name, value) in fields {
                    match value.as_u64() {
                        Some(page) if name == "page" => *value = to[page as usize].into(),
                        _ => walk(value, to),
                    }
                }
            }
            serde_json::Value::Array(items) => items.iter_mut().for_each(|item| walk(item, to)),
            _ => (),
        }
    }
    let mut value = serde_json::to_value(comparison).expect("a comparison can be written");
    walk(&mut value, to);
    value
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn the_order_given_makes_no_difference(order in Just((0..4).collect::<Vec<usize>>()).prop_shuffle()) {
        let all = week();
        let given: Vec<Stored> = order.iter().map(|&i| all[i].clone()).collect();
        let plain = serde_json::to_value(compare(&all)).expect("a comparison can be written");
        prop_assert_eq!(renumbered(&compare(&given), &order), plain);
    }
}
