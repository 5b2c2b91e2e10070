//! Addresses that links lead to.

use std::fmt::Write as _;

/// Longest address that Word follows.
const LONGEST: usize = 2_000;

/// The address, where it may be followed: `https`, a plain name of a host, and no sign that an address cannot hold. A package with
/// any other is damaged in the eyes of Word.
pub fn followed(link: &str) -> Option<String> {
    let rest = link.strip_prefix("https://")?;
    let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let (host, path) = rest.split_at(end);
    let (name, port) = host.split_once(':').map_or((host, None), |(name, port)| (name, Some(port)));
    let label = |label: &str| {
        !label.is_empty()
            && label.len() < 64
            && label.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    let named = name.len() < 254 && name.split('.').all(label);
    let reached = port.is_none_or(|port| !port.is_empty() && port.parse::<u16>().is_ok() && !port.starts_with('+'));
    if !named || !reached {
        return None;
    }
    let mut address = format!("https://{host}");
    let bytes = path.as_bytes();
    let mut fragments = 0;
    for (at, byte) in bytes.iter().enumerate() {
        let hex = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_hexdigit);
        fragments += usize::from(*byte == b'#');
        let stays = match byte {
            b'%' => hex(at + 1) && hex(at + 2),
            b'#' => fragments == 1,
            byte => byte.is_ascii_alphanumeric() || b"-._~:/?@!$&'()*+,;=".contains(byte),
        };
        if stays {
            address.push(char::from(*byte));
        } else {
            // Writing into a text never fails.
            let _ = write!(address, "%{byte:02X}");
        }
    }
    (address.len() <= LONGEST).then_some(address)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_can_be_followed_is_a_link() {
        let same = |address: &str| assert_eq!(followed(address).as_deref(), Some(address));
        same("https://www.itu.int/en/council/Pages/default.aspx?a=1&b=%20#top");
        same("https://itu.int:443");
        assert_eq!(
            followed("https://itu.int/a b\u{202e}<é>").as_deref(),
            Some("https://itu.int/a%20b%E2%80%AE%3C%C3%A9%3E")
        );
        assert_eq!(followed("https://itu.int/%zz#a#b[]").as_deref(), Some("https://itu.int/%25zz#a%23b%5B%5D"));
        for wrong in [
            "http://itu.int",
            "javascript:alert(1)",
            "https://",
            "https://a b/",
            "https://[::1",
            "https://x@y",
            "https://-a.b",
            "https://a:b",
            "https://a:",
            "https://..",
            "https://é.fr",
            "file:///etc/passwd",
            "",
        ] {
            assert_eq!(followed(wrong), None, "{wrong}");
        }
        assert_eq!(followed(&format!("https://itu.int/{}", "a".repeat(3_000))), None);
    }
}
