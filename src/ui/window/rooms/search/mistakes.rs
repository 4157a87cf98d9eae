//! What is wrong with a question, in a sentence with its place.

use crate::search::{Mistake, QueryError};
use crate::words::Words;

/// The sentence.
pub fn text(error: &QueryError, words: &Words) -> String {
    let (id, word) = match &error.mistake {
        Mistake::Nothing => ("search-mistake-nothing", ""),
        Mistake::OpenQuote => ("search-mistake-open-quote", ""),
        Mistake::OpenParenthesis => ("search-mistake-open-parenthesis", ""),
        Mistake::StrayParenthesis => ("search-mistake-stray-parenthesis", ""),
        Mistake::Empty => ("search-mistake-empty", ""),
        Mistake::NothingBefore(word) => ("search-mistake-before", word.as_str()),
        Mistake::NothingAfter(word) => ("search-mistake-after", word.as_str()),
        Mistake::StarInside => ("search-mistake-star", ""),
        Mistake::TooDeep => ("search-mistake-deep", ""),
        Mistake::TooLong => ("search-mistake-long", ""),
    };
    words.text_with(id, &crate::args! { "at" => error.at, "word" => word })
}
