"""Every rate of the linkage benchmark's invented population, in one place.

Not for code: the generator reads these numbers, and nothing here depends on the engine under test. They were chosen so that Splink 5
lands near the figures of the issue (0.90 as its documentation sets it up, 0.94 set up by an expert, at 1 M rows); they are never moved
to suit our own engine.
"""

# --- who is asked about -------------------------------------------------------------------------------------------------------------
TRUE_SHARE = 0.83
CHANNELS = {"letter": 0.60, "email": 0.25, "sms": 0.15}
# What the recipients who are not in the source are. The rest are strangers without any tie.
STRANGER_SAME_HOUSEHOLD = 0.25  # live with somebody of the source, at the same address, usually under the same surname
STRANGER_NAMESAKE = 0.15  # bear the name of somebody of the source, live elsewhere
NAMESAKE_SAME_TOWN = 0.25  # ... of those, in the same town

# --- the population -----------------------------------------------------------------------------------------------------------------
HOUSEHOLD_SIZES = (0.36, 0.33, 0.13, 0.12, 0.06)  # 1, 2, 3, 4, 5 people
SOURCE_COVERAGE = 0.72  # chance that a person of a household that the source knows stands in the source
MARRIED_COUPLES = 0.60
SPOUSE_NAME_USED = 0.82  # married women who use the spouse's surname
SPOUSE_NAME_DOUBLED = 0.09  # ... who use both; the others use their birth name only
WIDOWED_OR_DIVORCED_NAME = 0.35  # women over 50 alone who keep a spouse's surname
CHILD_OTHER_SURNAME = 0.09
CHILD_DOUBLE_SURNAME = 0.10
COMPOUND_FIRST_NAME = 0.07
LIVES_IN_BLOCK = 0.22  # households of a large building: one street number shared by many
STREET_BIS, STREET_TER, STREET_LETTER = 0.05, 0.012, 0.012
FAMILY_EMAIL = 0.04  # e-mail shared by the couple
LANDLINE_SHARE = 0.18  # people known by the household's landline instead of a mobile

# --- what the source holds ----------------------------------------------------------------------------------------------------------
SOURCE_HAS_CIVILITY = 0.85
SOURCE_HAS_ADDRESS = 0.98
SOURCE_HAS_EMAIL = 0.68
SOURCE_HAS_PHONE = 0.66
SOURCE_HAS_BIRTH_DATE = 0.60
SOURCE_ALL_CAPITALS = 0.25  # rows typed in capitals, without accents
SOURCE_SURNAME_CAPITALS = 0.20
SOURCE_BIRTH_NAME = 0.08  # women filed under their birth name though they use another
SOURCE_FIRST_INITIAL = 0.008
SOURCE_TYPO_LAST, SOURCE_TYPO_FIRST = 0.012, 0.008
SOURCE_SHORT_STREET_TYPE = 0.20
SOURCE_APARTMENT_WRITTEN = 0.30
SOURCE_WRONG_BIRTH_DATE = 0.01

# --- noise on the recipients' own values (all multiplied by --harsh) ----------------------------------------------------------------
TYPO_LAST, TYPO_FIRST = 0.08, 0.05
FIRST_MISSING = 0.015
FIRST_INITIAL = 0.04
NICKNAME = 0.05  # where the first name has one
SWAPPED_NAMES = 0.035
BIRTH_NAME_USED = 0.07  # the birth name instead of the usage name
DOUBLE_SURNAME_CUT = 0.45
COMPOUND_FIRST_CUT = 0.18
ACCENTS_LOST = 0.30
SURNAME_CAPITALS, ALL_CAPITALS = 0.30, 0.15
MOVED = 0.035  # the whole address is another one
SHORT_STREET_TYPE = 0.40
NUMBER_MISSING, NUMBER_WRONG = 0.04, 0.025
STREET_TYPO = 0.10
STREET_MISSING = 0.03
SUFFIX_LOST = 0.35
APARTMENT_WRITTEN = 0.35
POSTCODE_MISSING, POSTCODE_TYPO = 0.05, 0.025
TOWN_MISSING, TOWN_TYPO = 0.04, 0.05
SAINT_SHORTENED = 0.40
EMAIL_OTHER, EMAIL_TYPO = 0.13, 0.03  # another address than the one on file; a typing error in it
PHONE_OTHER, PHONE_TYPO = 0.12, 0.02
WRONG_BIRTH_DATE = 0.03

# --- what recipients give -----------------------------------------------------------------------------------------------------------
RECIPIENT_HAS_CIVILITY = 0.60
RECIPIENT_HAS_BIRTH_DATE = 0.15
NAME_SHOWN = {"letter": 1.0, "email": 0.95, "sms": 0.92}
TOWN_GIVEN = {"letter": 1.0, "email": 0.75, "sms": 0.75}  # postcode and town; the street only ever stands on letters
# A campaign by e-mail or SMS took people whose address was on file: the source holds it more often for them than in general.
REACHED_ON_FILE = 0.80

# --- sizes of the invented country --------------------------------------------------------------------------------------------------
TOWNS = 6_000
POSTCODES = 2_100
STREETS_IN_ALL = 160_000
RARE_SURNAMES = 70_000
RARE_FIRST_NAMES = 3_000
RARE_DOMAINS = 2_500
