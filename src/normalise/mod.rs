//! Canonical forms of what names a person: e-mail address, telephone number, name, postal address, other numbers.
//!
//! Pure functions from raw text to a canonical form; the raw value is always kept beside it by whoever stores it. A text that has no canonical form
//! gives `None`, never a guess. Every function is idempotent and never panics, whatever the text; property tests hold both.

mod address;
mod collate;
mod email;
mod identifier;
mod name;
mod phone;
pub mod seal;
mod text;
mod tokens;

pub use address::{PostalAddress, address};
pub use collate::Collation;
pub use email::{Email, email};
pub use identifier::identifier;
pub use name::{PersonName, name};
pub use phone::{phone, phone_in};
pub use text::{fold, words};
pub use tokens::{Token, tokens};
