//! A question in the syntax of FTS5. Every word of it is one we have made: letters and digits, in quotation marks.

use super::query::{Expr, Leaf, Query};

/// The columns that hold what people read; `keys` holds what addresses and numbers are recognised by.
const READ: &str = "{title who text}";

/// The expression for `MATCH`.
pub(super) fn expression(query: &Query) -> String {
    let mut out = String::new();
    write(&query.root, &mut out);
    out
}

fn write(expr: &Expr, out: &mut String) {
    match expr {
        Expr::All(all) => joined(all, " AND ", out),
        Expr::Any(all) => joined(all, " OR ", out),
        Expr::Without(expr, not) => {
            out.push('(');
            write(expr, out);
            out.push_str(" NOT ");
            write(not, out);
            out.push(')');
        }
        Expr::Leaf(leaf) => out.push_str(&one(leaf)),
    }
}

fn joined(all: &[Expr], between: &str, out: &mut String) {
    out.push('(');
    for (n, expr) in all.iter().enumerate() {
        if n > 0 {
            out.push_str(between);
        }
        write(expr, out);
    }
    out.push(')');
}

fn one(leaf: &Leaf) -> String {
    let words = leaf.words.join(" ");
    let star = if leaf.is_beginning { " *" } else { "" };
    let read = format!("{READ} : \"{words}\"{star}");
    match &leaf.key {
        Some((key, false)) => format!("(keys : \"{key}\")"),
        Some((key, true)) => format!("(keys : \"{key}\" OR {read})"),
        // The beginning of a number, typed in one run.
        None if leaf.is_beginning && is_number(leaf) => format!("({read} OR keys : \"{words}\" *)"),
        None => format!("({read})"),
    }
}

/// Whether a leaf is the beginning of a number in one run.
pub(super) fn is_number(leaf: &Leaf) -> bool {
    matches!(leaf.words.as_slice(), [word] if word.len() >= 4 && word.bytes().all(|b| b.is_ascii_digit()))
}
