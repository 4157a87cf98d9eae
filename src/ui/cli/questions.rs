//! `sourcier questions`: a neutral questionnaire for those who may know where their address came from.

use super::progress::Reporter;
use super::steps::open_case;
use super::{Failure, Lang};
use crate::analysis::{Analysis, Settings, analyse};
use crate::args;
use crate::attribute::sensitivity::Ask;
use crate::model::{Contents, Recipient, RecipientId};
use crate::report::questionnaire::{Questionnaire, form, hint, table};
use crate::words::{Words, format};
use anyhow::Context as _;
use clap::Args;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Write a neutral questionnaire: whom to ask next, about every file of the case
#[derive(Debug, Args)]
pub struct Questions {
    /// The case file
    case: PathBuf,
    /// Table to be filled in and read back with `import --as statements`
    #[arg(long, value_name = "F.csv")]
    out: PathBuf,
    /// Folder for one printable form (Markdown) per person
    #[arg(long, value_name = "DIR")]
    forms: Option<PathBuf>,
    /// Most people to ask
    #[arg(long, value_name = "N", default_value_t = 20, value_parser = clap::value_parser!(u32).range(1..))]
    people: u32,
    /// Ask these people (ids) instead of those the program would ask next
    #[arg(long = "ask", value_name = "ID")]
    ids: Vec<String>,
    /// Language of the questionnaire; default: the case's
    #[arg(long)]
    lang: Option<Lang>,
    /// File whose first line is the passphrase
    #[arg(long, value_name = "F")]
    passphrase_file: Option<PathBuf>,
}

impl Questions {
    pub(super) fn carry_out(self, progress: &Reporter) -> Result<ExitCode, Failure> {
        let file = open_case(&self.case, self.passphrase_file.as_deref())?;
        let contents = file.case().contents();
        let words = Words::new(self.lang.map_or(contents.incident.language, Into::into));
        let whom = if self.ids.is_empty() {
            let analysis = analyse(file.case(), &Settings::default(), progress)?;
            next(contents, &analysis, self.people as usize)
        } else {
            named(contents, &self.ids)?
        };
        let questionnaire = Questionnaire::new(contents, &whom);
        if questionnaire.is_empty() {
            return Err(anyhow::anyhow!("There is nobody to ask, or no file to ask about; import recipients and sources first").into());
        }
        let write = |path: &Path, bytes: &[u8]| std::fs::write(path, bytes).with_context(|| format!("The file {} cannot be written", path.display()));
        write(&self.out, &table(&questionnaire, &words)?)?;
        if let Some(folder) = &self.forms {
            std::fs::create_dir_all(folder).with_context(|| format!("The folder {} cannot be made", folder.display()))?;
            for (at, recipient) in questionnaire.people.iter().enumerate() {
                // Numbered: an id may hold what a file name may not.
                write(&folder.join(format!("{:03}.md", at + 1)), form(&questionnaire, recipient, &words).as_bytes())?;
            }
        }
        progress.finish();
        let n = questionnaire.people.len();
        let count = format::count(n as u64, words.language());
        println!("{}", words.text_with("questions-done", &args! { "n" => n, "count" => count.as_str(), "file" => self.out.display().to_string() }));
        println!("{}", hint(&words));
        if let Some(folder) = &self.forms {
            let args = args! { "n" => n, "count" => count, "folder" => folder.display().to_string() };
            println!("{}", words.text_with("questions-forms-done", &args));
        }
        let names = args! { "case" => self.case.display().to_string(), "file" => self.out.display().to_string() };
        println!("{}", words.text_with("questions-read-back", &names));
        file.close()?;
        Ok(ExitCode::SUCCESS)
    }
}

/// Whom to ask next: those whose answer would tell most, then everybody who has not said anything yet, by id.
fn next(contents: &Contents, analysis: &Analysis, most: usize) -> Vec<RecipientId> {
    let questions = analysis.campaigns.iter().filter_map(|campaign| campaign.sensitivity.as_ref()).flat_map(|it| &it.questions);
    let mut whom: Vec<RecipientId> = Vec::new();
    for question in questions {
        let recipient = match &question.ask {
            // Somebody yet to be found cannot be written to.
            Ask::Control { .. } => continue,
            Ask::Membership { recipient, .. } | Ask::Presence { recipient, .. } | Ask::Statement { recipient, .. } => recipient,
        };
        if !whom.contains(recipient) {
            whom.push(recipient.clone());
        }
    }
    let said: BTreeSet<&RecipientId> = contents.statements.iter().map(|statement| &statement.recipient).collect();
    let is_silent = |recipient: &&Recipient| !recipient.is_set_aside && !said.contains(&recipient.id);
    let others = contents.recipients.iter().filter(is_silent).map(|recipient| recipient.id.clone());
    let missing = most.saturating_sub(whom.len());
    let more: Vec<RecipientId> = others.filter(|id| !whom.contains(id)).take(missing).collect();
    whom.extend(more);
    whom.truncate(most);
    whom
}

fn named(contents: &Contents, ids: &[String]) -> Result<Vec<RecipientId>, Failure> {
    let ids: Vec<RecipientId> = ids.iter().map(|id| id.as_str().into()).collect();
    match ids.iter().find(|id| contents.recipient(id).is_none()) {
        Some(unknown) => Err(Failure::Usage(format!("--ask {unknown}: there is no recipient or control of this id in the case"))),
        None => Ok(ids),
    }
}
