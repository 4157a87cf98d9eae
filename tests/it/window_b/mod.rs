//! The rooms Recipients, Sources, People, Origin and Timeline, used by role and label in both languages, and the painted timeline as pictures.

mod origin;
mod people;
mod pictures;
mod recipients;
mod sources;
mod stage;
mod timeline;
