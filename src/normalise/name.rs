//! Names of people.

/// A canonical name. All parts are folded (lower case, no accents, hyphens as spaces).
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct PersonName {
    /// First names, in order.
    pub first: Vec<String>,
    /// Last names: two for a double surname. Particles (de, du, le, van…) are part of the name they precede.
    pub last: Vec<String>,
    /// Civility taken off: `m`, `mme`, `mlle`, `dr`…
    pub civility: Option<String>,
}

/// Reads a name given in parts (`last`, `first`), or whole in `last` with `first` empty (« DUPONT Jean », « M. Jean de la Tour »).
pub fn name(first: &str, last: &str) -> Option<PersonName> {
    let _ = (first, last);
    todo!()
}
