//! Names of papers and people and chrome of sites, invented for training.

use std::sync::LazyLock;

use crate::train::random::Random;
use crate::train::tags::Augment;

/// A person, drawn from what surnames and given names are made of.
pub fn person(random: &mut Random) -> String {
    static NAMES: LazyLock<Augment> = LazyLock::new(Augment::new);
    NAMES.chinese(random)
}

pub const SCENES: &[&str] = &["活动", "签约", "开工", "表演", "比赛", "会议", "展览", "施工"];
pub const PAPERS: &[&str] =
    &["云岭日报", "清江晚报", "临川都市报", "海宁新闻", "南湖时报", "雁城晚报", "东湾日报", "石门早报"];
pub const SECTIONS: &[&str] =
    &["要闻", "综合", "城事", "民生", "文化", "副刊", "体育", "国际", "经济", "社区"];
pub const CHROME: &[&str] = &[
    "往期阅读",
    "当前版：03版 上一版  下一版",
    "上一版  下一版",
    "上一篇    下一篇",
    "放大 缩小 默认",
    "返回首页",
    "版面导航",
    "打印 关闭",
    "分享到：",
    "下载PDF",
    "字号：大 中 小",
];
/// Offices and bodies that sign texts.
pub const OFFICES: &[&str] = &[
    "云岭大学教授",
    "清江县委书记",
    "东湾区教育局",
    "石门市人民政府办公室",
    "南湖中学校长",
    "临川市住房保障中心",
    "海宁街道办事处",
];
/// Heads of columns of briefs.
pub const COLUMNS: &[&str] = &[
    "简讯",
    "短讯",
    "要闻速览",
    "图片新闻",
    "国际短讯",
    "经济简讯",
    "一周回顾",
    "快讯",
    "各地传真",
    "信息窗",
];
/// Places that agencies report from.
pub const PLACES: &[&str] = &["云岭", "清江", "东湾", "石门", "临川"];

/// Heads of columns, without brackets.
pub const COLUMN_HEADS: &[&str] = &[
    "时评",
    "社论",
    "本报评论",
    "相关链接",
    "新闻链接",
    "链接",
    "知多一点",
    "法官说法",
    "短评",
    "今日话题",
    "提醒",
    "市民热线",
    "民生关注",
    "记者调查",
    "一线见闻",
    "人物",
    "读者来信",
    "服务台",
    "文化周刊",
    "社区故事",
    "特别报道",
    "热点聚焦",
    "天天读报",
    "乡村振兴进行时",
    "法治在线",
];
