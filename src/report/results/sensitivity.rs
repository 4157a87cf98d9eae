//! What would change the answer, in `results.json`. Likelihood ratios are log₁₀ and not capped.

use super::six;
use crate::attribute::sensitivity::{Bar, Influence, Question, Reading, Sensitivity, Turn};
use serde_json::{Value, json};

/// Where the words of the verdict change; nulls where they do not.
pub fn tipping(sensitivity: Option<&Sensitivity>) -> Value {
    let tipping = sensitivity.map(|sensitivity| sensitivity.tipping).unwrap_or_default();
    json!({ "pool": tipping.pool.map(six), "sigma": tipping.sigma.map(six), "recipients": tipping.recipients })
}

/// The tornado, every recipient left out in turn, and what to find out next.
pub fn sensitivity(sensitivity: &Sensitivity) -> Value {
    json!({
        "baseline": reading(&sensitivity.baseline),
        "bars": sensitivity.bars.iter().map(bar).collect::<Vec<_>>(),
        "influence": sensitivity.influence.iter().map(influence).collect::<Vec<_>>(),
        "contested_by": sensitivity.contested_by,
        "questions": sensitivity.questions.iter().map(question).collect::<Vec<_>>(),
    })
}

fn reading(reading: &Reading) -> Value {
    json!({
        "best": reading.best,
        "leading": reading.leading,
        "rival": reading.rival,
        "log10_lr_vs_none": six(reading.log10_lr_vs_none),
        "log10_lr_vs_rival": reading.log10_lr_vs_rival.map(six),
        "band": reading.band,
        "rival_band": reading.rival_band,
    })
}

fn bar(bar: &Bar) -> Value {
    let mut value = json!(bar.turned);
    value["low"] = turn(&bar.low);
    value["high"] = turn(&bar.high);
    value["width"] = six(bar.width);
    value
}

fn turn(turn: &Turn) -> Value {
    json!({
        "value": turn.value.map(six),
        "log10_lr_vs_none": turn.log10_lr_vs_none.map(six),
        "log10_lr_vs_rival": turn.log10_lr_vs_rival.map(six),
        "reading": reading(&turn.reading),
    })
}

fn influence(influence: &Influence) -> Value {
    json!({
        "recipient": influence.recipient,
        "log10_lr_vs_none": six(influence.log10_lr_vs_none),
        "log10_lr_vs_rival": influence.log10_lr_vs_rival.map(six),
    })
}

fn question(question: &Question) -> Value {
    let mut value = json!(question.ask);
    let answers = question.answers.iter().map(|answer| {
        json!({
            "reply": answer.reply,
            "if_leading": six(answer.if_leading),
            "if_other": six(answer.if_other),
            "log10_lr": six(answer.log10_lr),
        })
    });
    value["bits"] = six(question.bits);
    value["answers"] = answers.collect();
    value
}
