//! Sentences as papers of today write them, put together from `patterns.txt` with invented names.

use super::augment::Augment;
use super::corpus::Piece;
use crate::tags::Kind;
use crate::train::random::Random;

impl Augment {
    /// A sentence of today.
    pub fn pattern(&self, random: &mut Random) -> Vec<Piece> {
        let patterns = include_str!("patterns.txt").lines().filter(|line| !line.starts_with('#'));
        let patterns: Vec<&str> = patterns.collect();
        let mut out = Vec::new();
        for (at, part) in random.pick(&patterns).split(['{', '}']).enumerate() {
            let (text, kind) = if at % 2 == 0 { (part.to_owned(), None) } else { self.slot(part, random) };
            if !text.is_empty() {
                out.push(Piece { text, kind, words: Vec::new() });
            }
        }
        out
    }

    /// A name for a place in a pattern.
    fn slot(&self, slot: &str, random: &mut Random) -> (String, Option<Kind>) {
        let listed = |sort: &str, random: &mut Random| {
            self.places.get(sort).map_or_else(String::new, |l| random.pick(l).clone())
        };
        let city =
            |random: &mut Random| listed(random.pick::<&str>(&["市", "市", "县", "区", "2", "2"]), random);
        let stem = |random: &mut Random| match self.stem("", random) {
            stem if stem.is_empty() => (0..3).map(|_| self.foreign.draw(random)).collect(),
            stem => stem,
        };
        let pick = |list: &str, random: &mut Random| -> String {
            let items: Vec<&str> = list.split(' ').collect();
            (*random.pick(&items)).to_owned()
        };
        let trade = pick(
            "科技 电子 光电 新能源 新材料 生物 医药 智能 环保 食品 农业 电源 重工 机械 汽车 物流 纺织 文旅 建材 动力",
            random,
        );
        let body = |text: String| (text, Some(Kind::Organization));
        let place = |text: String| (text, Some(Kind::Place));
        match slot {
            "人" => (self.chinese(random), Some(Kind::Person)),
            "外" | "队员" => {
                let (first, last) = (random.range(2, 5), random.range(2, 5));
                let last = self.foreign(last, random);
                let whole =
                    if random.chance(50) { format!("{}·{last}", self.foreign(first, random)) } else { last };
                (whole, Some(Kind::Person))
            }
            "省" => place(listed("省", random)),
            "市" => place(city(random)),
            "县" => place(listed(random.pick::<&str>(&["县", "区", "市"]), random)),
            "镇" | "村" | "路" => {
                let end = match slot {
                    "镇" => pick("镇 乡 街道", random),
                    "村" => pick("村 社区 村 寨", random),
                    _ => pick("路 街 大道 中路 东路 西路 北街 巷", random),
                };
                let lead = match random.chance(30) {
                    true => (*random.pick(&[
                        "向阳", "和平", "解放", "人民", "建设", "红旗", "幸福", "光明", "前进", "新华",
                    ]))
                    .to_owned(),
                    false => (0..2).map(|_| self.place.draw(random)).collect(),
                };
                place(lead + &end)
            }
            "园" => {
                let end = pick(
                    "高新区 经开区 工业园区 产业园 开发区 综保区 新区 科技园 高新技术产业开发区 经济技术开发区",
                    random,
                );
                place(city(random) + &end)
            }
            "局" => {
                let end = pick(
                    "公安局 教育局 审计局 税务局 市场监管局 应急管理局 民政局 水利局 文旅局 卫健委 发改委 财政局 统计局 人社局 纪委监委 住建局 农业农村局 生态环境局 商务局 团委 妇联",
                    random,
                );
                body(city(random) + &end)
            }
            "厅" => {
                let lead = pick("省 省 市 县 省委 市委", random);
                let end = match lead.chars().count() {
                    1 => pick(
                        "审计厅 教育厅 水利厅 科技厅 商务厅 公安厅 民政厅 财政厅 住建厅 文旅厅 交通运输厅 应急管理厅 审计局 气象局 统计局 药监局 林业局",
                        random,
                    ),
                    _ => pick("审计委员会办公室 宣传部 组织部 统战部 政法委 网信办 政研室", random),
                };
                body(lead + &end)
            }
            "校" => body(
                city(random)
                    + &pick("大学 师范学院 第一中学 实验小学 职业技术学院 中心小学 理工大学 幼儿园", random),
            ),
            "院" => body(city(random) + &pick("人民医院 中心医院 中医医院 第一人民医院 妇幼保健院", random)),
            "队" => body(
                city(random)
                    + &pick("消防救援支队 消防救援大队 交警支队 公安局交警大队 城管大队 救援队", random),
            ),
            "媒" => body(city(random) + &pick("晚报 日报 都市报 晨报 电视台 广播电视台", random)),
            "会" => body(
                city(random) + &pick("商会 慈善总会 作家协会 摄影家协会 工商联 足球协会 志愿者协会", random),
            ),
            "社" => body(stem(random) + &trade + "专业合作社"),
            "简" => body(stem(random) + &trade),
            "企" => {
                let lead = if random.chance(60) { city(random) } else { String::new() };
                let quote = random.chance(8);
                let stem = stem(random);
                let stem = if quote { format!("“{stem}”") } else { stem };
                let end = *random.pick(&[
                    "有限公司",
                    "股份有限公司",
                    "公司",
                    "集团有限公司",
                    "集团",
                    "有限责任公司",
                    "厂",
                ]);
                let trade = if end == "厂" { "服装".to_owned() } else { trade };
                body(format!("{lead}{stem}{trade}{end}"))
            }
            _ => (format!("{}月{}日", random.range(1, 13), random.range(1, 29)), None),
        }
    }
}
