//! Facets: how many rows have a value, and a click to keep only those.

/// One value of a facet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FacetValue {
    /// What identifies it.
    pub key: String,
    /// How it is shown.
    pub label: String,
    /// How many rows have it.
    pub count: usize,
}

/// Values with their counts, to be put in a line; a click keeps only the rows with that value, a second click lets go. True when the choice changed.
pub fn facet(ui: &mut egui::Ui, title: &str, values: &[FacetValue], chosen: &mut Option<String>) -> bool {
    let mut has_changed = false;
    ui.weak(title);
    for value in values {
        let is_chosen = chosen.as_ref() == Some(&value.key);
        if ui.selectable_label(is_chosen, value.label.as_str()).clicked() {
            *chosen = (!is_chosen).then(|| value.key.clone());
            has_changed = true;
        }
    }
    has_changed
}
