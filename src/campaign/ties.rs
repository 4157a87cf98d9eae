//! Why two messages, or two groups of messages, are held for one campaign: reasons, and how much they are worth together.
//!
//! Reasons are facts with their numbers; [`super::say`] puts them into words. Points, not probabilities: a text that is nearly the same is enough alone,
//! everything else only together with something.

use super::features::Features;
use super::shingles::{Sketch, words_in_common};
use crate::model::{CampaignId, Day, RecipientId};
use std::collections::BTreeSet;

/// Points that make two groups one family.
pub const ENOUGH: u32 = 3;
/// Days up to which two sendings count as near in time.
pub const NEAR: i32 = 90;
/// Likeness from which a text counts as partly the same; 1 is the same text.
const PARTLY: f64 = 0.4;
/// Share of the smaller group's people who must be in both.
const SAME_PEOPLE: f64 = 0.5;

/// A fact that speaks for two messages belonging together.
#[derive(Clone, Debug, PartialEq)]
pub enum Reason {
    /// Word for word the same, apart from case, accents, punctuation and links.
    SameText,
    /// Shares in [0, 1]: of words in common, and the Jaccard index of the runs they stand in.
    LikeText {
        /// 2 |A ∩ B| / (|A| + |B|).
        words: f64,
        /// Of runs of three words, or of five characters for short texts.
        runs: f64,
    },
    /// The user or the manifest put them into this campaign.
    Stated(CampaignId),
    /// The mailing platform's number.
    SameMailing(String),
    /// The sender's canonical address or number.
    SameSender(String),
    /// An E.164 number both name.
    SameNumber(String),
    /// A page both link to.
    SameLink(String),
    /// How many received both, and how many the smaller group has.
    SamePeople {
        /// Received both.
        both: usize,
        /// The smaller group.
        of: usize,
    },
    /// Days between them, at least 0.
    Days(i32),
}

/// What is compared: one message, or several with one text.
#[derive(Clone, Debug, Default)]
pub struct Group {
    /// Comparable text of its first message.
    pub text: String,
    /// The same, cut into shingles.
    pub sketch: Sketch,
    /// Features of any of its messages.
    pub features: Features,
    /// Everybody it reached.
    pub people: BTreeSet<RecipientId>,
    /// First and last day of sending.
    pub days: Option<(Day, Day)>,
}

/// What speaks for two groups belonging together, strongest first, and the points.
pub fn weigh(a: &Group, b: &Group) -> (u32, Vec<Reason>) {
    let (text, mut reasons) = compare_texts(a, b);
    let mut points = text;
    if let Some(mailing) = a.features.mailings.intersection(&b.features.mailings).next() {
        points += ENOUGH;
        reasons.push(Reason::SameMailing(mailing.clone()));
    }
    if let (Some(one), Some(other)) = (&a.features.sender, &b.features.sender)
        && one.key == other.key
    {
        points += if one.is_shared || other.is_shared { 1 } else { 2 };
        reasons.push(Reason::SameSender(one.key.clone()));
    }
    if let Some(phone) = a.features.phones.intersection(&b.features.phones).next() {
        points += 2;
        reasons.push(Reason::SameNumber(phone.clone()));
    }
    if let Some(link) = shared_link(&a.features, &b.features) {
        // A page on the sender's own domain is the sender's; one elsewhere may be a platform's.
        let is_own = [&a.features, &b.features].iter().any(|features| features.domain().is_some_and(|domain| is_of(&link, domain)));
        points += if is_own { 2 } else { 1 };
        reasons.push(Reason::SameLink(link));
    }
    let (both, of) = (a.people.intersection(&b.people).count(), a.people.len().min(b.people.len()));
    if both > 0 && both as f64 >= SAME_PEOPLE * of as f64 {
        points += u32::from(points > 0);
        reasons.push(Reason::SamePeople { both, of });
    }
    if points > 0 {
        // A day that is not known speaks neither for nor against.
        match apart(a.days, b.days) {
            Some(days) => {
                points += u32::from(days <= NEAR);
                reasons.push(Reason::Days(days));
            }
            None => points += 1,
        }
    }
    (points, reasons)
}

fn compare_texts(a: &Group, b: &Group) -> (u32, Vec<Reason>) {
    if !a.text.is_empty() && a.text == b.text {
        return (ENOUGH, vec![Reason::SameText]);
    }
    let likeness = a.sketch.likeness(&b.sketch);
    let points = if likeness >= 1.0 {
        ENOUGH
    } else if likeness >= PARTLY {
        2
    } else {
        return (0, Vec::new());
    };
    (points, vec![like_text(a, b)])
}

/// How much of their words two groups have in common, however little.
pub(super) fn like_text(a: &Group, b: &Group) -> Reason {
    Reason::LikeText { words: words_in_common(&a.text, &b.text), runs: a.sketch.jaccard(&b.sketch) }
}

/// The longest link both have.
fn shared_link(a: &Features, b: &Features) -> Option<String> {
    a.links.intersection(&b.links).max_by_key(|link| link.len()).cloned()
}

fn is_of(link: &str, domain: &str) -> bool {
    let host = link.split('/').next().unwrap_or_default();
    host == domain
        || host.strip_suffix(domain).is_some_and(|sub| sub.ends_with('.'))
        || domain.strip_suffix(host).is_some_and(|sub| sub.ends_with('.'))
}

/// Days between two spans of days, 0 if they touch; `None` if one is unknown.
fn apart(a: Option<(Day, Day)>, b: Option<(Day, Day)>) -> Option<i32> {
    let ((a_first, a_last), (b_first, b_last)) = (a?, b?);
    let number = crate::model::dates::day_number;
    Some((number(b_first) - number(a_last)).max(number(a_first) - number(b_last)).max(0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::campaign::features::Sender;
    use jiff::civil::date;

    fn group(text: &str, sender: &str, day: Option<Day>) -> Group {
        Group {
            text: text.to_owned(),
            sketch: Sketch::of(text),
            features: Features { sender: Some(Sender { key: sender.to_owned(), is_shared: !sender.contains('@') }), ..Features::default() },
            people: BTreeSet::new(),
            days: day.map(|day| (day, day)),
        }
    }

    #[test]
    fn one_sender_near_in_time_is_enough_and_long_after_is_not() {
        let first = group("a", "c@cercle.example", Some(date(2010, 12, 14)));
        let (points, reasons) = weigh(&first, &group("b", "c@cercle.example", Some(date(2011, 2, 8))));
        assert!(points >= ENOUGH);
        assert_eq!(reasons, [Reason::SameSender("c@cercle.example".to_owned()), Reason::Days(56)]);
        assert!(weigh(&first, &group("b", "c@cercle.example", Some(date(2012, 2, 8)))).0 < ENOUGH);
    }

    #[test]
    fn a_short_code_alone_is_not_enough() {
        let day = Some(date(2018, 9, 4));
        assert!(weigh(&group("a", "38099", day), &group("b", "38099", day)).0 < ENOUGH);
    }

    #[test]
    fn the_same_people_count_only_beside_something_else() {
        let mut a = group("a", "x@one.example", Some(date(2018, 9, 4)));
        let mut b = group("b", "y@two.example", Some(date(2018, 9, 4)));
        for group in [&mut a, &mut b] {
            group.people.insert("r1".into());
        }
        assert!(weigh(&a, &b).0 < ENOUGH);
        b.features.sender.clone_from(&a.features.sender);
        b.days = Some((date(2020, 1, 1), date(2020, 1, 1)));
        assert!(weigh(&a, &b).0 >= ENOUGH);
    }

    #[test]
    fn a_link_of_the_sender_s_own_joins_a_text_message_and_an_e_mail() {
        let mut mail = group("a", "c@cercle.example", Some(date(2018, 9, 4)));
        let mut sms = group("b", "38099", Some(date(2018, 9, 6)));
        for group in [&mut mail, &mut sms] {
            group.features.links.insert("cercle.example/vote".to_owned());
        }
        assert!(weigh(&mail, &sms).0 >= ENOUGH);
        mail.features.sender = Some(Sender { key: "c@other.example".to_owned(), is_shared: false });
        assert!(weigh(&mail, &sms).0 < ENOUGH);
    }
}
