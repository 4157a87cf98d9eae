//! What would change the answer, and what else is said beside the verdict, in `results.json`.

use super::Both;
use crate::analysis::{CampaignAnalysis, Settings};
use crate::model::Contents;
use crate::report::wording::{self, beside};
use serde_json::{Value, json};

/// Tornado, tipping points, influence and questions, each with its sentence; `null` if they were not computed.
pub fn sensitivity(campaign: &CampaignAnalysis, contents: &Contents, words: &Both) -> Value {
    let Some(found) = &campaign.sensitivity else { return Value::Null };
    let mut value = rounded(json!(found));
    value["words"] = words.say(|w| wording::sensitivity::summary(found, campaign, contents, w));
    value["next_question"] = words.say(|w| wording::sensitivity::next_question(found, contents, w));
    for (at, bar) in found.bars.iter().enumerate() {
        value["bars"][at]["words"] = words.say(|w| wording::sensitivity::turned(bar, contents, w));
    }
    for (at, question) in found.questions.iter().enumerate() {
        value["questions"][at]["words"] = words.say(|w| wording::sensitivity::question(question, found, contents, w));
    }
    value
}

/// Where the words of the verdict tip, as the contract has it: numbers, or `null` where nothing tips.
pub fn tipping(campaign: &CampaignAnalysis) -> Value {
    let found = campaign.sensitivity.as_ref().map(|it| it.tipping).unwrap_or_default();
    rounded(json!(found))
}

/// Sentences about findings beside the verdict.
pub fn findings(campaign: &CampaignAnalysis, contents: &Contents, settings: &Settings, words: &Both) -> Vec<Value> {
    let [french, english] = [&words.fr, &words.en].map(|words| beside(campaign, contents, settings, words));
    let pairs = french.into_iter().zip(english);
    pairs
        .map(|(fr, en)| json!({ "about": fr.about, "source": fr.source, "recipient": fr.recipient, "words": { "fr": fr.text, "en": en.text } }))
        .collect()
}

/// Every number with at most six significant digits.
fn rounded(value: Value) -> Value {
    match value {
        Value::Number(number) if number.is_f64() => number.as_f64().map_or(Value::Null, super::six),
        Value::Array(items) => Value::Array(items.into_iter().map(rounded).collect()),
        Value::Object(map) => Value::Object(map.into_iter().map(|(key, value)| (key, rounded(value))).collect()),
        other => other,
    }
}
