//! `results.json`: the contract scripts rely on (cli.md, `results.schema.json`).
//!
//! Lists are sorted by id, sources by descending support, days are days of the incident's zone, and numbers carry at most six significant digits so that
//! machines agree.

mod copies;
mod prints;
mod rivals;
mod sensitivity;

use super::wording;
use super::wording::scale::Scale;
use crate::analysis::{Analysis, CampaignAnalysis, RecipientAnalysis};
use crate::attribute::{CandidateScore, CopyDate, DateSpan, Share, SliceScore};
use crate::campaign::rivals::Catalogue;
use crate::link::staged::Explained;
use crate::model::{Contents, Language, RecipientId, Statement};
use crate::words::Words;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// Slices of a source that are listed, the most probable first.
const SLICES: usize = 20;

/// The whole answer as JSON.
pub fn results(contents: &Contents, analysis: &Analysis) -> Value {
    let words = Both { fr: Words::new(Language::Fr), en: Words::new(Language::En) };
    let received = contents.recipients.iter().filter(|r| r.received).count();
    let texts = copies::Texts::of(contents);
    let notes: Vec<String> =
        contents.imports.iter().flat_map(|report| report.warnings.iter().map(|w| note(&report.file, w.line, &w.reason))).take(200).collect();
    let mut statements: BTreeMap<&RecipientId, Vec<&Statement>> = BTreeMap::new();
    for statement in &contents.statements {
        statements.entry(&statement.recipient).or_default().push(statement);
    }
    json!({
        "schema": "sourcier.results/1",
        "settings": settings(contents, analysis),
        "counts": {
            "messages": contents.messages.iter().filter(|m| m.duplicate_of.is_none()).count(),
            "recipients": received,
            "controls": contents.recipients.len() - received,
            "found": contents.imports.iter().map(|r| r.found).sum::<u64>(),
            "imported": contents.imports.iter().map(|r| r.imported).sum::<u64>(),
            "duplicates": contents.imports.iter().map(|r| r.duplicates).sum::<u64>(),
            "rejected": contents.imports.iter().map(crate::model::ImportReport::rejected).sum::<u64>(),
        },
        "campaigns": analysis.campaigns.iter().map(|c| campaign(c, contents, analysis, &texts, &words)).collect::<Vec<_>>(),
        "recipients": analysis.recipients.iter().map(|r| recipient(r, statements.get(&r.id).map_or(&[], Vec::as_slice), contents)).collect::<Vec<_>>(),
        "checklist": [],
        "notes": notes,
    })
}

fn settings(contents: &Contents, analysis: &Analysis) -> Value {
    let scale = Scale::current();
    json!({
        "pool": contents.incident.pool,
        "seed": analysis.seed(),
        "cap": six(analysis.settings.cap),
        "language": contents.incident.language,
        "timezone": contents.incident.timezone,
        "scale_version": scale.version,
        "scale": { "fr": scale.name_fr, "en": scale.name_en },
        "rivals_version": Catalogue::current().version,
        "wording_version": wording::linter::version(),
    })
}

struct Both {
    fr: Words,
    en: Words,
}

impl Both {
    fn of(&self, language: Language) -> &Words {
        match language {
            Language::Fr => &self.fr,
            Language::En => &self.en,
        }
    }

    fn say(&self, sentence: impl Fn(&Words) -> String) -> Value {
        json!({ "fr": sentence(&self.fr), "en": sentence(&self.en) })
    }
}

fn note(file: &str, line: Option<u64>, what: &str) -> String {
    line.map_or_else(|| format!("{file}: {what}"), |line| format!("{file}, line {line}: {what}"))
}

fn campaign(campaign: &CampaignAnalysis, contents: &Contents, analysis: &Analysis, texts: &copies::Texts, words: &Both) -> Value {
    let settings = &analysis.settings;
    let local = words.of(contents.incident.language);
    let attribution = &campaign.attribution;
    let sources = attribution.candidates.iter().zip(&campaign.opportunity).map(|(score, access)| {
        let people = access.people.iter().map(|p| {
            json!({
                "person": p.person.as_ref().map_or_else(|| local.text("analysis-unknown-others"), ToString::to_string),
                "certain": six(p.certain),
                "possible": six(p.possible),
                "reasons": p.reasons.iter().map(|reason| wording::reason(reason, contents, local)).collect::<Vec<_>>(),
            })
        });
        source(score, &people.collect::<Vec<_>>(), &prints::of_source(campaign, &score.id))
    });
    let pairs = attribution.pairs.iter().map(|pair| {
        json!({
            "for": pair.favoured,
            "against": pair.against,
            "log10_lr": six(pair.log10_lr),
            "words": words.say(|w| wording::pair(pair, campaign, contents, settings, w)),
        })
    });
    json!({
        "id": campaign.id,
        "title": campaign.title,
        "messages": campaign.messages.len(),
        "recipients": campaign.recipients,
        "controls": campaign.controls,
        "first_sent": campaign.first_sent,
        "last_sent": campaign.last_sent,
        "complete_list": campaign.is_complete_list,
        "sources": sources.collect::<Vec<_>>(),
        "unexplained": share(&attribution.unexplained),
        "explained_by_none": attribution.explained_by_none,
        "covering_sets": attribution.coverings,
        "pairs": pairs.collect::<Vec<_>>(),
        "verdict": {
            "best": campaign.verdict.best,
            "words": words.say(|w| wording::verdict(campaign, contents, settings, w)),
            "cautions": wording::cautions(campaign, contents, local),
            "tipping": sensitivity::tipping(campaign),
        },
        "prints": prints::prints(campaign, contents, words),
        "texts": texts.of_campaign(campaign, contents, words),
        "sensitivity": sensitivity::sensitivity(campaign, contents, words),
        "findings": sensitivity::findings(campaign, contents, settings, words),
        "rivals": rivals::rivals(campaign, contents, analysis, words),
    })
}

fn source(score: &CandidateScore, people: &[Value], prints: &Value) -> Value {
    json!({
        "id": score.id,
        "captured": score.captured,
        "exclusive": score.exclusive,
        "share": share(&score.share),
        "log10_lr_vs_none": six(score.log10_lr_vs_none),
        "hypergeometric_p": score.hypergeometric_p.map(six),
        "reverse_coverage": score.reverse_coverage.map(six),
        "copy_date": score.copy_date.as_ref().map(copy_date),
        "slice": score.slice().map(|slice| json!({ "field": slice.field, "value": slice.value })),
        "slices_tried": score.slices.len(),
        "slices": score.slices.iter().take(SLICES).map(slice).collect::<Vec<_>>(),
        "opportunity": people,
        "prints": prints,
    })
}

fn slice(slice: &SliceScore) -> Value {
    json!({
        "field": slice.field,
        "value": slice.value,
        "size": six(slice.size),
        "captured": slice.captured,
        "log10_lr": six(slice.log10_lr),
        "weight": six(slice.weight),
        "reverse_coverage": slice.reverse_coverage.map(six),
    })
}

fn spans(spans: &[DateSpan]) -> Vec<Value> {
    spans.iter().map(|s| json!({ "from": s.from.to_string(), "to": s.to.to_string(), "mass": six(s.mass) })).collect()
}

fn copy_date(copy: &CopyDate) -> Value {
    json!({
        "mode": copy.mode.to_string(),
        "set95": spans(&copy.set95),
        "set50": spans(&copy.set50),
        "edges": copy.edges.iter().map(|e| json!({ "at": e.at.to_string(), "side": e.side, "witnesses": e.witnesses })).collect::<Vec<_>>(),
        "contradictory": copy.is_contradictory,
        "two_copies": copy.two_copies.as_ref().map(|two| json!({
            "first": two.first.to_string(),
            "second": two.second.to_string(),
            "only_first": two.only_first,
            "only_second": two.only_second,
            "share": six(two.share),
            "log10_gain": six(two.log10_gain),
        })),
    })
}

fn recipient(recipient: &RecipientAnalysis, statements: &[&Statement], contents: &Contents) -> Value {
    let mut origins = serde_json::Map::new();
    for (source, mass) in &recipient.origins {
        origins.insert(source.to_string(), six(*mass));
    }
    if !recipient.origins.is_empty() || recipient.none > 0.0 {
        origins.insert("none".to_owned(), six(recipient.none));
    }
    let label = |id| contents.snapshots.iter().find(|s| s.id == id).map_or_else(String::new, crate::model::Snapshot::label);
    let links = recipient.links.iter().map(|link| {
        json!({
            "source": link.source,
            "snapshot": label(link.snapshot),
            "row": link.row,
            "probability": six(link.probability),
            "how": link.how,
            "label": link.label,
            "present": link.is_present,
            "decision": link.answer,
            "evidence": link.explained.as_ref().map(evidence),
            "runner_up": link.runner_up.map(|(row, probability)| json!({ "row": row, "probability": six(probability) })),
        })
    });
    let statements = statements.iter().map(|it| {
        json!({
            "source": it.source,
            "given_on": it.given_on.as_ref().map(|day| day.raw.as_str()),
            "exclusive": it.is_exclusive,
            "denied": it.is_denied,
            "reliability": six(it.reliability),
            "given_as": it.given_as,
            "note": it.note,
        })
    });
    json!({
        "id": recipient.id,
        "key": recipient.key,
        "origins": origins,
        "links": links.collect::<Vec<_>>(),
        "statements": statements.collect::<Vec<_>>(),
    })
}

/// What a link stands on, in bits that add up to the log₂ of its odds (before a reviewer decided).
fn evidence(explained: &Explained) -> Value {
    let bars = explained.bars.iter().map(|bar| {
        let mut value = json!(bar.outcome);
        value["bits"] = six(bar.bits);
        value
    });
    json!({
        "prior_bits": six(explained.prior_bits),
        "bars": bars.collect::<Vec<_>>(),
        "household_bits": six(explained.household_bits),
        "rivals_bits": six(explained.rivals_bits),
    })
}

fn share(share: &Share) -> Value {
    json!({ "mean": six(share.mean), "lo": six(share.lo), "hi": six(share.hi), "lo50": six(share.lo50), "hi50": six(share.hi50) })
}

/// A number with at most six significant digits; what JSON cannot hold is `null`.
fn six(number: f64) -> Value {
    if !number.is_finite() {
        return Value::Null;
    }
    // Printing and reading back is exact and the same everywhere; scaling by powers of ten is not.
    let rounded: f64 = format!("{number:.5e}").parse().unwrap_or(number);
    json!(if rounded == 0.0 { 0.0 } else { rounded })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_carry_six_significant_digits() {
        assert_eq!(six(1.0 / 3.0), json!(0.333_333));
        assert_eq!(six(123_456_789.0), json!(123_457_000.0));
        assert_eq!(six(1.234_567_8e-40), json!(1.234_57e-40));
        assert_eq!(six(-0.0).to_string(), "0.0");
        assert_eq!(six(f64::INFINITY), Value::Null);
    }
}
