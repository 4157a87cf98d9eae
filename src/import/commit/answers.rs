//! A questionnaire that was filled in, as statements: what the rows of one person say together.
//!
//! An answer is an item; a question left open is none, and is counted in a remark. "None of these" answers every file of the person that was left open.

use super::gather::Notes;
use super::tables::{Table, signature};
use super::{Counts, Desk};
use crate::case::{Record, RecordKind};
use crate::import::ImportError;
use crate::import::records::read::Reply;
use crate::import::records::{About, Asked, Cells, asked};
use crate::link::RecipientKeys;
use crate::model::{Arg, RecipientId, Said, SourceId, Statement, StatementId};
use crate::normalise;
use crate::said;
use std::collections::BTreeMap;

/// Lines named in a remark; of more, how many.
const NAMED: usize = 10;

/// A row that can be used.
struct Row {
    line: u64,
    recipient: RecipientId,
    asked: Asked,
}

/// What one person says of all files together.
#[derive(Default)]
struct Whole {
    /// Line of the first file they say yes to.
    yes: Option<(u64, SourceId)>,
    /// "None of these" is ticked.
    is_none: bool,
    /// "Do not know" is ticked.
    is_unknown: bool,
}

impl Desk<'_, '_> {
    /// Takes the answers of a questionnaire over.
    pub(super) fn answers(&mut self, table: &Table, notes: &mut Notes) -> Result<Counts, ImportError> {
        let rows = self.asked_rows(table, notes);
        let mut people: BTreeMap<&RecipientId, Whole> = BTreeMap::new();
        for row in &rows {
            let whole = people.entry(&row.recipient).or_default();
            let is_yes = row.asked.reply == Some(Reply::Yes);
            match &row.asked.about {
                About::File(source) if is_yes && whole.yes.is_none() => whole.yes = Some((row.line, source.clone())),
                About::NoneOfThese => whole.is_none |= is_yes,
                About::DoNotKnow => whole.is_unknown |= is_yes,
                About::File(_) => {}
            }
        }
        let (mut counts, mut open, mut unknown) = (Counts::default(), Vec::new(), Vec::new());
        let mut said: BTreeMap<(&RecipientId, &SourceId), (u64, bool)> = BTreeMap::new();
        for row in &rows {
            let Some(whole) = people.get(&row.recipient) else { continue };
            let source = match (&row.asked.about, &whole.yes) {
                (About::File(source), _) => source,
                (About::NoneOfThese, Some((line, source))) if row.asked.reply == Some(Reply::Yes) => {
                    notes.reject(Some(row.line), said!("remarks-none-and-yes", line = line.to_string(), source = Arg::quoted(source.as_str())));
                    continue;
                }
                _ => continue,
            };
            let is_yes = match row.asked.reply {
                Some(Reply::Yes) => true,
                Some(Reply::No) => false,
                Some(Reply::Unknown) => {
                    unknown.push(row.line);
                    continue;
                }
                None if whole.is_none && whole.yes.is_none() => false,
                None if whole.is_unknown => {
                    unknown.push(row.line);
                    continue;
                }
                None => {
                    open.push(row.line);
                    continue;
                }
            };
            if let Some((line, other)) = said.insert((&row.recipient, source), (row.line, is_yes))
                && other != is_yes
            {
                notes.reject(Some(row.line), said!("remarks-answers-otherwise", line = line.to_string()));
                continue;
            }
            let statement = self.stated(row, source, is_yes, notes);
            let record = Record::Statement(statement);
            if self.entries.insert(signature(&record)) {
                self.transaction.put(record)?;
                counts.imported += 1;
            } else {
                counts.duplicates += 1;
                notes.warn(Some(row.line), said!("remarks-entry-again"));
            }
        }
        remark(notes, &open, |lines, count| said!("remarks-unanswered", count = count, lines = lines));
        remark(notes, &unknown, |lines, count| said!("remarks-answered-unknown", count = count, lines = lines));
        Ok(counts)
    }

    /// Rows with a known person and file; what is wrong with the others is noted. A question left open cannot be wrong about its person.
    fn asked_rows(&self, table: &Table, notes: &mut Notes) -> Vec<Row> {
        let mut rows = Vec::new();
        for (line, cells) in &table.rows {
            let read = asked(Cells::new(&table.resolved, cells)).and_then(|asked| {
                if let About::File(source) = &asked.about {
                    self.known_source(source)?;
                }
                let recipient = self.whose(&asked.witness)?;
                Ok(Row { line: *line, recipient, asked })
            });
            match read {
                Ok(row) => rows.push(row),
                Err(reason) => notes.reject(Some(*line), reason),
            }
        }
        rows
    }

    fn stated(&mut self, row: &Row, source: &SourceId, is_yes: bool, notes: &mut Notes) -> Statement {
        let mut statement = row.asked.statement.clone();
        statement.id = StatementId(self.transaction.fresh_id(RecordKind::Statement));
        statement.import = self.transaction.id();
        statement.recipient = row.recipient.clone();
        statement.source = source.clone();
        statement.is_denied = !is_yes;
        statement.is_exclusive &= is_yes;
        if is_yes && self.is_another_address(&row.recipient, &statement.given_as) {
            statement.is_exclusive = false;
            let given = &statement.given_as;
            notes.warn(Some(row.line), said!("remarks-another-address", given = Arg::quoted(given)));
        }
        statement
    }

    /// Whether they gave something that is an address or a number, and not one the message was sent to.
    fn is_another_address(&self, recipient: &RecipientId, given: &str) -> bool {
        let Some(own) = self.people.get(recipient).map(|known| RecipientKeys::of(&known.identity)) else { return false };
        let (email, phone) = (normalise::email(given).map(|email| email.key), normalise::phone(given));
        match (email, phone) {
            (Some(email), _) => own.email.as_ref() != Some(&email),
            (None, Some(phone)) => own.phone.as_ref() != Some(&phone),
            (None, None) => false,
        }
    }
}

fn remark(notes: &mut Notes, lines: &[u64], what: fn(Arg, usize) -> Said) {
    let Some(first) = lines.first() else { return };
    let shown: Vec<String> = lines.iter().take(NAMED).map(u64::to_string).collect();
    let shown = Arg::from(shown);
    let named = match lines.len().checked_sub(NAMED).filter(|more| *more > 0) {
        Some(more) => said!("remarks-and-more", lines = shown, more = more).into(),
        None => shown,
    };
    notes.warn(Some(*first), what(named, lines.len()));
}
