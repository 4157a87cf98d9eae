//! The summary `run`, `analyse` and `demo` print: what a person reads first.

use super::wording::{self, About};
use crate::analysis::{Analysis, CampaignAnalysis};
use crate::args;
use crate::attribute::CandidateScore;
use crate::model::{Contents, ImportReport};
use crate::words::scale::Scale;
use crate::words::{Words, format};

/// Widest line, in characters.
const WIDTH: usize = 100;

/// Shared spellings that are told here; `results.json` has more.
const QUIRKS: usize = 3;

/// The summary of an analysis as plain text.
pub fn summary(contents: &Contents, analysis: &Analysis, words: &Words) -> String {
    let language = words.language();
    let mut out = Page::default();
    out.title(&contents.incident.title);
    let total = |count: fn(&ImportReport) -> u64| format::count(contents.imports.iter().map(count).sum(), language);
    let counts = args! {
        "files" => format::count(contents.imports.len() as u64, language),
        "found" => total(|r| r.found),
        "imported" => total(|r| r.imported),
        "duplicates" => total(|r| r.duplicates),
        "rejected" => total(ImportReport::rejected),
    };
    out.line(&words.text_with("cli-summary-counts", &counts));
    if analysis.campaigns.is_empty() {
        out.paragraph(&words.text("cli-summary-nothing"));
    }
    for campaign in &analysis.campaigns {
        campaign_page(&mut out, campaign, contents, analysis, words);
    }
    let scale = Scale::current();
    let args = args! {
        "name" => scale.name(language),
        "version" => scale.version.as_str(),
        "cap" => format::count(analysis.settings.cap.max(1.0) as u64, language),
    };
    out.paragraph(&words.text_with("findings-scale", &args));
    out.text
}

fn campaign_page(out: &mut Page, campaign: &CampaignAnalysis, contents: &Contents, analysis: &Analysis, words: &Words) {
    let language = words.language();
    out.heading(&campaign.title);
    let facts = args! {
        "messages" => format::count(campaign.messages.len() as u64, language),
        "recipients" => format::count(campaign.recipients as u64, language),
        "controls" => format::count(campaign.controls as u64, language),
        "n-messages" => campaign.messages.len(),
        "n-recipients" => campaign.recipients,
        "n-controls" => campaign.controls,
        "is-one-day" => if campaign.first_send == campaign.last_send { "yes" } else { "no" },
        "first" => format::day(campaign.first_send, language),
        "last" => format::day(campaign.last_send, language),
    };
    out.line(&words.text_with("cli-summary-campaign", &facts));
    out.paragraph(&wording::verdict(campaign, contents, &analysis.settings, words));
    for caution in wording::cautions(campaign, contents, words) {
        out.item(&caution);
    }
    beside(out, campaign, contents, analysis, words);
    sources(out, campaign, contents, words);
    let leading = campaign.verdict.best.as_ref().and_then(|best| campaign.attribution.candidates.iter().position(|c| &c.id == best));
    let Some(at) = leading else { return };
    copy_date(out, &campaign.attribution.candidates[at], words);
    let Some(access) = campaign.opportunity.get(at) else { return };
    out.heading(&words.text("cli-summary-who"));
    out.line(&words.text("cli-summary-who-note"));
    let mut table = vec![vec![words.text("cli-summary-person"), words.text("cli-summary-certain"), words.text("cli-summary-possible")]];
    for person in &access.people {
        let name = person.person.as_ref().map_or_else(|| words.text("analysis-unknown-others"), ToString::to_string);
        table.push(vec![name, format::percent(person.certain, language), format::percent(person.possible, language)]);
    }
    out.table(&table);
    for person in &access.people {
        let Some(name) = &person.person else { continue };
        for reason in &person.reasons {
            let sentence = wording::reason(reason, contents, words);
            out.item(&words.text_with("cli-summary-reason", &args! { "person" => name.to_string(), "reason" => sentence }));
        }
    }
}

/// What would change the answer, what to ask next, and the findings that show where it comes from.
fn beside(out: &mut Page, campaign: &CampaignAnalysis, contents: &Contents, analysis: &Analysis, words: &Words) {
    let said = wording::beside(campaign, contents, &analysis.settings, words);
    let of = |wanted: &[About]| said.iter().filter(|it| wanted.contains(&it.about)).map(|it| it.text.as_str()).collect::<Vec<_>>();
    for (id, about) in [("findings-heading-change", About::Sensitivity), ("findings-heading-next", About::NextQuestion)] {
        let texts = of(&[about]);
        if !texts.is_empty() {
            out.heading(&words.text(id));
            for text in texts {
                out.wrap(text, "", "");
            }
        }
    }
    let mut texts = of(&[About::Slice, About::TwoCopies, About::Fingerprints]);
    texts.extend(of(&[About::Quirk]).into_iter().take(QUIRKS));
    texts.extend(of(&[About::Canary, About::CanaryCaveat]));
    if !texts.is_empty() {
        out.heading(&words.text("findings-heading-beside"));
        for text in texts {
            out.item(text);
        }
    }
}

fn sources(out: &mut Page, campaign: &CampaignAnalysis, contents: &Contents, words: &Words) {
    let language = words.language();
    out.heading(&words.text("cli-summary-sources"));
    let header = ["source", "captured", "exclusive", "share", "support"].map(|column| words.text(&format!("cli-summary-{column}")));
    let mut table = vec![header.to_vec()];
    for score in &campaign.attribution.candidates {
        let name = contents.source(&score.id).map_or_else(|| score.id.to_string(), |source| source.name.clone());
        let share = format!(
            "{} [{} – {}]",
            format::percent(score.share.mean, language),
            format::percent(score.share.lo, language),
            format::percent(score.share.hi, language)
        );
        table.push(vec![
            name,
            format::count(score.captured as u64, language),
            format::count(score.exclusive as u64, language),
            share,
            format::decimal(score.log10_lr_vs_none, 1, language),
        ]);
    }
    let rest = campaign.attribution.unexplained;
    let share = format!("{} [{} – {}]", format::percent(rest.mean, language), format::percent(rest.lo, language), format::percent(rest.hi, language));
    table.push(vec![words.text("cli-summary-none"), String::new(), String::new(), share, String::new()]);
    out.table(&table);
}

fn copy_date(out: &mut Page, score: &CandidateScore, words: &Words) {
    let language = words.language();
    out.heading(&words.text("cli-summary-copy"));
    let Some(copy) = &score.copy_date else {
        out.line(&words.text("cli-summary-undated"));
        return;
    };
    for span in &copy.set95 {
        let facts = args! {
            "from" => format::day(span.from, language),
            "to" => format::day(span.to, language),
            "mass" => format::percent(span.mass, language),
            "is-one-day" => if span.from == span.to { "yes" } else { "no" },
        };
        out.item(&words.text_with("cli-summary-span", &facts));
    }
    for edge in copy.edges.iter().filter(|edge| !edge.witnesses.is_empty()) {
        let names: Vec<String> = edge.witnesses.iter().take(8).map(ToString::to_string).collect();
        let facts = args! { "at" => format::day(edge.at, language), "count" => edge.witnesses.len(), "names" => names.join(", ") };
        out.item(&words.text_with("cli-summary-witnesses", &facts));
    }
}

/// Plain text being laid out.
#[derive(Default)]
struct Page {
    text: String,
}

impl Page {
    fn line(&mut self, text: &str) {
        self.text.push_str(text);
        self.text.push('\n');
    }

    fn title(&mut self, text: &str) {
        self.line(text);
        self.line(&"=".repeat(text.chars().count().clamp(4, WIDTH)));
    }

    fn heading(&mut self, text: &str) {
        self.line("");
        self.line(text);
        self.line(&"-".repeat(text.chars().count().clamp(4, WIDTH)));
    }

    fn paragraph(&mut self, text: &str) {
        self.line("");
        self.wrap(text, "", "");
    }

    fn item(&mut self, text: &str) {
        self.wrap(text, "  • ", "    ");
    }

    /// Breaks at plain spaces only: a no-break space stays unbroken.
    fn wrap(&mut self, text: &str, first: &str, next: &str) {
        let mut line = first.to_owned();
        let mut is_empty = true;
        for word in text.split(' ').filter(|word| !word.is_empty()) {
            if !is_empty && line.chars().count() + 1 + word.chars().count() > WIDTH {
                self.line(line.trim_end());
                next.clone_into(&mut line);
                is_empty = true;
            }
            if !is_empty {
                line.push(' ');
            }
            line.push_str(word);
            is_empty = false;
        }
        self.line(line.trim_end());
    }

    /// The first row is the header; the first column is text, the others are aligned to the right.
    fn table(&mut self, rows: &[Vec<String>]) {
        let columns = rows.first().map_or(0, Vec::len);
        let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or(0);
        let widths: Vec<usize> = (0..columns).map(width).collect();
        for (at, row) in rows.iter().enumerate() {
            let mut line = String::from("  ");
            for (column, cell) in row.iter().enumerate() {
                let pad = " ".repeat(widths[column] - cell.chars().count());
                let (before, after) = if column == 0 { ("", pad.as_str()) } else { (pad.as_str(), "") };
                line.extend([before, cell, after, "  "]);
            }
            self.line(line.trim_end());
            if at == 0 {
                self.line(&format!("  {}", "-".repeat(widths.iter().sum::<usize>() + 2 * columns.saturating_sub(1))));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_line_up_and_long_sentences_wrap() {
        let mut page = Page::default();
        page.table(&[vec!["Fichier".into(), "n".into()], vec!["a".into(), "12\u{202f}500".into()]]);
        assert_eq!(page.text, "  Fichier       n\n  ---------------\n  a        12\u{202f}500\n");
        let mut page = Page::default();
        page.item(&"mot ".repeat(60));
        assert!(page.text.lines().all(|line| line.chars().count() <= WIDTH));
        assert!(page.text.lines().skip(1).all(|line| line.starts_with("    ")));
    }
}
