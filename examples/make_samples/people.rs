//! Invented people.

use jiff::civil::Date;
use rand::seq::IndexedRandom as _;
use rand::{RngExt as _, SeedableRng as _};
use rand_chacha::ChaCha8Rng;

const WOMEN: [&str; 40] = [
    "Adèle",
    "Agathe",
    "Aïcha",
    "Anne-Laure",
    "Béatrice",
    "Camille",
    "Carole",
    "Cécile",
    "Claire",
    "Danielle",
    "Élodie",
    "Emma",
    "Fanny",
    "Françoise",
    "Ginette",
    "Hélène",
    "Inès",
    "Jeanne",
    "Joëlle",
    "Julie",
    "Karima",
    "Laure",
    "Léa",
    "Lucie",
    "Maëlle",
    "Manon",
    "Marie-Claude",
    "Mathilde",
    "Nadia",
    "Noémie",
    "Odile",
    "Pauline",
    "Rachida",
    "Sabine",
    "Simone",
    "Solène",
    "Sylvie",
    "Thérèse",
    "Yasmina",
    "Zoé",
];
const MEN: [&str; 40] = [
    "Achille",
    "Adrien",
    "Alain",
    "André",
    "Antoine",
    "Baptiste",
    "Benoît",
    "Bruno",
    "Cédric",
    "Christophe",
    "Daniel",
    "Didier",
    "Émile",
    "Étienne",
    "Fabrice",
    "Félix",
    "François",
    "Gérard",
    "Guillaume",
    "Hakim",
    "Henri",
    "Hugo",
    "Jean-Marc",
    "Jean-Pierre",
    "Jérôme",
    "Joël",
    "Karim",
    "Loïc",
    "Lucas",
    "Marcel",
    "Mathieu",
    "Maxime",
    "Nicolas",
    "Olivier",
    "Paul",
    "Rémi",
    "Samir",
    "Thibault",
    "Yann",
    "Yves",
];
const FIRST_HALF: [&str; 30] = [
    "Aubré", "Barne", "Bessi", "Bouvre", "Carli", "Castan", "Chante", "Corbi", "Delmo", "Dourvan", "Escaï", "Falgue", "Garri", "Graval", "Hautre",
    "Jauber", "Labor", "Lescu", "Malvo", "Mareuli", "Morvan", "Naudri", "Oudar", "Pelle", "Quintar", "Ravel", "Sarra", "Tavern", "Urbi", "Vauclai",
];
const SECOND_HALF: [&str; 30] = [
    "bert", "bois", "caille", "champ", "court", "dier", "dou", "fort", "gnac", "gnier", "lac", "lard", "let", "lin", "mont", "nac", "net", "nier",
    "quin", "rac", "rand", "rel", "ron", "sac", "sart", "tel", "val", "vert", "vigne", "zin",
];
const STREETS: [&str; 24] = [
    "rue des Lavandières",
    "avenue de la Verrerie",
    "boulevard du Canal",
    "allée des Tilleuls",
    "place du Vieux-Marché",
    "rue Jean-Sabourdin",
    "chemin des Vignes-Basses",
    "impasse du Pressoir",
    "rue de l’Écluse",
    "avenue des Martinets",
    "square des Fauvettes",
    "rue du Four-à-Chaux",
    "boulevard Anselme-Rocard",
    "rue des Trois-Ponts",
    "allée du Lac",
    "route de Belleronde",
    "rue Marthe-Hautreval",
    "cours des Platanes",
    "rue du Moulin-Neuf",
    "quai des Mariniers",
    "rue de la Poterne",
    "avenue du Parc",
    "rue des Cordiers",
    "passage de l’Horloge",
];

/// Somebody invented.
#[derive(Clone, Debug)]
pub struct Person {
    pub number: u32,
    pub is_woman: bool,
    pub first: String,
    pub last: String,
    pub email: String,
    pub phone: String,
    pub house: u32,
    pub street: &'static str,
    pub joined: Date,
    pub left: Option<Date>,
}

impl Person {
    pub fn civility(&self) -> &'static str {
        if self.is_woman { "Mme" } else { "M." }
    }

    pub fn full(&self) -> String {
        format!("{} {}", self.first, self.last)
    }

    /// On the file on `day`.
    pub fn is_in(&self, day: Date) -> bool {
        self.joined <= day && self.left.is_none_or(|left| day < left)
    }
}

/// The sampler of an incident.
pub struct Maker {
    pub rng: ChaCha8Rng,
    made: u32,
}

impl Maker {
    pub fn new(seed: u64) -> Self {
        Self { rng: ChaCha8Rng::seed_from_u64(seed), made: 0 }
    }

    pub fn chance(&mut self, share: f64) -> bool {
        self.rng.random_bool(share)
    }

    pub fn pick<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        from.choose(&mut self.rng).expect("nothing to pick from")
    }

    /// A day from `from` to before `until`.
    pub fn day(&mut self, from: Date, until: Date) -> Date {
        let days = (until - from).get_days();
        from.checked_add(jiff::Span::new().days(self.rng.random_range(0..days))).expect("a day in range")
    }

    /// Somebody new, on file from `joined` on.
    pub fn person(&mut self, joined: Date) -> Person {
        self.made += 1;
        let number = self.made;
        let is_woman = self.chance(0.52);
        let first = (*self.pick(if is_woman { &WOMEN } else { &MEN })).to_owned();
        let last = format!("{}{}", self.pick(&FIRST_HALF), self.pick(&SECOND_HALF));
        let hosts = ["courrier.example", "boite.example", "poste.test", "messagerie.example", "fil.test"];
        let host = *self.pick(&hosts);
        let email = format!("{}.{}{}@{host}", ascii(&first), ascii(&last), number);
        let house = self.rng.random_range(1..180);
        let street = *self.pick(&STREETS);
        Person { number, is_woman, first, last, email, phone: mobile(number), house, street, joined, left: None }
    }
}

/// A mobile number of the range for fiction; there are ten thousand.
pub fn mobile(number: u32) -> String {
    let n = number % 10_000;
    format!("06 39 98 {:02} {:02}", n / 100, n % 100)
}

pub fn ascii(text: &str) -> String {
    sourcier::normalise::fold(text).replace(' ', "-")
}

/// A day as French spreadsheets write it.
pub fn french(day: Date) -> String {
    format!("{:02}/{:02}/{}", day.day(), day.month(), day.year())
}
