#!/usr/bin/env python3
"""Makes src/data/tags/*.txt from packages and corpora; see src/data/README.md. Python 3.11, standard library only.

    tags.py --jieba dict.txt --division china-division/dist --world world_location.txt --faker faker \
            --tagged tagged.txt [--last-day 18] [--modern DIR] --out src/data/tags

Words and names come from the packages; the corpora give numbers only (costs and leanings).
"""
import argparse, collections, csv, glob, json, math, os, re, runpy, sys

HAN = re.compile(r"[\u4e00-\u9fff]+$")
WIDE = {c: c - 0xFEE0 for c in range(0xFF10, 0xFF1A)} | {c: c - 0xFEE0 for c in range(0xFF21, 0xFF5B)}
TRANSLIT = "阿埃艾奥巴拜班邦鲍贝本比彼毕别宾波伯博布查达戴丹德邓迪蒂丁东杜多厄恩尔法凡菲费芬丰冯佛弗夫福富盖甘冈戈哥格葛古哈海汉赫亨胡霍基吉济季加贾杰捷金京卡凯坎康考科克肯孔库奎拉莱赖兰朗劳雷勒黎里理利莉林琳隆卢鲁伦罗洛马玛迈麦曼芒梅门蒙米密明摩莫姆穆纳娜奈南尼涅宁纽努诺欧帕潘庞佩彭皮平珀普齐奇恰强乔切琴日让热仁荣瑞若萨塞赛桑森沙莎山尚绍舍申盛什圣施史士舒斯思松苏索塔泰坦汤唐特滕梯提图托瓦万旺威韦维温文翁沃乌武西希夏香谢辛欣休雅亚扬耶叶伊因英尤于约扎詹泽曾张哲珍芝治朱兹佐丝妮娅婷茨赫甫柯茜蕾逊廷顿钦"
COARSE = {"n": "n", "vn": "n", "nz": "n", "b": "n", "j": "n", "l": "n", "i": "n", "s": "n", "nt": "n", "an": "n", "zg": "n", "g": "n",
          "ng": "n", "v": "v", "vd": "v", "vi": "v", "vg": "v", "vq": "v", "a": "a", "ad": "a", "ag": "a", "z": "a"}


def cost(p):
    """Natural-log cost in quarters, as one letter A–Z a–z."""
    q = min(51, max(0, round(-math.log(p) * 2.5)))
    return chr(65 + q) if q < 26 else chr(71 + q)


def digit(x, unit=0.9):
    return str(min(9, max(0, 5 + round(x / unit))))


def lean(hits, seen, base, k=6):
    return math.log((hits + k * base) / (seen + k) / base)


def tokens_of(line):
    """[(word, tag)] of one tagged line; names joined, bracketed names kept as ('[', tag) … marks."""
    out = []
    for item in line.split()[1:]:
        opens = item.startswith("[") and len(item) > 2 and item[1] != "/"
        item = item[1:] if opens else item
        m = re.match(r"(.+?)/([A-Za-z]+)(?:\](\w+))?$", item)
        if not m:
            continue
        word, tag, close = m.groups()
        if opens:
            out.append(("[", "["))
        out.append((word.translate(WIDE), tag))
        if close:
            out.append(("]", close))
    return out


def joined(toks, surnames):
    out = []
    for word, tag in toks:
        if tag == "nr" and out and out[-1][1] == "nr" and out[-1][0] in surnames and len(word) <= 2:
            out[-1] = (out[-1][0] + word, "name")
        else:
            out.append((word, tag))
    return out


class Counts:
    def __init__(self, path, last_day, surnames):
        self.word, self.tagged = collections.Counter(), collections.Counter()
        self.before_person, self.after_person = collections.Counter(), collections.Counter()
        self.before_place = collections.Counter()
        self.in_org, self.end_org = collections.Counter(), collections.Counter()
        self.names = set()
        self.people = self.places = self.total = 0
        for line in open(path, encoding="utf8"):
            if not line.strip() or int(line[6:8]) > last_day:
                continue
            self.line(joined(tokens_of(line), surnames))

    def line(self, toks):
        depth, inside, prev = False, [], ("。", "w")
        for word, tag in toks:
            if word == "[":
                depth, inside = True, []
                continue
            if word == "]":
                if tag == "nt" and inside:
                    for w, _ in inside:
                        self.in_org[w] += 1
                    self.end_org[inside[-1][0]] += 1
                depth = False
                continue
            if depth:
                inside.append((word, tag))
            self.total += 1
            self.tagged[word, tag] += 1
            if tag not in ("nr", "name", "ns", "nt"):
                self.word[word] += 1
            if tag in ("nr", "name"):
                self.people += 1
                self.before_person[prev[0]] += 1
                if tag == "name":
                    self.names.add(word)
            if prev[1] in ("nr", "name"):
                self.after_person[word] += 1
            if tag == "ns":
                self.places += 1
                self.before_place[prev[0]] += 1
            prev = (word, tag)


def jieba_words(path):
    out = {}
    for line in open(path, encoding="utf8"):
        word, freq, *tag = line.split()
        if HAN.match(word):
            out[word] = (int(freq), tag[0] if tag else "x")
    return out


def modern_counts(folder, vocabulary):
    """How often each word of two characters or more stands in texts of our day, by longest match."""
    seen, total = collections.Counter(), 0
    for path in sorted(glob.glob(os.path.join(folder, "*.txt"))):
        for run in re.findall(r"[\u4e00-\u9fff]+", open(path, encoding="utf8").read()):
            i = 0
            while i < len(run):
                n = next((n for n in (6, 5, 4, 3, 2) if run[i:i + n] in vocabulary and len(run) >= i + n), 1)
                if n > 1:
                    seen[run[i:i + n]] += 1
                total += 1
                i += n
    return seen, total


def grouped(path, rows):
    """One line a first character: the character, then the rest of each word with its letters."""
    lines = collections.defaultdict(list)
    for word, letters in rows:
        lines[word[0]].append((word[1:], letters))
    with open(path, "w", encoding="utf8") as f:
        for first in sorted(lines):
            f.write(first + " " + " ".join(r + l for r, l in sorted(lines[first])) + "\n")


def place_names(a, jieba, c):
    """{name: cost letter} of divisions with short forms, of the world, and of landscape words."""
    seen = collections.Counter()
    for (w, t), n in c.tagged.items():
        if t == "ns":
            seen[w] += n
    names = {}

    def add(name, prior):
        if 2 <= len(name) and HAN.match(name):
            p = (seen[name] + prior) / (c.total + 1000)
            names[name] = max(p, names.get(name, 0))

    def division(name, prior):
        add(name, prior)
        short = re.sub(r"(?:(?:壮族|回族|维吾尔)?自治区|特别行政区|省|市|地区|盟|县|区)$", "", name)
        short = re.sub(r"(?:[\u4e00-\u9fff]{1,3}族)+自治[州县旗]?$|自治[州县旗]$", "", short)
        banned = short in COMMON or (c.word[short] > 2 * seen[short] and c.word[short] > 3)
        if len(short) >= 2 and not banned and not short.endswith("新") and not short.endswith("族"):
            add(short, prior * 0.5)

    csvs = lambda n: [r["name"] for r in csv.DictReader(open(os.path.join(a.division, n), encoding="utf8"))]
    for name in csvs("provinces.csv"):
        division(name, 5)
    for name in csvs("cities.csv"):
        if name not in ("市辖区", "县") and "直辖" not in name:
            division(name, 2)
    for name in csvs("areas.csv"):
        if "开发区" not in name and "园区" not in name and "市辖" not in name:
            division(name, 0.5)
    for province, cities in json.load(open(os.path.join(a.division, "HK-MO-TW.json"), encoding="utf8")).items():
        division(province, 5)
        for city, areas in cities.items():
            division(city, 1)
            for area in areas:
                if len(area) > 2:
                    add(area, 0.3)
    for line in open(a.world, encoding="utf8"):
        cols = line.strip().split("\t")
        if len(cols) > 1 or cols[0].endswith(":"):
            for i, field in enumerate(cols):
                for name in field.rstrip(":").split("/"):
                    add(name, 1)
    for word, (freq, tag) in jieba.items():
        if len(word) < 2 or word in names:
            continue
        as_place, plain = seen[word], c.word[word]
        if as_place >= 1 and as_place > plain and tag in ("ns", "nr", "nrt", "nz", "n"):
            add(word, 0)
        elif tag == "ns" and freq >= 20 and plain == 0 and len(word) >= 3 and word[-1] in "省市县区州山河江湖海岛湾港镇乡村桥峰岭谷原":
            add(word, 0.2)
    return {n: cost(p) for n, p in names.items()}


COMMON = set("兴业 共和 万年 光泽 南岸 城北 工农 大名 清水 前锋 长子 平定 洞口 三元 莲花 名山 六合 大漠 矿区 桃源 三门 大观 台前 方城 石棉 竹园 双桥 "
             "高台 二道 无为 民权 小店 灯塔 七星 海棠 江岸 马尾 弥勒 黑水 湖里 上党 麒麟 清流 水城 老城 和顺 上高 左权 孝义 定远 万安 文成 富民 天台 神木 灵台 紫金 "
             "城 郊 市中 高新 经济 和平 解放 新华 建设 河东 河西 中山 朝阳 向阳 长安 鼓楼 东风 红旗 前进 胜利 光明 友谊 青年 文化 站前 桥东 桥西 新市 "
             "江北 江南 江东 城中 城关 海港 矿 郊区 城区 大通 大同 集中 兴安 南山 龙华 太和 平安 安定 和政 平和 东方 新建 普定 铁东 铁西 永定 振兴 明山 通州 昌平 新城 "
             "合作 天等 都安 东阳 安居 市北 市南 清新 开平 丰满 永新 尖山 爱民 西安区 双清 同心 中方 通道 大方 正定 固始 平定 保定路 兴隆 宽城 西区 东区 南区 北区".split()) - {"中山", "大同", "昌平", "保定路", "通州", "正定", "平定", "固始", "东阳", "开平", "朝阳", "长安"}


def main():
    ap = argparse.ArgumentParser(description=__doc__)
    for name in ("jieba", "division", "world", "faker", "tagged", "modern", "out"):
        ap.add_argument("--" + name, required=name != "modern")
    ap.add_argument("--last-day", type=int, default=18)
    ap.add_argument("--words", type=int, default=19000)
    ap.add_argument("--friends", type=int, default=5000)
    a = ap.parse_args()
    os.makedirs(a.out, exist_ok=True)
    sys.path.insert(0, os.path.dirname(a.faker))
    from faker.providers.person.zh_CN import Provider
    census = dict(Provider.last_names)
    jieba = jieba_words(a.jieba)
    compound = {s for s in census if len(s) == 2} | set("欧阳 司马 上官 诸葛 司徒 夏侯 皇甫 尉迟 公孙 慕容 令狐 宇文 长孙 端木 东方 南宫 呼延 闻人 澹台 赫连 轩辕 独孤 拓跋".split())
    c = Counts(a.tagged, a.last_day, set(census) | compound | {s[0] for s in jieba if jieba[s][1] == "nr" and len(s) == 3})

    places = place_names(a, jieba, c)
    write_names(a, c, jieba, census, compound)
    write_words(a, c, jieba, places, census)
    grouped(os.path.join(a.out, "places.txt"), [(n, l + "p") for n, l in places.items()])


# Surnames that few have and no count shows.
RARE = "逯缑郏糜隗璩蒯雒訾笪逄宓湛鄞仉郄茆竺厍麴"


def write_names(a, c, jieba, census, compound):
    # Types, not tokens: one much-named person must not decide how names look.
    names = set(c.names)
    weak = {w for w, (f, t) in jieba.items() if t == "nr" and len(w) in (2, 3) and w[0] in census and c.word[w] == 0}
    first = collections.Counter()
    single, one, two = collections.Counter(), collections.Counter(), collections.Counter()
    for pool, weight in ((names, 1.0), (weak, 0.15)):
        for n in pool:
            s = 2 if n[:2] in compound and len(n) > 2 else 1
            if n[:s] in census or pool is names:
                first[n[:s]] += weight
                given = n[s:]
                if len(given) == 1:
                    single[given] += weight
                elif len(given) == 2:
                    one[given[0]] += weight
                    two[given[1]] += weight
    for s, share in census.items():
        first[s] += share * 60
    for s in compound | set(RARE):
        first[s] += 3
    rows = {"surname": first, "given": single, "given1": one, "given2": two}
    with open(os.path.join(a.out, "names.txt"), "w", encoding="utf8") as f:
        for kind, counts in rows.items():
            total = sum(counts.values()) + 200
            keep = sorted((k, n) for k, n in counts.items() if n >= (0.8 if kind == "surname" else 0.9) and HAN.match(k))
            f.write(kind + " " + " ".join(k + cost(n / total) for k, n in keep) + "\n")
        foreign = collections.Counter()
        for (w, t), n in c.tagged.items():
            if t == "nr" and len(w) >= 3 and set(w) <= set(TRANSLIT):
                foreign.update(w)
        for w, (_, t) in jieba.items():
            if t == "nrt" and len(w) >= 3 and set(w) <= set(TRANSLIT):
                foreign.update(w)
        total = sum(foreign.values())
        f.write("foreign " + " ".join(k + cost((foreign[k] + 3) / total) for k in sorted(set(TRANSLIT))) + "\n")
        tail, total = collections.Counter(), 0
        for name in open(os.path.join(a.division, "streets.csv"), encoding="utf8"):
            stem = re.sub(r"(?:街道|地区|办事处|镇|乡|村|民族|苏木)", "", name.split(",")[1].strip('"'))
            tail.update(stem if len(stem) <= 3 else "")
        total = sum(tail.values())
        f.write("place " + " ".join(k + cost(n / total) for k, n in sorted(tail.items()) if n >= 12 and HAN.match(k)) + "\n")


def write_words(a, c, jieba, places, census):
    modern, modern_total = modern_counts(a.modern, jieba) if a.modern else (collections.Counter(), 1)
    jieba_total = sum(f for f, _ in jieba.values())
    person, place = c.people / c.total, c.places / c.total
    known = {}
    scored = []
    for word, (freq, tag) in jieba.items():
        p = 0.5 * c.word[word] / c.total + 0.25 * freq / jieba_total
        if len(word) > 1:
            p += 0.25 * modern[word] / modern_total
        as_person = c.tagged[word, "nr"] + c.tagged[word, "name"]
        as_body = c.tagged[word, "nt"]
        if as_body > c.word[word]:
            known[word] = cost(as_body / c.total) + "o"
            continue
        whole = c.tagged[word, "name"]
        if as_person > c.word[word] and (whole == 0 or whole >= 3) and len(word) > 1:
            known[word] = cost(as_person / c.total) + "k"
            continue
        if word in places and c.word[word] <= 2:
            continue
        if tag in ("nr", "nrt", "nrfg", "ns", "nt") and c.word[word] == 0 and len(word) > 1:
            continue
        if len(word) == 1 and p == 0 or re.match("[省市县区州地党纪团镇乡]委.", word):
            continue
        proper = tag == "nz" and c.word[word] == 0 and len(word) > 1
        scored.append((p, word, "z" if proper else COARSE.get(tag, "f")))
    scored.sort(reverse=True)
    rows = [(w, l) for w, l in known.items()]
    # Words that begin as names do are the false friends of names; of these rare ones count too.
    friends = [x for x in scored[a.words:] if x[1][0] in census and 2 <= len(x[1]) <= 4][:a.friends]
    for p, word, pos in scored[:a.words] + friends:
        if len(word) == 1:
            p = max(0.9 * c.word[word] / c.total, 1e-7)
        if c.word[word] >= 5:
            tags = collections.Counter()
            for t in ("n", "vn", "v", "a", "b", "j", "l", "i", "d", "p", "c", "u", "r", "m", "q", "f", "s", "t", "ad", "Vg", "Ng", "k", "y"):
                tags[COARSE.get(t.lower(), "f")] += c.tagged[word, t]
            pos = max(tags, key=tags.get)
        rows.append((word, cost(p) + pos + leanings(c, word, person, place)))
    for word in {w for w, t in c.tagged if t == "w"}:
        if len(word) == 1:
            rows.append((word, cost(max(c.word[word], 1) / c.total) + "w" + leanings(c, word, person, place)))
    grouped(os.path.join(a.out, "words.txt"), rows)


def leanings(c, word, person, place):
    n = c.word[word]
    org = sum(c.in_org.values()) / c.total
    end = sum(c.end_org.values()) / c.total
    d = "".join([digit(lean(c.before_person[word], n, person)), digit(lean(c.after_person[word], n, person)),
                 digit(lean(c.before_place[word], n, place)), digit(lean(c.in_org[word], n, org)),
                 digit(lean(c.end_org[word], n, end))])
    return d.rstrip("456")


if __name__ == "__main__":
    main()
