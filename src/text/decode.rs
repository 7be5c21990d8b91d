//! From the bytes of a file to text.
//!
//! Takes bytes in one of the encodings that Chinese pages come in (UTF-8, UTF-16 of either order, GB18030 with GBK and
//! GB2312, Big5), with or without a byte order mark, and gives text; or says that they are no text. The browser has
//! its own decoder, so this stands in the native command only.

use std::fmt;
use std::io::{self, Read};

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{BIG5, Decoder, Encoding, GB18030, GBK, UTF_8, UTF_16BE, UTF_16LE};

/// A file's text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded {
    /// The characters.
    pub text: String,
    /// The encoding's name in the WHATWG standard: `UTF-8`, `UTF-16LE`, `UTF-16BE`, `gb18030`, `Big5`.
    pub encoding: &'static str,
    /// Whether some bytes were not of the encoding and stand as U+FFFD.
    pub lossy: bool,
}

/// Why bytes are no text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotText {
    /// A zero byte, with its place, in what is not UTF-16.
    Zero {
        /// In bytes.
        at: usize,
    },
    /// More control characters than text has.
    Controls {
        /// How many.
        count: usize,
    },
    /// No encoding fits.
    Unknown,
}

impl fmt::Display for NotText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            NotText::Zero { at } => write!(f, "not a text file: a zero byte at offset {at}"),
            NotText::Controls { count } => write!(f, "not a text file: {count} control characters"),
            NotText::Unknown => {
                write!(f, "not a text file in UTF-8, UTF-16, GB18030 or Big5")
            }
        }
    }
}

impl std::error::Error for NotText {}

/// The text of `bytes`, without its byte order mark.
pub fn decode(bytes: &[u8]) -> Result<Decoded, NotText> {
    let encoding = encoding(bytes)?;
    let (text, _, lossy) = encoding.decode(bytes);
    let strange = text.chars().filter(|&c| is_strange(c)).count();
    if strange > 1 && strange * MOST_STRANGE > text.chars().count() {
        return Err(NotText::Unknown);
    }
    Ok(Decoded { text: text.into_owned(), encoding: encoding.name(), lossy })
}

/// The text of a file that is too long to be read at once, a part at a time. The encoding is told from the beginning, and
/// what comes later is taken as it is: bytes that are not of the encoding become U+FFFD.
pub struct Stream<R> {
    from: R,
    decoder: Decoder,
    bytes: Vec<u8>,
    done: bool,
}

/// So many bytes tell the encoding, and so many are read at a time.
const PART: usize = 1 << 18;

impl<R: Read> Stream<R> {
    /// Reads the beginning. What is no text is an error of kind `InvalidData`.
    pub fn new(mut from: R) -> io::Result<Stream<R>> {
        let bytes = part(&mut from)?;
        let encoding = encoding(&bytes).map_err(|error| io::Error::new(io::ErrorKind::InvalidData, error))?;
        Ok(Stream { from, decoder: encoding.new_decoder(), bytes, done: false })
    }
}

impl<R: Read> Iterator for Stream<R> {
    type Item = io::Result<String>;

    fn next(&mut self) -> Option<io::Result<String>> {
        if self.done {
            return None;
        }
        let bytes = std::mem::take(&mut self.bytes);
        // A part that is not full is the last.
        self.done = bytes.len() < PART;
        if !self.done {
            match part(&mut self.from) {
                Ok(next) => self.bytes = next,
                Err(error) => {
                    self.done = true;
                    return Some(Err(error));
                }
            }
        }
        let most = self.decoder.max_utf8_buffer_length(bytes.len()).unwrap_or(bytes.len() * 3 + 16);
        let mut text = String::with_capacity(most);
        let _ = self.decoder.decode_to_string(&bytes, &mut text, self.done);
        Some(Ok(text))
    }
}

fn part(from: &mut impl Read) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::with_capacity(PART);
    from.take(PART as u64).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Whether `bytes` are no text in any encoding known here, and why.
pub fn is_binary(bytes: &[u8]) -> Option<NotText> {
    decode(bytes).err()
}

fn encoding(bytes: &[u8]) -> Result<&'static Encoding, NotText> {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return Ok(encoding);
    }
    let zero = bytes.iter().position(|&b| b == 0);
    let utf8 = is_utf8(bytes);
    if (zero.is_some() || !utf8)
        && let Some(encoding) = utf16(bytes)
    {
        return Ok(encoding);
    }
    if let Some(at) = zero {
        return Err(NotText::Zero { at });
    }
    let controls = bytes.iter().filter(|&&b| is_control(b)).count();
    if controls > 1 && controls * MOST_CONTROLS > bytes.len() {
        return Err(NotText::Controls { count: controls });
    }
    Ok(if utf8 { UTF_8 } else { legacy(bytes) })
}

/// Whether all is UTF-8, but for a last character that may be cut.
fn is_utf8(bytes: &[u8]) -> bool {
    match std::str::from_utf8(bytes) {
        Ok(_) => true,
        Err(error) => error.error_len().is_none() && error.valid_up_to() > 0,
    }
}

/// UTF-16 without a mark: read in one of the two orders, nearly all units are characters that a Chinese page has.
/// GB18030 and Big5 read so give Hangul and private characters instead.
fn utf16(bytes: &[u8]) -> Option<&'static Encoding> {
    let (units, _) = bytes.as_chunks::<2>();
    let units = &units[..units.len().min(SAMPLE)];
    let score = |read: fn([u8; 2]) -> u16| units.iter().filter(|&&unit| is_usual(read(unit))).count();
    let (little, big) = (score(u16::from_le_bytes), score(u16::from_be_bytes));
    let (encoding, best) = if little >= big { (UTF_16LE, little) } else { (UTF_16BE, big) };
    (!units.is_empty() && best * 10 >= units.len() * 9).then_some(encoding)
}

/// Whether a unit is ASCII text, punctuation, Han, or full-width.
fn is_usual(unit: u16) -> bool {
    matches!(unit, 9 | 10 | 13 | 0x20..=0x7e | 0xa0..=0xff | 0x2000..=0x2fff | 0x3000..=0x303f | 0x4e00..=0x9fa5
        | 0xff01..=0xff5e | 0xffe0..=0xffe5)
}

/// GB18030 or Big5: what the detector says, and where it says neither, what leaves fewer strange characters.
fn legacy(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, false);
    let guess = detector.guess(None, Utf8Detection::Deny);
    let strange = |encoding: &'static Encoding| {
        encoding.decode_without_bom_handling(bytes).0.matches(char::REPLACEMENT_CHARACTER).count()
    };
    match guess == BIG5 || guess != GBK && strange(BIG5) < strange(GB18030) {
        true => BIG5,
        false => GB18030,
    }
}

/// A control character that text does not have; no byte of a multi-byte character in these encodings is one.
fn is_control(byte: u8) -> bool {
    matches!(byte, 0..=8 | 0x0b | 0x0e..=0x1a | 0x1c..=0x1f | 0x7f)
}

/// A character that stands for bytes of no meaning: the replacement character, or one for private use.
fn is_strange(c: char) -> bool {
    matches!(c, char::REPLACEMENT_CHARACTER | '\u{e000}'..='\u{f8ff}')
}

/// One control character in so many bytes is too many.
const MOST_CONTROLS: usize = 100;
/// One strange character in so many is too many.
const MOST_STRANGE: usize = 10;
/// So many units of UTF-16 tell its order.
const SAMPLE: usize = 4096;
