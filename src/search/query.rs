//! What somebody types to search: words, "phrases", `beginn*`, AND OR NOT (ET OU SAUF), parentheses, e-mail addresses and telephone numbers as they are.
//!
//! Read by a small parser of our own, so that no text can be a wrong question to the index, and a mistake is told with its place.

use super::spot;
use crate::normalise::tokens;

/// More of it would be a list, not a question.
const MOST_LEAVES: usize = 300;
/// Parentheses in parentheses.
const DEEPEST: usize = 16;

/// What is looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Query {
    pub(super) root: Expr,
}

/// A part of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Expr {
    /// All of these.
    All(Vec<Expr>),
    /// At least one of these.
    Any(Vec<Expr>),
    /// The first, without the second.
    Without(Box<Expr>, Box<Expr>),
    /// Words next to each other, an address or a number.
    Leaf(Leaf),
}

/// Words next to each other, an address or a number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Leaf {
    /// Folded, in order.
    pub(super) words: Vec<String>,
    /// Whether the last word may go on.
    pub(super) is_beginning: bool,
    /// What an address or number is recognised by, and whether its words count too.
    pub(super) key: Option<(String, bool)>,
}

/// A text that is no question, and where it goes wrong.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{mistake:?} at character {at}")]
pub struct QueryError {
    /// Which character, from 1.
    pub at: usize,
    /// What is wrong.
    pub mistake: Mistake,
}

/// What is wrong with a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mistake {
    /// Nothing is looked for.
    Nothing,
    /// A quotation mark that is never closed.
    OpenQuote,
    /// A parenthesis that is never closed.
    OpenParenthesis,
    /// A closing parenthesis too many.
    StrayParenthesis,
    /// Nothing stands between parentheses, or no letter or digit between quotation marks.
    Empty,
    /// Something must stand before this word.
    NothingBefore(String),
    /// Something must stand after this word.
    NothingAfter(String),
    /// A star stands for the end of a word only.
    StarInside,
    /// Too many parentheses in each other.
    TooDeep,
    /// Too many words.
    TooLong,
}

impl Query {
    /// Reads a question.
    ///
    /// # Errors
    /// What is wrong with it and where.
    pub fn parse(text: &str) -> Result<Self, QueryError> {
        let pieces = lex(text)?;
        let mut parser = Parser { pieces: &pieces, at: 0, end: text.chars().count() + 1 };
        let root = parser.any(0)?;
        if let Some(piece) = parser.peek() {
            return Err(QueryError { at: piece.at, mistake: Mistake::StrayParenthesis });
        }
        let root = root.ok_or(QueryError { at: 1, mistake: Mistake::Nothing })?;
        Ok(Self { root })
    }

    /// The words of a text, all of which must be there, whatever signs stand between them; `None` if it has none.
    pub fn literal(text: &str) -> Option<Self> {
        let mut leaves: Vec<Expr> =
            tokens(text).take(MOST_LEAVES).map(|token| Expr::Leaf(Leaf { words: vec![token.folded], is_beginning: false, key: None })).collect();
        let root = if leaves.len() == 1 { leaves.pop()? } else { Expr::All(leaves) };
        (!matches!(&root, Expr::All(all) if all.is_empty())).then_some(Self { root })
    }

    /// What is looked for and may be seen in what is found: everything but what must not be there.
    pub fn leaves(&self) -> Vec<&Leaf> {
        fn gather<'a>(expr: &'a Expr, found: &mut Vec<&'a Leaf>) {
            match expr {
                Expr::All(all) | Expr::Any(all) => all.iter().for_each(|expr| gather(expr, found)),
                Expr::Without(expr, _) => gather(expr, found),
                Expr::Leaf(leaf) => found.push(leaf),
            }
        }
        let mut found = Vec::new();
        gather(&self.root, &mut found);
        found
    }
}

/// A piece of the text as typed.
#[derive(Debug)]
struct Piece {
    at: usize,
    what: What,
}

#[derive(Debug)]
enum What {
    Open,
    Close,
    Operator(Operator, String),
    Leaf(Leaf),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Operator {
    And,
    Or,
    Not,
}

fn operator(word: &str) -> Option<Operator> {
    Some(match word {
        "AND" | "ET" => Operator::And,
        "OR" | "OU" => Operator::Or,
        "NOT" | "SAUF" => Operator::Not,
        _ => return None,
    })
}

/// The quotation mark that closes one.
fn closing(open: char) -> Option<char> {
    Some(match open {
        '"' => '"',
        '«' => '»',
        '“' => '”',
        '„' => '“',
        _ => return None,
    })
}

fn lex(text: &str) -> Result<Vec<Piece>, QueryError> {
    let mut pieces = Vec::new();
    let mut rest = text;
    let mut at = 1;
    let mut leaves = 0;
    while let Some(c) = rest.chars().next() {
        let mut taken = c.len_utf8();
        let what = if c.is_whitespace() {
            None
        } else if c == '(' {
            Some(What::Open)
        } else if c == ')' {
            Some(What::Close)
        } else if let Some(close) = closing(c) {
            let inner = &rest[taken..];
            let length = inner.find(close).ok_or(QueryError { at, mistake: Mistake::OpenQuote })?;
            taken += length + close.len_utf8();
            let has_star = rest[taken..].starts_with('*');
            taken += usize::from(has_star);
            let leaf = leaf(&inner[..length], has_star, at)?.ok_or(QueryError { at, mistake: Mistake::Empty })?;
            Some(What::Leaf(leaf))
        } else if let Some((length, key)) = spot::leading_number(rest) {
            taken = length;
            let words = tokens(&rest[..length]).map(|token| token.folded).collect();
            Some(What::Leaf(Leaf { words, is_beginning: false, key: Some((key, true)) }))
        } else {
            taken = rest.find(|c: char| c.is_whitespace() || matches!(c, '(' | ')') || closing(c).is_some()).unwrap_or(rest.len());
            let word = &rest[..taken];
            match operator(word) {
                Some(operator) => Some(What::Operator(operator, word.to_owned())),
                None => leaf(word, false, at)?.map(What::Leaf),
            }
        };
        if let Some(what) = what {
            leaves += usize::from(matches!(what, What::Leaf(_)));
            if leaves > MOST_LEAVES {
                return Err(QueryError { at, mistake: Mistake::TooLong });
            }
            pieces.push(Piece { at, what });
        }
        at += rest[..taken].chars().count();
        rest = &rest[taken..];
    }
    Ok(pieces)
}

/// The words of a piece; `None` if it has no letter and no digit.
fn leaf(text: &str, has_star: bool, at: usize) -> Result<Option<Leaf>, QueryError> {
    let trimmed = text.trim_end();
    let (body, is_beginning) = match trimmed.strip_suffix('*') {
        Some(body) => (body, true),
        None => (trimmed, has_star),
    };
    if let Some(star) = body.find('*') {
        return Err(QueryError { at: at + body[..star].chars().count(), mistake: Mistake::StarInside });
    }
    let words: Vec<String> = tokens(body).map(|token| token.folded).collect();
    if words.is_empty() {
        return if is_beginning { Err(QueryError { at, mistake: Mistake::StarInside }) } else { Ok(None) };
    }
    let key = if is_beginning { None } else { spot::address(body.trim()).map(|key| (key, false)) };
    Ok(Some(Leaf { words, is_beginning, key }))
}

struct Parser<'a> {
    pieces: &'a [Piece],
    at: usize,
    /// The place behind the last character.
    end: usize,
}

impl<'a> Parser<'a> {
    fn peek(&self) -> Option<&'a Piece> {
        self.pieces.get(self.at)
    }

    fn operator(&self) -> Option<(Operator, &'a str, usize)> {
        match self.peek() {
            Some(Piece { at, what: What::Operator(operator, word) }) => Some((*operator, word, *at)),
            _ => None,
        }
    }

    /// `a OR b OR c`; `None` if nothing stands here.
    fn any(&mut self, depth: usize) -> Result<Option<Expr>, QueryError> {
        let mut found = Vec::new();
        if let Some(first) = self.all(depth)? {
            found.push(first);
        }
        while let Some((Operator::Or, word, at)) = self.operator() {
            if found.is_empty() {
                return Err(QueryError { at, mistake: Mistake::NothingBefore(word.to_owned()) });
            }
            self.at += 1;
            let next = self.all(depth)?.ok_or_else(|| self.nothing_after(word))?;
            found.push(next);
        }
        Ok(if found.len() > 1 { Some(Expr::Any(found)) } else { found.pop() })
    }

    /// `a b`, `a AND b`, `a NOT b`.
    fn all(&mut self, depth: usize) -> Result<Option<Expr>, QueryError> {
        let mut found: Option<Expr> = None;
        loop {
            let mut asked: Option<&str> = None;
            let mut is_not = false;
            while let Some((operator, word, at)) = self.operator() {
                let is_first = found.is_none();
                match operator {
                    Operator::Or if asked.is_none() => break,
                    _ if is_first => return Err(QueryError { at, mistake: Mistake::NothingBefore(word.to_owned()) }),
                    // « ET SAUF » is SAUF; any other two in a row miss something between them.
                    Operator::Not if !is_not => is_not = true,
                    Operator::And if asked.is_none() => {}
                    _ => return Err(QueryError { at, mistake: Mistake::NothingBefore(word.to_owned()) }),
                }
                asked = Some(word);
                self.at += 1;
            }
            let Some(next) = self.one(depth)? else {
                return match asked {
                    Some(word) => Err(self.nothing_after(word)),
                    None => Ok(found),
                };
            };
            found = Some(match found {
                None => next,
                Some(before) if is_not => Expr::Without(Box::new(before), Box::new(next)),
                Some(Expr::All(mut all)) => {
                    all.push(next);
                    Expr::All(all)
                }
                Some(before) => Expr::All(vec![before, next]),
            });
        }
    }

    /// Words, or what stands in parentheses; `None` at an operator, a closing parenthesis or the end.
    fn one(&mut self, depth: usize) -> Result<Option<Expr>, QueryError> {
        let Some(piece) = self.peek() else { return Ok(None) };
        match &piece.what {
            What::Leaf(leaf) => {
                self.at += 1;
                Ok(Some(Expr::Leaf(leaf.clone())))
            }
            What::Open => {
                if depth >= DEEPEST {
                    return Err(QueryError { at: piece.at, mistake: Mistake::TooDeep });
                }
                self.at += 1;
                let inner = self.any(depth + 1)?;
                match self.peek().map(|piece| &piece.what) {
                    Some(What::Close) => self.at += 1,
                    _ => return Err(QueryError { at: piece.at, mistake: Mistake::OpenParenthesis }),
                }
                inner.map(Some).ok_or(QueryError { at: piece.at, mistake: Mistake::Empty })
            }
            What::Close | What::Operator(..) => Ok(None),
        }
    }

    fn nothing_after(&self, word: &str) -> QueryError {
        let at = self.peek().map_or(self.end, |piece| piece.at);
        QueryError { at, mistake: Mistake::NothingAfter(word.to_owned()) }
    }
}
