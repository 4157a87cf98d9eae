//! What the campaigns view shows, computed on a thread: families as rows, and one wave laid open.

use crate::campaign::align::{Alignment, Change, Copy, align, changes};
use crate::campaign::columns::{Requirements, requirements};
use crate::campaign::{CampaignError, Family, families, least_in_common, reasons_between, say};
use crate::case::Case;
use crate::import::mapping;
use crate::job::Progress;
use crate::model::{Channel, Contents, Day, ImportKind, Language, Mapping, Message, MessageId, RecipientId};
use crate::ui::window::inspector::addresses;
use crate::ui::window::kit;
use crate::ui::window::rooms::messages::listing;
use crate::words::{Words, format};
use std::collections::{BTreeMap, BTreeSet};

/// Senders named in a row; of more, how many.
const SENDERS: usize = 3;
/// Words of a message that stand for its missing subject.
const TITLE_WORDS: usize = 10;

/// The families of a case, with what the table says of each.
pub struct Families {
    /// In order of time.
    pub families: Vec<Family>,
    /// One per family.
    pub rows: Vec<FamilyRow>,
}

/// A family as the table shows it.
pub struct FamilyRow {
    pub title: String,
    pub messages: usize,
    pub people: usize,
    pub waves: usize,
    pub days: String,
    pub channels: String,
    pub senders: String,
}

/// Groups the messages of a case.
pub fn families_of(case: &Case, language: Language, progress: &dyn Progress) -> Result<Families, CampaignError> {
    let contents = case.contents();
    let words = Words::new(language);
    let families = families(contents, progress)?;
    let rows = families.iter().map(|family| row(contents, family, &words)).collect();
    Ok(Families { families, rows })
}

fn row(contents: &Contents, family: &Family, words: &Words) -> FamilyRow {
    let messages = || family.messages.iter().filter_map(|&at| contents.messages.get(at));
    let mut senders: BTreeMap<String, usize> = BTreeMap::new();
    for message in messages() {
        *senders.entry(addresses(&message.from)).or_default() += 1;
    }
    let mut senders: Vec<(String, usize)> = senders.into_iter().filter(|(sender, _)| !sender.is_empty()).collect();
    senders.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    let more = senders.len().saturating_sub(SENDERS);
    let mut shown: Vec<String> = senders.into_iter().take(SENDERS).map(|(sender, _)| sender).collect();
    if more > 0 {
        shown.push(format!("+ {more}"));
    }
    let channels: BTreeSet<Channel> = messages().map(|message| message.channel).collect();
    let days = family.waves.iter().filter_map(|wave| wave.days);
    let days = days.reduce(|(first, last), (from, to)| (first.min(from), last.max(to)));
    FamilyRow {
        title: messages().next().map(|first| title(first, words)).unwrap_or_default(),
        messages: family.messages.len(),
        people: messages().flat_map(|message| &message.recipients).collect::<BTreeSet<_>>().len(),
        waves: family.waves.len(),
        days: span(days, words),
        channels: channels.into_iter().map(|channel| listing::channel(channel, words)).collect::<Vec<_>>().join(", "),
        senders: shown.join(", "),
    }
}

/// Subject of a message, or its first words.
pub fn title(message: &Message, words: &Words) -> String {
    let subject = message.subject.trim();
    if !subject.is_empty() {
        return subject.to_owned();
    }
    let first: Vec<&str> = message.text.split_whitespace().take(TITLE_WORDS).collect();
    if first.is_empty() { words.text("window-no-subject") } else { format!("{}…", first.join(" ")) }
}

/// Days from the first to the last: one if they are the same.
pub fn span(days: Option<(Day, Day)>, words: &Words) -> String {
    let language = words.language();
    let short = |day: Day| kit::short_day(&crate::model::UncertainDay::exact(day), language);
    match days {
        None => words.text("campaign-view-undated"),
        Some((first, last)) if first == last => short(first),
        Some((first, last)) => words.text_with("campaign-view-days", &crate::args! { "first" => short(first), "last" => short(last) }),
    }
}

/// One wave laid open.
pub struct Opened {
    /// Indices into the messages of the case: the copies of the alignment.
    pub copies: Vec<usize>,
    pub alignment: Alignment,
    pub requirements: Requirements,
    /// What the columns say, in sentences.
    pub conclusions: Vec<String>,
}

/// Lays the copies of one wave over each other and compares what they needed with the sources.
pub fn open(contents: &Contents, messages: &[usize], language: Language, progress: &dyn Progress) -> Result<Opened, CampaignError> {
    let words = Words::new(language);
    let known: Vec<(usize, &Message)> = messages.iter().filter_map(|&at| Some((at, contents.messages.get(at)?))).collect();
    let identity = |message: &Message| match &message.recipients[..] {
        [only] => contents.recipient(only).map(|recipient| &recipient.identity),
        _ => None,
    };
    let copies: Vec<Copy<'_>> = known.iter().map(|(_, message)| Copy::of(message, identity(message))).collect();
    let alignment = align(&copies, progress)?;
    let channels: BTreeSet<Channel> = known.iter().map(|(_, message)| message.channel).collect();
    let requirements = requirements(contents, &alignment, &channels, &fields_of);
    let conclusions = say::conclusions(&requirements, contents, &words);
    Ok(Opened { copies: known.iter().map(|(at, _)| *at).collect(), alignment, requirements, conclusions })
}

/// Which fields the columns of a declared source are, by their names alone.
fn fields_of(columns: &[String]) -> Option<Mapping> {
    mapping::resolve(columns, &[], ImportKind::Source, &Mapping::default(), mapping::DateOrders::default()).ok().map(|resolved| resolved.mapping)
}

/// What changed from one message to another: subject, then text.
pub struct Compared {
    pub changes: Vec<Change>,
    pub reasons: Vec<String>,
}

/// Compares two messages: one of each side, if possible such that one person received both. `None` if a side is empty.
pub fn compare(contents: &Contents, before: &[usize], after: &[usize], language: Language) -> Option<Compared> {
    let words = Words::new(language);
    let (before, after) = pair(contents, before, after)?;
    let text = |at: usize| {
        let copy = contents.messages.get(at).map(|message| Copy::of(message, None)).unwrap_or_default();
        if copy.subject.is_empty() { copy.body } else { format!("{}\n\n{}", copy.subject, copy.body) }
    };
    let reasons = reasons_between(contents, before, after).iter().map(|reason| say::reason(reason, &words)).collect();
    Some(Compared { changes: changes(&text(before), &text(after)), reasons })
}

/// The first message of one side and what the same person received on the other; without such a person, the first of each.
fn pair(contents: &Contents, before: &[usize], after: &[usize]) -> Option<(usize, usize)> {
    let people = |at: usize| contents.messages.get(at).map(|message| &message.recipients[..]).unwrap_or_default();
    let mut received: BTreeMap<&RecipientId, usize> = BTreeMap::new();
    for &at in after {
        for person in people(at) {
            received.entry(person).or_insert(at);
        }
    }
    let of_one_person = |&at: &usize| people(at).iter().find_map(|person| received.get(person)).map(|&other| (at, other));
    let others: BTreeSet<usize> = after.iter().copied().collect();
    before.iter().filter(|at| !others.contains(at)).find_map(of_one_person).or_else(|| Some((*before.first()?, *after.first()?)))
}

/// Ties and waves explained; more say the same.
const EXPLAINED: usize = 200;
/// Copies of a wave that are compared with its first one.
const COMPARED: usize = 400;

/// Why the messages of a family are together.
pub struct Why {
    /// Per wave: how much its copies have in common, and what it has in common with the first wave.
    pub waves: Vec<Vec<String>>,
    /// What ties one text to another.
    pub ties: Vec<(MessageId, MessageId, String)>,
}

/// Explains a family.
pub fn why(contents: &Contents, family: &Family, language: Language) -> Why {
    let words = Words::new(language);
    let said = |reasons: &[crate::campaign::Reason]| reasons.iter().map(|reason| say::reason(reason, &words)).collect::<Vec<_>>().join(" · ");
    let first = family.waves.first().and_then(|wave| wave.messages.first());
    let wave = |(at, wave): (usize, &crate::campaign::Wave)| {
        let mut lines = Vec::new();
        if let Some(least) = least_in_common(contents, &wave.messages, COMPARED) {
            lines.push(words.text_with("campaign-view-copies-alike", &crate::args! { "share" => format::percent(least, language) }));
        }
        if let (Some(&first), Some(&own)) = (first, wave.messages.first())
            && at > 0
        {
            let reasons = said(&reasons_between(contents, first, own));
            if !reasons.is_empty() {
                lines.push(words.text_with("campaign-view-with-first", &crate::args! { "reasons" => reasons }));
            }
        }
        lines
    };
    let id = |at: usize| contents.messages.get(at).map(|message| message.id).unwrap_or_default();
    Why {
        waves: family.waves.iter().take(EXPLAINED).enumerate().map(wave).collect(),
        ties: family.ties.iter().take(EXPLAINED).map(|tie| (id(tie.between.0), id(tie.between.1), said(&tie.reasons))).collect(),
    }
}

/// How many copies, as the language writes it.
pub fn count(n: usize, words: &Words) -> String {
    format::count(n as u64, words.language())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Field;

    #[test]
    fn the_columns_of_a_declared_file_are_known_by_their_names() {
        let columns = ["nom", "prénoms", "date de naissance", "adresse"].map(str::to_owned);
        let mapping = fields_of(&columns).unwrap();
        for (field, column) in
            [(Field::LastName, "nom"), (Field::FirstName, "prénoms"), (Field::BirthDate, "date de naissance"), (Field::Street, "adresse")]
        {
            assert_eq!(mapping.column(field), Some(column));
        }
        assert_eq!(fields_of(&["???".to_owned()]), None);
    }
}
