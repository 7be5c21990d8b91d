//! Addresses of the web and of mail, which hold words and names of nobody.

/// The length of the address that `chars` begin with: https://…, www.…, name@host.
pub fn address(chars: &[char]) -> Option<usize> {
    let part = |c: &&char| c.is_ascii_graphic() && !"()[]<>\"'".contains(**c);
    let run = chars.iter().take_while(part).count();
    let marks = chars[..run].iter().rev().take_while(|c| ".,;:!?".contains(**c)).count();
    let run = &chars[..run - marks];
    let starts = |word: &str| word.chars().eq(run.iter().copied().take(word.len()));
    let web = starts("http://") || starts("https://") || starts("www.") || starts("WWW.");
    let host = |at: usize| run[at + 1..].contains(&'.');
    let mail = run.iter().position(|&c| c == '@').is_some_and(|at| at > 0 && host(at));
    (web || mail).then_some(run.len())
}

/// Where addresses stand in `chars`.
pub fn addresses(chars: &[char]) -> Vec<(usize, usize)> {
    let mut out: Vec<(usize, usize)> = Vec::new();
    let mut inside = false;
    for (at, c) in chars.iter().enumerate() {
        let begins = c.is_ascii_alphanumeric() && !inside;
        inside = c.is_ascii_graphic();
        out.extend(begins.then(|| address(&chars[at..])).flatten().map(|length| (at, at + length)));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_end_where_other_writing_or_a_mark_begins() {
        let chars: Vec<char> =
            "见https://www.lanhu.cn/a.html，邮箱zhao@lanhu.cn。登录www.lanhu.cn.查".chars().collect();
        let found: Vec<String> =
            addresses(&chars).into_iter().map(|(start, end)| chars[start..end].iter().collect()).collect();
        assert_eq!(found, ["https://www.lanhu.cn/a.html", "zhao@lanhu.cn", "www.lanhu.cn"]);
    }

    #[test]
    fn other_latin_words_are_none() {
        for text in ["DeepSeek-R1", "A@B", "3.5", "CBD", "@", "http", ""] {
            assert_eq!(addresses(&text.chars().collect::<Vec<_>>()), [], "{text}");
        }
    }
}
