//! The waterfall of a link as CSV and JSON: the numbers the window shows, not rounded for the eye.
//!
//! RFC 4180 with CRLF and UTF-8 without BOM; guarded like `links.csv` (formats.md §6).

use super::links::guard;
use crate::chart::waterfall::{Step, StepKind, Waterfall};

/// One line per step: `step,what,ours,theirs,bits,total_bits,probability`.
///
/// # Errors
/// If writing to memory fails, which only happens when there is none left.
pub fn waterfall_csv(chart: &Waterfall) -> Result<Vec<u8>, csv::Error> {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    writer.write_record(["step", "what", "ours", "theirs", "bits", "total_bits", "probability"])?;
    for step in &chart.steps {
        writer.write_record([
            name(step).to_owned(),
            guard(&step.text),
            guard(&step.ours),
            guard(&step.theirs),
            format!("{:.4}", step.bits),
            format!("{:.4}", step.to_bits),
            format!("{:.6}", step.probability),
        ])?;
    }
    writer.into_inner().map_err(|error| csv::Error::from(error.into_error()))
}

/// The same as JSON, with every outcome as the engine names it.
///
/// # Errors
/// If a number is not finite in a way JSON cannot hold; charts made by [`Waterfall::build`] from links never are.
pub fn waterfall_json(chart: &Waterfall) -> Result<String, serde_json::Error> {
    serde_json::to_string_pretty(chart)
}

fn name(step: &Step) -> &'static str {
    use crate::link::Outcome;
    match step.kind {
        StepKind::Prior => "prior",
        StepKind::Household => "household",
        StepKind::Rivals => "rivals",
        StepKind::Posterior => "posterior",
        StepKind::Comparison(outcome) => match outcome {
            Outcome::Name { .. } => "name",
            Outcome::Address { .. } => "address",
            Outcome::Email { .. } => "email",
            Outcome::Phone { .. } => "phone",
            Outcome::Birth { .. } => "birth",
            Outcome::Civility { .. } => "civility",
            Outcome::Identifier { .. } => "identifier",
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::fixtures;
    use crate::chart::waterfall::Evidence;
    use crate::model::Language;
    use crate::words::Words;

    fn chart(phone: &str) -> Waterfall {
        let mut bars = fixtures::bars();
        bars.push(serde_json::from_value(serde_json::json!({ "comparison": "phone", "level": "close", "bits": 4.25 })).unwrap());
        let mut sides = fixtures::sides();
        sides.ours.phone = phone.to_owned();
        let evidence = Evidence { prior_bits: -12.0, bars: &bars, household_bits: 0.0, rivals_bits: -1.0 };
        Waterfall::build(&evidence, &sides, &Words::new(Language::En))
    }

    #[test]
    fn the_csv_has_a_line_per_step_and_guards_what_a_spreadsheet_would_run() {
        let text = String::from_utf8(waterfall_csv(&chart("=1+1")).unwrap()).unwrap();
        let lines: Vec<&str> = text.split("\r\n").collect();
        assert_eq!(lines.len(), 1 + 7 + 1, "{text}");
        assert!(lines[1].starts_with("prior,Before comparing,,,-12.0000,-12.0000,"), "{}", lines[1]);
        assert_eq!(lines[5], "phone,Telephone numbers one digit apart,'=1+1,'+33639981234,4.2500,9.7500,0.998840");
    }

    #[test]
    fn the_json_reads_back_as_the_same_chart() {
        let chart = chart("06 39 98 12 35");
        let json = waterfall_json(&chart).unwrap();
        assert!(json.contains("\"comparison\": \"phone\""), "{json}");
        assert_eq!(serde_json::from_str::<Waterfall>(&json).unwrap(), chart);
    }
}
