//! The canonical keys a person is recognised by.

use super::RecipientKeys;
use crate::model::Identity;
use crate::normalise;

impl RecipientKeys {
    /// The keys of who a table or a message says somebody is.
    pub fn of(identity: &Identity) -> Self {
        Self {
            email: normalise::email(&identity.email).map(|email| email.key),
            phone: normalise::phone(&identity.phone),
            identifier: normalise::identifier(&identity.identifier),
        }
    }

    /// The key shown for somebody: e-mail address, number, identifier, or else the name as written.
    pub fn shown(&self, identity: &Identity) -> String {
        let key = self.email.as_ref().or(self.phone.as_ref()).or(self.identifier.as_ref());
        key.cloned().unwrap_or_else(|| full_name(identity))
    }
}

/// The name as written: whole if there is one, else first and last name.
pub fn full_name(identity: &Identity) -> String {
    if identity.name.trim().is_empty() {
        format!("{} {}", identity.first_name.trim(), identity.last_name.trim()).trim().to_owned()
    } else {
        identity.name.trim().to_owned()
    }
}
