//! 清廉, 书香: words before the name of a place that make a goal of it and are no part of the name.

/// Of two characters each.
pub const EPITHETS: [&str; 37] = [
    "清廉", "书香", "平安", "法治", "数字", "智慧", "健康", "幸福", "美丽", "文明", "绿色", "创新", "活力",
    "魅力", "诚信", "阳光", "无废", "和谐", "品质", "人文", "善美", "大美", "红色", "廉洁", "生态", "公园",
    "开放", "慈善", "礼遇", "食在", "乐游", "畅游", "夜游", "爱心", "宜居", "知礼", "义行",
];

/// Whether all of `chars` is one of them.
pub fn is_epithet(chars: &[char]) -> bool {
    EPITHETS.iter().any(|epithet| epithet.chars().eq(chars.iter().copied()))
}
