//! An answer as it is shown: what was found, with titles and snippets made from the case that may be seen. Runs on a thread.

use super::{Finished, Question};
use crate::case::Case;
use crate::job::Progress;
use crate::model::{Contents, Language, SnapshotId, Thing};
use crate::search::rows::RowsFound;
use crate::search::terms::{self, TermRow};
use crate::search::{Documents, Found, Group, Index, Query, QueryError, Run, SearchError, rows as file_rows, snippet};
use crate::ui::window::shield::Face;
use crate::ui::window::things;
use crate::words::Words;

/// So many of a group are shown at first, and at most.
const FIRST: usize = 20;
const MOST: usize = 500;

/// What came of a question.
#[derive(Clone, Debug, PartialEq)]
pub enum Answer {
    /// Nothing was asked.
    Nothing,
    /// The text is no question.
    Mistake(QueryError),
    /// What was found.
    Hits(Vec<GroupAnswer>),
    /// How often each term of a list was found.
    Terms(Vec<TermRow>),
}

/// What was found in a group.
#[derive(Clone, Debug, PartialEq)]
pub struct GroupAnswer {
    /// Which.
    pub group: Group,
    /// How many things.
    pub count: usize,
    /// The best of them.
    pub hits: Vec<HitAnswer>,
}

/// Something found, as it is shown.
#[derive(Clone, Debug, PartialEq)]
pub struct HitAnswer {
    /// What, as the rooms know it.
    pub thing: Thing,
    /// What it is called.
    pub title: Vec<Run>,
    /// A few words of it.
    pub snippet: Vec<Run>,
    /// What was looked for is hidden by the shield.
    pub is_hidden: bool,
}

/// What was found in the rows of one state of a file, as it is shown.
#[derive(Clone, Debug, PartialEq)]
pub struct RowsAnswer {
    /// The numbers.
    pub found: RowsFound,
    /// What the state is called.
    pub title: String,
    /// The first rows, with their numbers from 0.
    pub rows: Vec<RowAnswer>,
}

/// A row.
#[derive(Clone, Debug, PartialEq)]
pub struct RowAnswer {
    /// In which state.
    pub snapshot: SnapshotId,
    /// Its number, from 0 after the header.
    pub row: u64,
    /// Its cells.
    pub cells: Vec<Run>,
}

/// Brings the index up to date and answers.
pub(super) fn work(
    index: Option<(u64, Index)>,
    case: &Case,
    face: Option<&Face>,
    question: &Question,
    language: Language,
    progress: &dyn Progress,
) -> Finished {
    let mut index = match index.map_or_else(|| Index::empty().map(|index| (0, index)), Ok) {
        Ok(index) => index,
        Err(error) => return Finished { index: None, answer: Err(error) },
    };
    if index.0 != case.revision() {
        if let Err(error) = index.1.renew(case.contents(), progress) {
            return Finished { index: Some((0, index.1)), answer: Err(error) };
        }
        index.0 = case.revision();
    }
    let answer = answer(&index.1, case, face, question, language, progress);
    Finished { index: Some(index), answer }
}

fn answer(
    index: &Index,
    case: &Case,
    face: Option<&Face>,
    question: &Question,
    language: Language,
    progress: &dyn Progress,
) -> Result<Answer, SearchError> {
    if question.text.trim().is_empty() {
        return Ok(Answer::Nothing);
    }
    if question.is_list {
        return Ok(Answer::Terms(terms::count(index, &question.text, progress)?));
    }
    let query = match Query::parse(&question.text) {
        Ok(query) => query,
        Err(mistake) => return Ok(Answer::Mistake(mistake)),
    };
    let words = Words::new(language);
    let contents = face.map_or(case, Face::case).contents();
    let shown = Shown { documents: Documents::new(contents), contents, query: &query, words: &words, face };
    let group = |found: Found| {
        let limit = if question.whole == Some(found.group) { MOST } else { FIRST };
        let hits = found.hits.iter().take(limit).map(|hit| shown.hit(&hit.thing)).collect();
        GroupAnswer { group: found.group, count: found.hits.len(), hits }
    };
    Ok(Answer::Hits(index.find(&query)?.into_iter().map(group).collect()))
}

/// What titles and snippets are made from.
struct Shown<'a> {
    documents: Documents<'a>,
    contents: &'a Contents,
    query: &'a Query,
    words: &'a Words,
    face: Option<&'a Face>,
}

impl Shown<'_> {
    fn hit(&self, thing: &Thing) -> HitAnswer {
        let thing = self.face.map_or_else(|| thing.clone(), |face| face.thing(thing));
        let title = snippet::whole(&things::name(&thing, self.contents, self.words), self.query);
        let document = self.documents.get(&thing).unwrap_or_default();
        let around = [&document.text, &document.who, &document.title].into_iter().find_map(|text| snippet::around(text, self.query));
        let is_hidden = around.is_none() && self.face.is_some();
        let snippet = around.unwrap_or_else(|| snippet::beginning(if document.text.is_empty() { &document.who } else { &document.text }));
        HitAnswer { thing, title, snippet, is_hidden }
    }
}

/// Looks through the rows of files and fetches the first ones as they may be shown.
pub(super) fn rows(
    case: &Case,
    face: Option<&Face>,
    text: &str,
    language: Language,
    progress: &dyn Progress,
) -> Result<Vec<RowsAnswer>, SearchError> {
    let Ok(query) = Query::parse(text) else { return Ok(Vec::new()) };
    let words = Words::new(language);
    let shown = face.map_or(case, Face::case);
    let mut answers = Vec::new();
    for found in file_rows::rows(case, &query, progress)? {
        let mut rows = Vec::new();
        for &row in &found.rows {
            let cells: Vec<String> = shown.row(found.snapshot, row)?.into_iter().filter(|cell| !cell.trim().is_empty()).collect();
            rows.push(RowAnswer { snapshot: found.snapshot, row, cells: snippet::whole(&cells.join(" · "), &query) });
        }
        answers.push(RowsAnswer { title: things::name(&Thing::Snapshot(found.snapshot), shown.contents(), &words), found, rows });
    }
    Ok(answers)
}
