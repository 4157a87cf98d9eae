//! Fingerprints and addresses that name a file in `results.json`.

use super::{Both, six};
use crate::analysis::CampaignAnalysis;
use crate::attribute::fingerprint::{FittedRule, Quirk, RecipientFactors};
use crate::model::{Contents, Snapshot, SnapshotId, SourceId};
use crate::report::wording;
use serde_json::{Value, json};

/// Everything fingerprints say about one mailing: rules, discriminating recipients, quirks, pairs, flagged addresses; and what of it counts.
pub fn prints(campaign: &CampaignAnalysis, contents: &Contents, words: &Both) -> Value {
    let prints = &campaign.prints;
    let found = &prints.fingerprints;
    let state = State(contents);
    let pairs = found.pairs.iter().map(|pair| {
        json!({ "a": pair.a, "b": pair.b, "only_a": pair.only_a, "only_b": pair.only_b, "neither": pair.neither,
                "log10_lr": six(pair.ln_lr / std::f64::consts::LN_10) })
    });
    let canaries = prints.canaries.iter().map(|flagged| {
        let mut value = json!({ "recipient": flagged.canary.recipient, "source": flagged.canary.source, "others": flagged.canary.others,
            "also_in": flagged.also_in, "reason": flagged.canary.reason, "worth": flagged.worth });
        value["words"] = words.say(|w| wording::prints::canary(flagged, flagged.canary.recipient.as_str(), contents, w));
        value
    });
    json!({
        "reach": prints.reach,
        "words": words.say(|w| wording::prints::reach(prints, contents, w).join(" ")),
        "error": { "explained": found.error.explained, "unexplained": found.error.unexplained, "mean": six(found.error.mean()) },
        "recipients": found.factors.iter().map(|of| recipient(of, &state)).collect::<Vec<_>>(),
        "quirks": found.quirks.iter().map(|it| quirk(it, &state)).collect::<Vec<_>>(),
        "pairs": pairs.collect::<Vec<_>>(),
        "sealed": prints.unreadable,
        "canaries": canaries.collect::<Vec<_>>(),
    })
}

/// What fingerprints say about one source: its rules, matches and mismatches; `null` if nothing can be read off it.
pub fn of_source(campaign: &CampaignAnalysis, source: &SourceId) -> Value {
    let found = &campaign.prints.fingerprints;
    let rules: Vec<Value> = found.rules.iter().filter(|fitted| fitted.source == *source).map(rule).collect();
    let standing = found.standings.iter().find(|standing| standing.source == *source);
    if rules.is_empty() && standing.is_none() {
        return Value::Null;
    }
    json!({ "rules": rules, "matches": standing.map_or(0, |it| it.matches), "mismatches": standing.map_or(0, |it| it.mismatches) })
}

fn rule(fitted: &FittedRule) -> Value {
    json!({ "field": fitted.field, "rule": fitted.rule, "explained": fitted.explained, "linked": fitted.linked, "understood": fitted.is_understood() })
}

struct State<'a>(&'a Contents);

impl State<'_> {
    fn label(&self, id: SnapshotId) -> String {
        self.0.snapshots.iter().find(|state| state.id == id).map_or_else(String::new, Snapshot::label)
    }
}

fn recipient(of: &RecipientFactors, state: &State<'_>) -> Value {
    let sources = of.sources.iter().map(|it| json!({ "source": it.source, "match": it.is_match, "factor": six(libm::exp(it.ln_factor)) }));
    let fields = of.fields.iter().map(|field| {
        let made = field.made.iter().map(|it| {
            json!({ "source": it.source, "snapshot": state.label(it.snapshot), "row": it.row, "written": it.written, "would_show": it.would_show,
                    "match": it.is_match })
        });
        json!({ "field": field.field, "rendered": field.rendered, "made": made.collect::<Vec<_>>() })
    });
    json!({ "id": of.recipient, "sources": sources.collect::<Vec<_>>(), "fields": fields.collect::<Vec<_>>() })
}

fn quirk(it: &Quirk, state: &State<'_>) -> Value {
    let rivals = it.rivals.iter().map(|rival| {
        json!({ "source": rival.source, "snapshot": state.label(rival.snapshot), "row": rival.row, "written": rival.written,
                "would_show": rival.would_show, "frequency": rival.frequency.map(six) })
    });
    json!({
        "kind": it.kind, "field": it.field, "recipient": it.recipient, "source": it.source, "snapshot": state.label(it.snapshot), "row": it.row,
        "rendered": it.rendered, "written": it.written, "words": it.words, "frequency": it.frequency.map(six), "share": six(it.share),
        "rivals": rivals.collect::<Vec<_>>(),
    })
}
