//! The command: the same output on any number of threads, an answer at once, and one bad document among good ones.

use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Stdio};

use serde_json::{Value, json};

const PAGE: &str = "# 渡口镇修好老石桥\n\n渡口镇讯（记者 陆小满）老石桥昨日通行，“河湾治理”又添一景。\n";

fn banmian(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_banmian"));
    command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

/// What comes out where `input` goes in: standard output, standard error, and whether it succeeded.
fn run(arguments: &[&str], input: String) -> (String, String, bool) {
    let mut child = banmian(arguments).spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let writing = std::thread::spawn(move || stdin.write_all(input.as_bytes()));
    let output = child.wait_with_output().unwrap();
    writing.join().unwrap().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (text(output.stdout), text(output.stderr), output.status.success())
}

fn lines(out: &str) -> Vec<Value> {
    out.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn batch_is_the_same_on_any_number_of_threads() {
    let document = |i: usize| match i % 7 {
        3 => format!("{{\"id\": {i}, \"text\": \n"),
        5 => format!("{}\n", json!({ "id": i, "text": null })),
        _ => format!("{}\n", json!({ "id": i, "text": PAGE.repeat(1 + i * 5 % 11) })),
    };
    let input: String = (0..80).map(document).collect();
    let (one, _, _) = run(&["batch", "--threads", "1"], input.clone());
    let answers = lines(&one);
    assert_eq!(answers.len(), 80);
    for (i, answer) in answers.iter().enumerate() {
        assert_eq!(answer.get("error").is_some(), matches!(i % 7, 3 | 5));
        assert!(i % 7 == 3 || answer["id"] == i);
    }
    assert_eq!(run(&["batch", "--threads", "5"], input.clone()).0, one);
    assert_eq!(run(&["batch"], input).0, one);
}

#[test]
fn batch_answers_before_the_next_question() {
    let mut child = banmian(&["batch"]).spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let mut stdout = BufReader::new(child.stdout.take().unwrap());
    for id in 0..5 {
        writeln!(stdin, "{}", json!({ "id": id, "text": PAGE })).unwrap();
        let mut line = String::new();
        stdout.read_line(&mut line).unwrap();
        assert_eq!(serde_json::from_str::<Value>(&line).unwrap()["id"], id);
    }
    drop(stdin);
    assert!(child.wait().unwrap().success());
}

#[test]
fn files_come_in_their_order_and_a_bad_one_is_named() {
    let folder = tempfolder("files");
    let path = |name: &str| folder.join(name).to_str().unwrap().to_owned();
    let names: Vec<String> = (0..30).map(|i| format!("{i}.txt")).collect();
    for (i, name) in names.iter().enumerate() {
        std::fs::write(path(name), PAGE.repeat(1 + (30 - i) % 9)).unwrap();
    }
    std::fs::write(path("7.txt"), [0, 1, 2, 3]).unwrap();
    let files: Vec<String> = names.iter().map(|name| path(name)).collect();
    let arguments: Vec<&str> =
        ["analyze", "--format", "ndjson"].into_iter().chain(files.iter().map(String::as_str)).collect();
    let (out, said, done) = run(&arguments, String::new());
    let seen: Vec<Value> = lines(&out).into_iter().map(|report| report["source"]["name"].clone()).collect();
    let expected: Vec<Value> = names.iter().filter(|name| *name != "7.txt").map(|name| json!(name)).collect();
    assert_eq!(seen, expected);
    assert!(!done && said.contains("7.txt") && said.lines().count() == 1, "{said}");
    std::fs::remove_dir_all(folder).unwrap();
}

#[test]
fn a_long_text_comes_in_pieces() {
    let page = |i: usize| format!("青陵日报 2025年4月{}日 第{}版\n{PAGE}", i / 4 % 28 + 1, i % 4 + 1);
    let text: String = (0..900).map(page).collect();
    let (out, said, done) = run(&["analyze", "--pieces", "-"], text.clone());
    assert!(done && said.is_empty(), "{said}");
    let pieces = lines(&out);
    assert_eq!(pieces.len(), 900);
    let mut at = 0;
    for (i, piece) in pieces.iter().enumerate() {
        assert_eq!(piece["start"], at);
        at += page(i).encode_utf16().count();
        assert_eq!(piece["end"], at);
        assert_eq!(piece["report"]["articles"][0]["title"]["text"], "渡口镇修好老石桥");
    }
    assert_eq!(run(&["analyze", "--pieces", "--threads", "1"], text).0, out);
    let (_, said, done) = run(&["analyze", "--pieces", "nothing.txt"], String::new());
    assert!(!done && said.contains("nothing.txt"));
    let (_, said, done) = run(&["analyze", "--pieces", "--format", "text"], String::new());
    assert!(!done && said.contains("--pieces"));
}

#[test]
fn pieces_of_a_file_in_gb18030() {
    let folder = tempfolder("gb18030");
    let path = folder.join("paper.txt");
    // 渡口镇修好老石桥。 in GB18030.
    let sentence = b"\xb6\xc9\xbf\xda\xd5\xf2\xd0\xde\xba\xc3\xc0\xcf\xca\xaf\xc7\xc5\xa1\xa3\n";
    std::fs::write(&path, sentence.repeat(12_000)).unwrap();
    let (out, _, done) = run(&["analyze", "--pieces", path.to_str().unwrap()], String::new());
    let pieces = lines(&out);
    assert!(done && pieces.len() > 1);
    assert_eq!(pieces.last().unwrap()["end"], 12_000 * 10);
    std::fs::remove_dir_all(folder).unwrap();
}

fn tempfolder(name: &str) -> std::path::PathBuf {
    let folder = std::env::temp_dir().join(format!("banmian-command-{name}-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

#[test]
fn pages_and_sentences_are_shown_to_people_too() {
    let (markdown, _, done) = run(&["analyze", "--format", "markdown"], PAGE.to_owned());
    assert!(done && markdown.contains("渡口镇修好老石桥") && markdown.contains("河湾治理"));
    let (text, _, done) = run(&["analyze", "--format", "text"], PAGE.to_owned());
    assert!(done && text.contains("渡口镇修好老石桥") && text != markdown);
    let sentence = "镇长白石川到渡口镇看桥。\n".to_owned();
    let (tags, _, done) = run(&["tag"], sentence.clone());
    assert!(done && lines(&tags)[0].as_array().is_some_and(|tags| !tags.is_empty()));
    let (explained, _, done) = run(&["explain", "--most", "3"], sentence.clone());
    let reasons = explained.lines().filter(|line| line.starts_with("  ")).count();
    let names = explained.lines().count() - reasons;
    assert!(done && names > 0 && reasons > 0 && reasons <= 3 * names, "{explained}");
    let (words, _, done) = run(&["words"], sentence.clone());
    assert!(done && words.replace(' ', "") == sentence && words.split(' ').count() > 3);
}
