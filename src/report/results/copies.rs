//! Merge fields in `results.json`: each text of a campaign with what varies from copy to copy, and the columns its list must have had.

use super::Both;
use crate::analysis::CampaignAnalysis;
use crate::campaign::align::{Alignment, Copy, Piece, align};
use crate::campaign::columns::{Answer, Requirements, requirements};
use crate::campaign::{Family, families, say};
use crate::import::mapping;
use crate::job::Unwatched;
use crate::model::{Channel, Contents, ImportKind, Mapping, Message, MessageId};
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// The families of a case, found once for all campaigns.
pub struct Texts(Vec<Family>);

impl Texts {
    /// Groups the messages of a case; nothing watches, so nothing stops it.
    pub fn of(contents: &Contents) -> Self {
        Self(families(contents, &Unwatched).unwrap_or_default())
    }

    /// The texts of one campaign, in order of time, each laid open.
    pub fn of_campaign(&self, campaign: &CampaignAnalysis, contents: &Contents, words: &Both) -> Vec<Value> {
        let own: BTreeSet<MessageId> = campaign.messages.iter().copied().collect();
        let versions = self.0.iter().flat_map(|family| &family.versions);
        let of_version = |version: &Vec<usize>| {
            let copies: Vec<&Message> =
                version.iter().filter_map(|&at| contents.messages.get(at)).filter(|message| own.contains(&message.id)).collect();
            (!copies.is_empty()).then(|| text(&copies, contents, words))
        };
        versions.filter_map(of_version).collect()
    }
}

fn text(messages: &[&Message], contents: &Contents, words: &Both) -> Value {
    let identity = |message: &Message| match &message.recipients[..] {
        [only] => contents.recipient(only).map(|recipient| &recipient.identity),
        _ => None,
    };
    let copies: Vec<Copy<'_>> = messages.iter().map(|message| Copy::of(message, identity(message))).collect();
    let alignment = align(&copies, &Unwatched).unwrap_or_default();
    let channels: BTreeSet<Channel> = messages.iter().map(|message| message.channel).collect();
    let needed = requirements(contents, &alignment, &channels, &fields_of);
    let fields = alignment.fields.iter().enumerate().map(|(at, field)| {
        json!({ "number": at + 1, "kind": words.say(|w| say::kind(field.kind, w)), "basis": words.say(|w| say::basis(field.basis, w)),
                "copies": field.values.len(), "distinct": field.distinct, "empty": field.empty.len() })
    });
    let unfilled = alignment
        .unfilled
        .iter()
        .map(|blank| json!({ "written": blank.written, "kind": words.say(|w| say::kind(blank.kind, w)), "copies": blank.copies.len() }));
    json!({
        "messages": messages.len(),
        "first": messages.first().map(|message| message.id),
        "aligned": alignment.aligned.len(),
        "left_out": alignment.left_out.len(),
        "unread": alignment.unread,
        "subject": template(&alignment, &alignment.subject),
        "body": template(&alignment, &alignment.body),
        "merge_fields": fields.collect::<Vec<_>>(),
        "unfilled": unfilled.collect::<Vec<_>>(),
        "columns": columns(&needed, words),
        "conclusions": words.say(|w| say::conclusions(&needed, contents, w).join(" ")),
    })
}

/// A template with its merge fields by number: « Bonjour {1}, ».
fn template(alignment: &Alignment, pieces: &[Piece]) -> String {
    let piece = |piece: &Piece| match piece {
        Piece::Constant(text) | Piece::Deviation(text) | Piece::Blank(text, _) => text.clone(),
        Piece::Field(at) if *at < alignment.fields.len() => format!("{{{}}}", at + 1),
        Piece::Field(_) => String::new(),
    };
    pieces.iter().map(piece).collect()
}

fn columns(needed: &Requirements, words: &Both) -> Vec<Value> {
    let need = |(at, need): (usize, &crate::campaign::columns::Need)| {
        let sources = needed.sources.iter().filter_map(|source| {
            let has = match source.answers.get(at)? {
                Answer::Has(columns) => json!(columns),
                Answer::HasNot => json!([]),
                Answer::Unknown => Value::Null,
            };
            Some(json!({ "id": source.source, "columns": has }))
        });
        json!({ "field": need.field, "words": words.say(|w| say::column(need.field, w)), "sources": sources.collect::<Vec<_>>() })
    };
    needed.needs.iter().enumerate().map(need).collect()
}

/// Which fields the columns of a source that is not held are, by their names alone.
fn fields_of(columns: &[String]) -> Option<Mapping> {
    mapping::resolve(columns, &[], ImportKind::Source, &Mapping::default(), mapping::DateOrders::default()).ok().map(|resolved| resolved.mapping)
}
