//! Commits a plan: every file is stored, read back from the case, turned into records and accounted for, in one transaction.

mod answers;
mod flags;
mod gather;
mod messages;
mod people;
mod sealing;
mod source;
mod tables;
mod when;

use super::{Format, ImportError, Request, StatedRival, detect_in};
use crate::case::{CaseFile, ImportTransaction, Record, RecordKind};
use crate::job::Progress;
use crate::model::{CampaignId, Evidence, EvidenceId, ImportKind, ImportReport, MessageId, Rival, RivalId, Source, SourceId, SourceKind};
use flags::Flags;
use gather::Gathered;
use jiff::tz::TimeZone;
use people::People;
use std::collections::{BTreeSet, HashMap, HashSet};
use std::path::Path;

/// Sources first, so that circles and statements find them; messages after recipients, so that a table's ids win.
fn phase(kind: ImportKind) -> u8 {
    match kind {
        ImportKind::Source => 0,
        ImportKind::Recipients => 1,
        ImportKind::Messages => 2,
        ImportKind::Statements => 3,
        ImportKind::Roster => 4,
        ImportKind::AccessLog => 5,
        ImportKind::Events => 6,
    }
}

/// What comes in beside files.
#[derive(Clone, Copy, Debug, Default)]
pub struct Stated<'a> {
    /// The sources the files belong to.
    pub sources: &'a [Source],
    /// Answers to rival explanations.
    pub rivals: &'a [StatedRival],
}

/// Imports `requests`, and what is stated beside them, in one transaction.
pub fn commit(case: &mut CaseFile, stated: &Stated<'_>, requests: &[Request], progress: &dyn Progress) -> Result<Vec<ImportReport>, ImportError> {
    let mut transaction = case.begin_import()?;
    let import = transaction.id();
    for source in stated.sources {
        transaction.put(Record::Source(Source { import, ..source.clone() }))?;
    }
    let mut desk = Desk::new(transaction, requests, progress);
    let mut order: Vec<&Request> = requests.iter().collect();
    order.sort_by_key(|request| phase(request.kind));
    for request in order {
        desk.file(request).map_err(|error| error.at(&request.path))?;
    }
    desk.rivals(stated.rivals)?;
    let Desk { transaction, reports, .. } = desk;
    transaction.commit()?;
    Ok(reports)
}

/// An import in progress.
struct Desk<'case, 'p> {
    transaction: ImportTransaction<'case>,
    /// The incident's zone: days are days there.
    zone: TimeZone,
    /// Where recipients and messages go that name no campaign.
    campaign: CampaignId,
    people: People,
    /// Sources by id: asking the transaction between two puts is not free.
    sources: BTreeSet<SourceId>,
    /// Signatures of the posts, accesses, events and statements that are there.
    entries: HashSet<String>,
    /// Messages that are there, by content and receivers.
    seen: HashMap<String, MessageId>,
    /// What addresses of recipients can name, and what was found in the file that is being read.
    flags: Flags,
    reports: Vec<ImportReport>,
    progress: &'p dyn Progress,
}

/// A file as stored, and what was read from it.
struct Read<'p> {
    evidence: EvidenceId,
    gathered: Gathered<'p>,
}

impl<'case, 'p> Desk<'case, 'p> {
    fn new(transaction: ImportTransaction<'case>, requests: &[Request], progress: &'p dyn Progress) -> Self {
        let contents = transaction.contents();
        let zone = TimeZone::get(&contents.incident.timezone).unwrap_or(TimeZone::UTC);
        let known = contents.recipients.iter().map(|r| &r.campaign).chain(contents.messages.iter().map(|m| &m.campaign));
        let named: BTreeSet<&CampaignId> = known.chain(requests.iter().filter_map(|r| r.campaign.as_ref())).collect();
        // With one campaign in the case, whatever names none belongs to it; with several that would be a guess.
        let campaign = match named.iter().next() {
            Some(only) if named.len() == 1 => (*only).clone(),
            _ => CampaignId::from(crate::campaign::UNASSIGNED),
        };
        let people = People::new(contents);
        let mut entries: HashSet<String> = contents.posts.iter().map(|post| tables::signature(&Record::Post(post.clone()))).collect();
        entries.extend(contents.accesses.iter().map(|access| tables::signature(&Record::Access(access.clone()))));
        entries.extend(contents.events.iter().map(|event| tables::signature(&Record::Event(event.clone()))));
        entries.extend(contents.statements.iter().map(|statement| tables::signature(&Record::Statement(statement.clone()))));
        let sources = contents.sources.iter().map(|source| source.id.clone()).collect();
        let originals = contents.messages.iter().filter(|message| message.duplicate_of.is_none());
        let seen = originals.map(|message| (messages::likeness(message), message.id)).collect();
        let flags = Flags::of(&contents.sources);
        Self { transaction, zone, campaign, people, sources, entries, seen, flags, reports: Vec::new(), progress }
    }

    /// Puts in what is answered: about the mailing it names, or about each of the case.
    fn rivals(&mut self, rivals: &[StatedRival]) -> Result<(), ImportError> {
        let contents = self.transaction.contents();
        let of_people = contents.recipients.iter().map(|recipient| &recipient.campaign);
        let all: BTreeSet<CampaignId> = contents.messages.iter().map(|message| &message.campaign).chain(of_people).cloned().collect();
        for rival in rivals {
            let about: Vec<CampaignId> = rival.campaign.as_ref().map_or_else(|| all.iter().cloned().collect(), |one| vec![one.clone()]);
            for campaign in about {
                let id = RivalId(self.transaction.fresh_id(RecordKind::Rival));
                let StatedRival { kind, title, standing, text, .. } = rival.clone();
                let import = self.transaction.id();
                self.transaction.put(Record::Rival(Rival { id, import, campaign, kind, title, standing, text, references: Vec::new() }))?;
            }
        }
        Ok(())
    }

    /// Imports one file.
    fn file(&mut self, request: &Request) -> Result<(), ImportError> {
        match request.kind {
            ImportKind::Messages => self.messages(request),
            ImportKind::Source => self.source(request),
            _ => self.table(request),
        }
    }

    /// Stores the file and reads it back from the case.
    fn read(&mut self, request: &Request) -> Result<Read<'p>, ImportError> {
        let format = detect_in(request.original(), request.kind)?;
        let evidence = self.store(request, format.as_ref())?;
        let mut gathered = Gathered::new(self.progress);
        self.stream(request, format.as_ref(), &evidence, &mut gathered)?;
        if self.progress.is_cancelled() {
            return Err(ImportError::Cancelled);
        }
        if gathered.is_barren() {
            return Err(ImportError::Empty { path: request.path.clone() });
        }
        Ok(Read { evidence: evidence.id, gathered })
    }

    fn store(&mut self, request: &Request, format: &dyn Format) -> Result<Evidence, ImportError> {
        let stored = self.transaction.add_evidence(request.original(), format.media_type(), &request.method, self.progress)?;
        Ok(stored.evidence)
    }

    /// Reads stored evidence through a format. What is too large to be embedded is read where it lies.
    fn stream(&self, request: &Request, format: &dyn Format, evidence: &Evidence, sink: &mut dyn super::Sink) -> Result<(), ImportError> {
        if evidence.is_embedded {
            let mut input = std::io::BufReader::with_capacity(1 << 16, self.transaction.open_evidence(evidence.id)?);
            format.read(&mut input, &request.reading, sink, self.progress)
        } else {
            format.read(&mut request.open()?, &request.reading, sink, self.progress)
        }
    }

    /// The source a table belongs to; made if it is new.
    fn source_of(&mut self, request: &Request) -> Result<SourceId, ImportError> {
        let id = request.source.clone().unwrap_or_else(|| SourceId::from(stem(&request.path)));
        if self.sources.insert(id.clone()) {
            let source = Source { id: id.clone(), import: self.transaction.id(), name: id.to_string(), kind: SourceKind::Held, ..Source::default() };
            self.transaction.put(Record::Source(source))?;
            self.sources_changed(&id);
        }
        Ok(id)
    }

    /// Closes the account of a file.
    fn account(
        &mut self,
        request: &Request,
        evidence: EvidenceId,
        format: String,
        counts: Counts,
        mut notes: gather::Notes,
    ) -> Result<(), ImportError> {
        notes.warnings.extend(self.flags.told());
        let report = ImportReport {
            import: self.transaction.id(),
            evidence: Some(evidence),
            file: name(&request.path),
            kind: request.kind,
            format,
            found: counts.imported + counts.duplicates + notes.rejections.len() as u64,
            imported: counts.imported,
            duplicates: counts.duplicates,
            rejections: notes.rejections,
            warnings: notes.warnings,
        };
        self.transaction.add_report(report.clone())?;
        self.reports.push(report);
        Ok(())
    }
}

/// Items taken over, and items that were there already.
#[derive(Clone, Copy, Debug, Default)]
struct Counts {
    imported: u64,
    duplicates: u64,
}

fn name(path: &Path) -> String {
    path.file_name().map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned())
}

fn stem(path: &Path) -> String {
    path.file_stem().map_or_else(|| "source".to_owned(), |stem| stem.to_string_lossy().into_owned())
}
