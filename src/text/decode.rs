//! stub until the words branch is merged
pub struct Decoded {
    pub text: String,
}
/// stub
pub fn decode(bytes: &[u8]) -> Result<Decoded, std::fmt::Error> {
    Ok(Decoded { text: String::from_utf8_lossy(bytes).into_owned() })
}
