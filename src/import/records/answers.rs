//! A row of a questionnaire that was filled in: who was asked, about which file, and what they said. What several rows of one person say together is
//! weighed by whoever has all of them.

use super::read::{self, Reply};
use super::{Cells, Witness, statement};
use crate::model::{Arg, Field, Said, SourceId, Statement};
use crate::said;

/// What stands for "none of these" where the id of a file stands otherwise, in every language a questionnaire is written in.
pub const NONE_OF_THESE: [&str; 2] = ["(aucun)", "(none)"];

/// The same for "do not know".
pub const DO_NOT_KNOW: [&str; 2] = ["(ne sait pas)", "(do not know)"];

/// What a row asks about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum About {
    /// One file.
    File(SourceId),
    /// The row "none of these".
    NoneOfThese,
    /// The row "do not know".
    DoNotKnow,
}

/// A row of a questionnaire.
#[derive(Clone, Debug, PartialEq)]
pub struct Asked {
    /// Who.
    pub witness: Witness,
    /// About what.
    pub about: About,
    /// What they said; `None` = nothing yet.
    pub reply: Option<Reply>,
    /// What is to be recorded if they said yes; `recipient` is left empty.
    pub statement: Statement,
}

/// Reads a row.
///
/// # Errors
/// A reason to reject the row.
pub fn asked(cells: Cells<'_>) -> Result<Asked, Said> {
    let reply = cells.read(Field::Answer, || said!("remarks-means-reply"), read::reply)?;
    let (mut witness, statement) = statement(cells)?;
    witness.id = witness.id.map(|id| unguarded(id.as_str()).into());
    let source = unguarded(statement.source.as_str());
    let about = if NONE_OF_THESE.contains(&source) {
        About::NoneOfThese
    } else if DO_NOT_KNOW.contains(&source) {
        About::DoNotKnow
    } else {
        About::File(SourceId::from(source))
    };
    let told = [Field::GivenOn, Field::GivenAs, Field::Exclusive].into_iter().find(|&field| !cells.text(field).is_empty());
    if let (None, About::File(_), Some(field)) = (reply, &about, told) {
        return Err(said!("remarks-no-answer", place = cells.place(Field::Answer), text = Arg::quoted(cells.text(field))));
    }
    Ok(Asked { witness, about, reply, statement })
}

/// Without the apostrophe that keeps a spreadsheet from running a text as a formula.
fn unguarded(text: &str) -> &str {
    text.strip_prefix('\'').filter(|rest| rest.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_comes_back_without_the_guard_and_a_name_with_an_apostrophe_stays() {
        assert_eq!(unguarded("'=r1"), "=r1");
        assert_eq!(unguarded("'t Hof"), "'t Hof");
        assert_eq!(unguarded("r1"), "r1");
    }
}
