//! HTML bodies as text, with the targets of their links. Nothing is ever loaded.

use super::Warnings;
use crate::said;
use html2text::render::RichAnnotation;
use std::collections::BTreeSet;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// HTML that is laid out; the rest of a longer page is cut and says so.
const HTML_LIMIT: usize = 512 * 1024;
/// Deepest nesting that is laid out; deeper pages are only stripped of their tags.
const DEPTH_LIMIT: usize = 200;
/// Columns: wide enough that no sentence is broken.
const WIDTH: usize = 2000;
/// Most hosts kept, and most mismatches told.
const HOST_LIMIT: usize = 100;

/// Where the links and images of a body lead.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Links {
    /// Hosts of links.
    pub(super) hosts: BTreeSet<String>,
    /// Hosts images would be loaded from.
    pub(super) image_hosts: BTreeSet<String>,
}

impl Links {
    /// Takes the links of an HTML body and warns where the visible text names another host than the target.
    pub(super) fn collect(&mut self, source: &str, warnings: &mut Warnings) {
        let mut rest = source;
        while let Some(at) = rest.find('<') {
            rest = rest.get(at + 1..).unwrap_or_default();
            // A tag that is never closed ends where the next begins; looking on for its end from each of many would take for ever.
            let Some(end) = rest.find(['<', '>']) else { break };
            let tag = rest.get(..end).unwrap_or_default();
            if starts_tag(tag, "a") {
                let Some(host) = attribute(tag, "href").and_then(|target| host(&target)) else { continue };
                let shown = rest.get(end + 1..).unwrap_or_default();
                let shown = &shown[..shown.floor_char_boundary(300)];
                let shown = without_tags(find_ignoring_case(shown, "</a").and_then(|close| shown.get(..close)).unwrap_or(shown));
                if let Some(shown_host) = shown_host(shown.trim())
                    && !same_site(&shown_host, &host)
                {
                    warnings.add("link_mismatch", said!("remarks-link-mismatch", shown = shown_host, host = host.as_str()));
                }
                insert(&mut self.hosts, host);
            } else if starts_tag(tag, "img")
                && let Some(host) = attribute(tag, "src").and_then(|target| host(&target))
            {
                insert(&mut self.image_hosts, host);
            }
        }
    }

    /// Takes the links of a plain text.
    pub(super) fn collect_plain(&mut self, text: &str) {
        for at in memchr::memmem::find_iter(text.as_bytes(), b"://").take(10 * HOST_LIMIT) {
            let start = text.get(..at).map_or(at, |before| before.trim_end_matches(|c: char| c.is_ascii_alphabetic()).len());
            if let Some(host) = text.get(start..).and_then(host) {
                insert(&mut self.hosts, host);
            }
        }
    }
}

fn insert(hosts: &mut BTreeSet<String>, host: String) {
    if hosts.len() < HOST_LIMIT {
        hosts.insert(host);
    }
}

/// The text of a page; a link reads `visible text <target>`.
pub(super) fn to_text(source: &str, warnings: &mut Warnings) -> String {
    let source = if source.len() > HTML_LIMIT {
        warnings.add("html_cut", said!("remarks-html-cut"));
        &source[..source.floor_char_boundary(HTML_LIMIT)]
    } else {
        source
    };
    if depth(source) <= DEPTH_LIMIT {
        // The layout engine is given hostile pages; a fault in it must not cost the message.
        if let Ok(Some(text)) = catch_unwind(AssertUnwindSafe(|| lay_out(source))) {
            return text;
        }
    }
    warnings.add("html_not_laid_out", said!("remarks-html-not-laid-out"));
    mail_parser::decoders::html::html_to_text(source)
}

fn lay_out(source: &str) -> Option<String> {
    let config = html2text::config::rich().raw_mode(true).no_link_wrapping().allow_width_overflow();
    let lines = config.lines_from_read(source.as_bytes(), WIDTH).ok()?;
    let mut text = String::new();
    let (mut target, mut shown) = (String::new(), String::new());
    for line in lines {
        for piece in line.tagged_strings() {
            let link = piece.tag.iter().find_map(|tag| match tag {
                RichAnnotation::Link(target) => Some(target.as_str()),
                _ => None,
            });
            if link.unwrap_or_default() != target {
                close_link(&mut text, &target, &shown);
                shown.clear();
                link.unwrap_or_default().clone_into(&mut target);
            }
            if !target.is_empty() {
                shown.push_str(&piece.s);
            }
            text.push_str(&piece.s);
        }
        let kept = text.trim_end_matches([' ', '\u{a0}', '\u{200b}', '\u{200c}', '\u{feff}', '\u{ad}', '\u{34f}']).len();
        text.truncate(kept);
        // Layout tables leave many empty lines.
        if !text.ends_with("\n\n") && !text.is_empty() {
            text.push('\n');
        }
    }
    close_link(&mut text, &target, &shown);
    Some(text.trim_end().to_owned())
}

fn close_link(text: &mut String, target: &str, shown: &str) {
    if !target.is_empty() && !target.starts_with('#') && target != shown.trim() {
        let blanks = text.len() - text.trim_end().len();
        let tail = text.split_off(text.len() - blanks);
        text.push_str(" <");
        text.push_str(target);
        text.push('>');
        text.push_str(&tail);
    }
}

/// The deepest nesting of tags, roughly: tags that need no end are counted as if they did not nest.
fn depth(source: &str) -> usize {
    const NO_END: [&str; 18] =
        ["br", "img", "hr", "meta", "link", "input", "area", "base", "col", "embed", "wbr", "source", "p", "li", "td", "tr", "th", "option"];
    let (mut depth, mut deepest) = (0_usize, 0);
    for tag in source.split('<').skip(1) {
        match tag.as_bytes().first() {
            Some(b'/') => {
                let name = tag.get(1..).unwrap_or_default();
                if !NO_END.iter().any(|end| starts_tag(name, end)) {
                    depth = depth.saturating_sub(1);
                }
            }
            Some(byte) if byte.is_ascii_alphabetic() => {
                let is_closed = tag.split('>').next().is_some_and(|tag| tag.ends_with('/'));
                if !is_closed && !NO_END.iter().any(|end| starts_tag(tag, end)) {
                    depth += 1;
                    deepest = deepest.max(depth);
                }
            }
            _ => {}
        }
    }
    deepest
}

fn starts_tag(tag: &str, name: &str) -> bool {
    let bytes = tag.as_bytes();
    bytes.get(..name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name.as_bytes()))
        && bytes.get(name.len()).is_none_or(|byte| byte.is_ascii_whitespace() || matches!(byte, b'/' | b'>'))
}

fn find_ignoring_case(text: &str, wanted: &str) -> Option<usize> {
    text.as_bytes().windows(wanted.len()).position(|window| window.eq_ignore_ascii_case(wanted.as_bytes()))
}

/// The value of an attribute of a tag; `&amp;` is the only entity that occurs in addresses.
fn attribute(tag: &str, name: &str) -> Option<String> {
    let mut from = 0;
    while let Some(at) = tag.get(from..).and_then(|rest| find_ignoring_case(rest, name)).map(|at| from + at) {
        from = at + name.len();
        let is_start = tag.as_bytes().get(at.checked_sub(1)?).is_some_and(|byte| byte.is_ascii_whitespace() || matches!(byte, b'"' | b'\''));
        let Some(value) = tag.get(from..).map(str::trim_start).and_then(|rest| rest.strip_prefix('=')).map(str::trim_start) else { continue };
        if !is_start {
            continue;
        }
        let value = match value.chars().next()? {
            quote @ ('"' | '\'') => value.get(1..)?.split(quote).next()?,
            _ => value.split_whitespace().next()?,
        };
        return Some(value.trim().replace("&amp;", "&"));
    }
    None
}

/// The host of an absolute http(s) address, lower case.
fn host(target: &str) -> Option<String> {
    let scheme = target.get(..8).unwrap_or(target).to_ascii_lowercase();
    let rest = if scheme.starts_with("https://") {
        target.get(8..)?
    } else if scheme.starts_with("http://") {
        target.get(7..)?
    } else {
        return None;
    };
    let authority = rest.split(|c: char| c.is_whitespace() || matches!(c, '/' | '?' | '#' | '<' | '>' | '"' | '\'' | ')' | ']' | '\\')).next()?;
    let host = authority.rsplit('@').next()?;
    let host = host.split(':').next()?.trim_end_matches(['.', ',', ';']).to_lowercase();
    (host.contains('.') && host.len() < 254).then_some(host)
}

/// The host a visible text names, if it looks like an address of a page: `www.x.example/…` or `https://x.example`.
fn shown_host(shown: &str) -> Option<String> {
    if shown.contains(char::is_whitespace) || shown.contains('@') {
        return None;
    }
    let with_scheme = if shown.starts_with("www.") { format!("http://{shown}") } else { shown.to_owned() };
    host(&with_scheme)
}

/// Whether two hosts are the same or one stands below the other.
fn same_site(a: &str, b: &str) -> bool {
    let bare = |host: &str| host.strip_prefix("www.").unwrap_or(host).to_owned();
    let (a, b) = (bare(a), bare(b));
    a == b || a.ends_with(&format!(".{b}")) || b.ends_with(&format!(".{a}"))
}

fn without_tags(source: &str) -> String {
    let mut is_inside = false;
    source
        .chars()
        .filter(|&c| match c {
            '<' => {
                is_inside = true;
                false
            }
            '>' => {
                is_inside = false;
                false
            }
            _ => !is_inside,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_keep_their_text_and_their_target() {
        let text = to_text("<p>Chers adhérents,</p><p><a href=\"https://t.example/v?x=1\">Je vote</a>&nbsp;!</p>", &mut Warnings::default());
        assert_eq!(text, "Chers adhérents,\n\nJe vote <https://t.example/v?x=1>\u{a0}!");
        assert_eq!(to_text("<a href='https://t.example/'>https://t.example/</a>", &mut Warnings::default()), "https://t.example/");
    }

    #[test]
    fn a_link_that_shows_another_host_is_told() {
        let mut warnings = Warnings::default();
        let mut links = Links::default();
        links.collect(
            "<A class=x HREF='https://t.example/c'>www.parti.example</A> <a href=\"https://www.x.example/a\">https://x.example</a>",
            &mut warnings,
        );
        assert_eq!(links.hosts.iter().map(String::as_str).collect::<Vec<_>>(), ["t.example", "www.x.example"]);
        let warnings = warnings.into_vec();
        assert_eq!(warnings, ["link_mismatch: A link that shows www.parti.example leads to t.example"]);
    }

    #[test]
    fn images_are_named_by_host_and_never_loaded() {
        let mut links = Links::default();
        links.collect("<img width=1 height=1 src=\"http://pixel.example:8080/o.gif?id=7\"><img src=cid:logo>", &mut Warnings::default());
        assert_eq!(links.image_hosts.iter().collect::<Vec<_>>(), ["pixel.example"]);
        links.collect_plain("voir https://x.example/a, ou http://y.example.");
        assert_eq!(links.hosts.iter().collect::<Vec<_>>(), ["x.example", "y.example"]);
    }

    #[test]
    fn pages_nested_beyond_reason_lose_their_tags_and_nothing_breaks() {
        for tag in ["div", "table><tr><td", "blockquote", "b", "ul><li"] {
            let mut warnings = Warnings::default();
            let source = format!("{}Bonjour", format!("<{tag}>").repeat(20_000));
            assert!(to_text(&source, &mut warnings).contains("Bonjour"), "{tag}");
        }
    }

    #[test]
    fn layout_tables_read_from_top_to_bottom() {
        let text = to_text("<table><tr><td>Un</td><td>Deux</td></tr><tr><td>Trois</td></tr></table><hr>Fin", &mut Warnings::default());
        assert_eq!(text.split_whitespace().collect::<Vec<_>>(), ["Un", "Deux", "Trois", "Fin"]);
    }

    #[test]
    fn tags_that_are_never_closed_are_passed_over_at_once() {
        let mut links = Links::default();
        links.collect(&format!("{}>", "<a href=http://x.example ".repeat(80_000)), &mut Warnings::default());
        assert!(links.image_hosts.is_empty());
    }
}
