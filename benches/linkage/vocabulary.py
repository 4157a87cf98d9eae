"""The words of the invented country: surnames, first names, towns, streets and mail domains, with their frequencies.

Common surnames, first names and street names are facts of French life; rare ones and all towns are made from syllables. A made-up town
may by chance bear a real one's name: these files stay on the machine that benchmarks and are never shown or committed.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

import numpy as np
import pyarrow as pa

import rates

COMMON_SURNAMES = """Martin Bernard Thomas Petit Robert Richard Durand Dubois Moreau Laurent Simon Michel Lefebvre Leroy Roux David Bertrand
Morel Fournier Girard Bonnet Dupont Lambert Fontaine Rousseau Vincent Muller Lefèvre Faure André Mercier Blanc Guérin Boyer Garnier
Chevalier François Legrand Gauthier Garcia Perrin Robin Clément Morin Nicolas Henry Roussel Mathieu Gautier Masson Marchand Duval Denis
Dumont Marie Lemaire Noël Meyer Dufour Meunier Brun Blanchard Giraud Joly Rivière Lucas Brunet Gaillard Barbier Arnaud Martinez Gérard
Roche Renard Schmitt Roy Leroux Colin Vidal Caron Picard Roger Fabre Aubert Lemoine Renaud Dumas Lacroix Olivier Philippe Bourgeois
Pierre Benoît Rey Leclerc Payet Rolland Leclercq Guillaume Lecomte Lopez Jean Dupuy Guillot Hubert Berger Carpentier Sanchez Dupuis
Moulin Louis Deschamps Huet Vasseur Perez Boucher Fleury Royer Klein Jacquet Adam Paris Poirier Marty Aubry Guyot Carré Charles Renault
Charpentier Ménard Maillard Baron Bertin Bailly Hervé Schneider Fernandez Le_Gall Collet Léger Bouvier Julien Prévost Millet Perrot
Daniel Le_Roux Cousin Germain Breton Rémy Besson Langlois Rodriguez Le_Goff Weber Barre Bouchet Lebrun Boulanger Marchal Mallet Pelletier
Hamon Monnier Gillet Etienne Guichard Humbert Lévêque Maréchal Albert Tessier Camus Delaunay Chauvin Boutin Cordier Gilbert Besnard
Vallée Leblanc Buisson Barthélemy Pons Lesage Chevallier Ferrand Bodin Jacob Blanchet Benard Salmon Gros Guyon Verdier Delattre Poulain
Coulon Bigot Ollivier Da_Silva Allard Pasquier Diallo Traoré Nguyen Benali Haddad Cohen Lévy Kaya Ferreira Santos Pereira""".split()

# First names by generation: born before 1950, 1950 to 1974, 1975 and after. Most frequent first.
MALE = (
    """Jean Pierre Michel André Jacques René Bernard Claude Robert Roger Georges Marcel Henri Louis Guy Raymond Paul Gérard Maurice
Roland Lucien Daniel Yves Gilbert Albert Francis Joseph Serge Charles Émile Fernand Edmond Léon Gaston Noël Hubert Étienne Raoul""",
    """Philippe Michel Alain Patrick Christian Pascal Éric Thierry Jean Didier Bruno Daniel Dominique Laurent Marc Gilles François
Olivier Christophe Frédéric Stéphane Jacques Hervé Franck Serge Denis Yves Joël Pierre Vincent Thomas Xavier Bernard Sylvain Jérôme
Rachid Mohamed Antonio José Fabrice Gérard Régis Éloi Benoît""",
    """Nicolas Julien Thomas Alexandre Kévin Antoine Guillaume Maxime Romain Sébastien Jérémy Anthony Benjamin Clément Pierre Quentin
Alexis Florian Mathieu David Vincent Cédric Lucas Hugo Valentin Arthur Adrien Théo Baptiste Arnaud Damien Loïc Gaël Mickaël Samuel
Mohamed Mehdi Karim Yanis Rémi Simon Louis Paul Étienne Tristan Bastien Corentin Léo Enzo Nathan Raphaël Gabriel""",
)
FEMALE = (
    """Marie Jeanne Françoise Monique Denise Jacqueline Madeleine Suzanne Yvonne Simone Thérèse Paulette Marcelle Andrée Odette
Ginette Yvette Lucienne Colette Georgette Nicole Renée Hélène Germaine Christiane Josette Geneviève Huguette Raymonde Bernadette Louise
Marguerite Micheline Solange Éliane Gisèle Claudine Arlette""",
    """Catherine Sylvie Martine Brigitte Christine Isabelle Nathalie Véronique Patricia Françoise Valérie Corinne Sandrine Chantal
Dominique Florence Annie Pascale Michèle Laurence Béatrice Agnès Hélène Marie Anne Évelyne Élisabeth Muriel Nadine Fabienne Odile
Jocelyne Fatima Maria Joëlle Cécile Ghislaine Édith Régine Viviane""",
    """Céline Aurélie Émilie Julie Marie Stéphanie Élodie Laura Camille Marion Virginie Sophie Caroline Mélanie Léa Manon Chloé
Charlotte Mathilde Pauline Sarah Lucie Audrey Amandine Delphine Anaïs Justine Océane Emma Alice Inès Noémie Jessica Fanny Margaux
Clara Eva Juliette Hélène Claire Anne Élise Maëva Amélie Zoé Lina Jade Louise Coralie Estelle Gaëlle Solène Yasmine Nadia""",
)
COMPOUND_MALE = "Jean-Pierre Jean-Claude Jean-Paul Jean-Luc Jean-Michel Jean-François Jean-Marc Jean-Louis Jean-Jacques Pierre-Yves Jean-Baptiste Jean-Yves Jean-Philippe Marc-Antoine Paul-Henri".split()
COMPOUND_FEMALE = "Marie-Christine Marie-Claude Anne-Marie Marie-Thérèse Marie-France Marie-Hélène Anne-Sophie Marie-Laure Marie-Pierre Marie-José Anne-Laure Marie-Louise Rose-Marie Marie-Ange Anne-Claire".split()

# A few everyday short forms, from general knowledge. Written for this benchmark: it is not the engine's own table.
NICKNAMES = dict(
    pair.split(":")
    for pair in """Christophe:Chris Christian:Chris Christine:Chris Frédéric:Fred Catherine:Cathy Alexandre:Alex Alexis:Alex Nicolas:Nico
Sébastien:Seb Stéphane:Steph Stéphanie:Steph Benjamin:Ben Jérémy:Jérém Anthony:Antho Maxime:Max Philippe:Phil Patrick:Pat Patricia:Pat
Dominique:Dom Isabelle:Isa Nathalie:Nath Véronique:Véro Valérie:Val Florence:Flo Florian:Flo Caroline:Caro Mélanie:Mél Élodie:Élo
Virginie:Virg Élisabeth:Babeth Béatrice:Béa Jean-Claude:JC Jean-Pierre:JP Jean-Michel:Jean-Mi Jean-François:Jeff Jean-Paul:JP
Jacqueline:Jackie Françoise:Fanfan Joséphine:José Mickaël:Mika Michel:Mimi Raphaël:Raph Gabriel:Gaby Théo:Teddy Vincent:Vince
Thomas:Tom Samuel:Sam Mathieu:Mat Guillaume:Guigui Laurence:Lolo Laurent:Lolo Sandrine:Sandy Margaux:Margot Charlotte:Charlie
Anne-Marie:Annie Marie-Christine:Marie-Chris Bernadette:Dédette Mathilde:Math Aurélie:Lili Amandine:Mandy Jessica:Jess""".split()
)

STREET_TYPES = ("rue", "avenue", "chemin", "impasse", "boulevard", "place", "allée", "route", "square", "quai")
STREET_TYPE_RATES = (0.62, 0.09, 0.08, 0.06, 0.04, 0.03, 0.03, 0.03, 0.01, 0.01)
SHORT_STREET_TYPES = ("r.", "av.", "ch.", "imp.", "bd", "pl.", "all.", "rte", "sq.", "quai")
COMMON_STREETS = """de_l'Église de_la_Mairie du_Moulin de_la_Gare Victor_Hugo Jean_Jaurès des_Écoles de_la_République Pasteur
du_Général_de_Gaulle de_la_Fontaine du_Château des_Lilas de_la_Paix Jules_Ferry de_la_Poste des_Acacias du_Stade de_la_Forêt Émile_Zola
des_Jardins du_Bois Saint-Martin de_la_Croix des_Vignes du_8_Mai_1945 du_11_Novembre des_Tilleuls de_la_Chapelle des_Peupliers
Léon_Gambetta de_la_Libération du_Lavoir des_Prés du_Pont des_Roses Voltaire des_Champs du_Cimetière de_Verdun Jean_Moulin du_Marché
de_la_Vallée des_Cerisiers Anatole_France de_l'Europe Saint-Pierre du_Puits de_la_Liberté du_Maréchal_Foch des_Chênes des_Platanes
Pierre_Curie Sainte-Anne du_Four Saint-Nicolas de_la_Source Aristide_Briand de_la_Plage des_Érables""".split()
STREET_NOUNS = "Moulin Clos Pré Bois Puits Lavoir Champ Val Mas Verger Coteau Vivier Port Tertre Chêne Four Mur Gué".split()

WEBMAIL = tuple(
    "messagerie.example courriel.test boitemail.example poste.test numero.example ardoise.test laligne.example plume.invalid "
    "voila-net.example libre-net.test clubmail.example tele2mail.test".split()
)
WEBMAIL_RATES = (0.22, 0.15, 0.11, 0.09, 0.08, 0.06, 0.05, 0.04, 0.03, 0.03, 0.02, 0.02)  # the rest are rare domains

ONSETS = "b br c ch cl cr d dr f fl fr g gr h j l m n p pl pr qu r s t tr v vr".split()
VOWELS = "a a a e e i i o o u ou ou ai au eau é è on an in en".split()
CODAS = ["", "", "", "r", "l", "n", "s", "t", "rd", "nt", "lle", "sse", "rt", "x", "c"]
SURNAME_ENDS = "ard aud ault eau et ot in on ier eur ois ais ac ec ou é y el ez elle ond ent".split()
TOWN_ENDS = "ville court y ac an euil ières igny oux mont val bourg mesnil ieu as argues ay elles onne ence".split()
RIVERS = "Vère Orne-Basse Lisse Dourne Ambre Sauvre Tille-Noire Cance Ourle Velle Maronne Airelle Brenne Louvre-Eau".split()
SAINTS = "Aubin Brice Cyr Didier Eloi Fort Gilles Hilaire Jude Léger Marcel Ouen Paulin Rémi Sever Victor Waast Yon".split()


def fold(text: str) -> str:
    """The text without accents, case kept."""
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c)).replace("œ", "oe")


def zipf(count: int, exponent: float, offset: float) -> np.ndarray:
    """Frequencies that fall as (rank + offset) to the minus exponent; they add to one."""
    weights = (np.arange(count) + 1 + offset) ** -exponent
    return weights / weights.sum()


@dataclass
class Words:
    """A list of words with frequencies; `draw` gives their codes."""

    texts: list[str]
    frequencies: np.ndarray

    def __post_init__(self) -> None:
        self.arrow = pa.array(self.texts)
        self.folded = pa.array([fold(text) for text in self.texts])
        self.slug = pa.array(["".join(c for c in fold(text).lower() if c.isalnum()) for text in self.texts])
        self.cumulative = np.cumsum(self.frequencies / self.frequencies.sum())

    def draw(self, rng: np.random.Generator, count: int) -> np.ndarray:
        """`count` codes drawn by frequency."""
        codes = np.searchsorted(self.cumulative, rng.random(count), side="right")
        return np.minimum(codes, len(self.texts) - 1).astype(np.int32)


def syllables(rng: np.random.Generator, ends: list[str]) -> str:
    """One made-up word."""
    count = 1 if rng.random() < 0.55 else 2
    parts = [ONSETS[rng.integers(len(ONSETS))] + VOWELS[rng.integers(len(VOWELS))] for _ in range(count)]
    middle = CODAS[rng.integers(len(CODAS))]
    if middle in ("lle", "sse", "x"):
        middle = middle[0].replace("x", "")
    end = ends[rng.integers(len(ends))]
    join = "" if middle or end[0] not in "aeiouéy" else ONSETS[rng.integers(len(ONSETS))]
    return ("".join(parts) + middle + join + end).capitalize()


def made_up(rng: np.random.Generator, count: int, ends: list[str], taken: set[str]) -> list[str]:
    """`count` different made-up words, none of them in `taken`."""
    found: dict[str, None] = {}
    while len(found) < count:
        word = syllables(rng, ends)
        if word not in taken:
            found[word] = None
    return list(found)


def surnames(rng: np.random.Generator) -> Words:
    """Common French surnames first (Martin about 0.3 %), then made-up ones with a long tail."""
    common = [name.replace("_", " ") for name in COMMON_SURNAMES]
    common = list(dict.fromkeys(common))
    rare = made_up(rng, rates.RARE_SURNAMES, SURNAME_ENDS, set(common))
    frequencies = np.concatenate([0.17 * zipf(len(common), 0.62, 5.0), 0.83 * zipf(len(rare), 0.95, 250.0)])
    return Words(common + rare, frequencies)


def first_names(rng: np.random.Generator) -> tuple[Words, dict[tuple[int, int], Words]]:
    """All first names, and per (sex, generation) the frequencies over that same list. Sex 0 is male."""
    groups = (tuple(text.split() for text in MALE), tuple(text.split() for text in FEMALE))
    compounds = (COMPOUND_MALE, COMPOUND_FEMALE)
    common = list(dict.fromkeys(name for lists in groups for names in lists for name in names))
    compound_all = COMPOUND_MALE + COMPOUND_FEMALE
    taken = set(common) | set(compound_all)
    rare_male = made_up(rng, rates.RARE_FIRST_NAMES // 2, ["in", "o", "an", "el", "ic", "ien"], taken)
    rare_female = made_up(rng, rates.RARE_FIRST_NAMES // 2, ["ie", "a", "ine", "elle", "ette", "ane"], taken | set(rare_male))
    texts = common + compound_all + rare_male + rare_female
    code = {text: position for position, text in enumerate(texts)}
    tables = {}
    for sex, lists in enumerate(groups):
        rare = (rare_male, rare_female)[sex]
        for generation, names in enumerate(lists):
            compound_share = rates.COMPOUND_FIRST_NAME * (1.8, 1.2, 0.3)[generation]
            rare_share = (0.10, 0.12, 0.22)[generation]
            weights = np.zeros(len(texts))
            for share, part, exponent in (
                (1 - compound_share - rare_share, names, 0.75),
                (compound_share, compounds[sex], 0.5),
                (rare_share, rare, 0.6),
            ):
                np.add.at(weights, [code[name] for name in part], share * zipf(len(part), exponent, 4.0))
            tables[sex, generation] = Words(texts, weights)
    return Words(texts, np.ones(len(texts))), tables


@dataclass
class Places:
    """Towns with their postcodes and streets. Street `s` of town `t` has the code `first_street[t] + s`."""

    towns: Words
    postcodes: pa.Array
    first_street: np.ndarray
    streets: np.ndarray
    street_type: np.ndarray
    street_name: np.ndarray
    street_names: Words
    street_length: np.ndarray


def places(rng: np.random.Generator) -> Places:
    """Towns of very different sizes; several of them share a postcode, large ones have their own."""
    roots = made_up(rng, rates.TOWNS, TOWN_ENDS, set())
    texts = []
    for root in roots:
        kind = rng.random()
        if kind < 0.14:
            texts.append(f"Saint-{SAINTS[rng.integers(len(SAINTS))]}-de-{root}")
        elif kind < 0.24:
            texts.append(f"{root}-sur-{RIVERS[rng.integers(len(RIVERS))]}")
        elif kind < 0.30:
            texts.append(f"{('Le', 'La', 'Les')[rng.integers(3)]} {root}")
        else:
            texts.append(root)
    sizes = zipf(rates.TOWNS, 0.95, 6.0)
    towns = Words(texts, sizes)
    large = 400  # towns with a postcode of their own
    group = np.concatenate([np.arange(large), large + rng.integers(0, rates.POSTCODES - large, rates.TOWNS - large)])
    numbers = rng.permutation(95 * 100)[: rates.POSTCODES]
    postcodes = pa.array([f"{1000 + number * 10 + (0 if number % 3 else 5):05d}" for number in numbers[group]])
    streets = np.maximum(6, np.round(sizes * rates.STREETS_IN_ALL)).astype(np.int64)
    first_street = np.concatenate([[0], np.cumsum(streets)[:-1]])
    total = int(streets.sum())
    common = [name.replace("_", " ") for name in COMMON_STREETS]
    rare = made_up(rng, 9_000, SURNAME_ENDS, set())
    rare = [
        word if i % 4 == 0 else f"du {STREET_NOUNS[i % len(STREET_NOUNS)]} {word}" if i % 4 == 1 else f"{('Marie', 'Jean', 'Louise', 'Paul')[i // 4 % 4]} {word}"
        for i, word in enumerate(rare)
    ]
    names = Words(common + rare, np.concatenate([0.5 * zipf(len(common), 0.6, 2.0), 0.5 * zipf(len(rare), 0.3, 50.0)]))
    kinds = np.searchsorted(np.cumsum(STREET_TYPE_RATES), rng.random(total)).clip(0, len(STREET_TYPES) - 1)
    length = (8 + rng.gamma(1.6, 28.0, total)).astype(np.int32)
    return Places(towns, postcodes, first_street, streets, kinds.astype(np.int8), names.draw(rng, total), names, length)


def domains(rng: np.random.Generator) -> Words:
    """A dozen webmail-like domains, and rare ones of families and firms."""
    rare = [f"{fold(word).lower()}.{('example', 'test', 'invalid')[i % 3]}" for i, word in enumerate(made_up(rng, rates.RARE_DOMAINS, TOWN_ENDS, set()))]
    left = 1 - sum(WEBMAIL_RATES)
    return Words(list(WEBMAIL) + rare, np.concatenate([WEBMAIL_RATES, left * zipf(len(rare), 0.7, 5.0)]))


class World:
    """All the words, drawn from one seed."""

    def __init__(self, seed: int) -> None:
        rng = np.random.default_rng([seed, 1])
        self.surnames = surnames(rng)
        self.first_names, self.first_by_group = first_names(rng)
        self.places = places(rng)
        self.domains = domains(rng)
        # How common a first name is over all groups, for addresses that must not collide.
        self.first_shares = sum(words.frequencies / words.frequencies.sum() for words in self.first_by_group.values()) / len(self.first_by_group)
