//! The board of rival explanations in `results.json`.

use super::Both;
use crate::analysis::rivals::{Line, board};
use crate::analysis::{Analysis, CampaignAnalysis};
use crate::model::{Contents, Language};
use crate::report::wording;
use serde_json::{Value, json};

/// Every explanation of one mailing: where the question stands, the answer, and what the case can say beside it.
pub fn rivals(campaign: &CampaignAnalysis, contents: &Contents, analysis: &Analysis, words: &Both) -> Vec<Value> {
    board(contents, analysis, campaign).iter().map(|line| rival(line, contents, analysis, words)).collect()
}

fn rival(line: &Line<'_>, contents: &Contents, analysis: &Analysis, words: &Both) -> Value {
    let hints = line.hints.iter().map(|hint| {
        let mut value = json!(hint);
        // A ratio is a number of ours like every other.
        if let Some(log10_lr) = value.get("log10_lr").and_then(Value::as_f64) {
            value["log10_lr"] = super::six(log10_lr);
        }
        value["side"] = json!(hint.side());
        value["words"] = words.say(|w| wording::rivals::hint(hint, contents, &analysis.settings, w));
        value
    });
    json!({
        "id": line.kind,
        "name": { "fr": line.name(Language::Fr), "en": line.name(Language::En) },
        "standing": line.standing(),
        "text": line.answer.map_or("", |answer| answer.text.as_str()),
        "references": line.answer.map_or(&[][..], |answer| &answer.references),
        "hints": hints.collect::<Vec<_>>(),
    })
}
