"""How a word sounds, roughly: words with the same sound cannot both stand in a list for codes.

Codes are read aloud over a telephone and written down by ear.
"""

import re

_NL = (
    (r"ij", "ei"),
    (r"auw|ouw|au", "ou"),
    (r"ieuw", "iw"),
    (r"uw$", "u"),
    (r"sch(?=$|e$|en$)", "s"),
    (r"ch", "g"),
    (r"ph", "f"),
    (r"th", "t"),
    (r"c(?=[eiy])", "s"),
    (r"c", "k"),
    (r"qu", "kw"),
    (r"x", "ks"),
    (r"y", "i"),
    (r"v", "f"),
    (r"z", "s"),
    (r"dt?$", "t"),
    (r"b$", "p"),
    (r"(?<=[aeiou][aeiou])e?$", ""),
    (r"e?n$", "n"),
)
_EN = (
    (r"^kn", "n"),
    (r"^wr", "r"),
    (r"^wh", "w"),
    (r"ph", "f"),
    (r"ck", "k"),
    (r"igh", "i"),
    (r"c(?=[eiy])", "s"),
    (r"c(?!h)", "k"),
    (r"qu", "kw"),
    (r"x", "ks"),
    (r"(.)\1", r"\1"),
)
_SAME_IN_ENGLISH = """
air heir | aisle isle | allowed aloud | ant aunt | ate eight | bail bale | ball bawl | bare bear
baron barren | base bass | beach beech | bean been | beat beet | bee be | bell belle | berry bury
berth birth | blew blue | board bored | boarder border | bough bow | boulder bolder | boy buoy
bread bred | break brake | bridal bridle | buy by | cell sell | cellar seller | cent scent sent
cereal serial | chews choose | chord cord | coarse course | core corps | creak creek | cue queue
currant current | cymbal symbol | dear deer | dew due | die dye | doe dough | draft draught
ewe yew you | eye aye | faint feint | fair fare | feat feet | fir fur | flea flee | flew flu
flour flower | fore four | fowl foul | gate gait | gnome nome | grate great | groan grown
guest guessed | hail hale | hair hare | hall haul | hay hey | heal heel | hear here | heard herd
higher hire | hoarse horse | hole whole | hour our | idle idol | key quay | knight night | knit nit
knot not | lane lain | leak leek | lead led | lessen lesson | loan lone | made maid | mail male
main mane | maize maze | mare mayor | marshal martial | meat meet | medal meddle | metal mettle
mince mints | moat mote | moose mousse | morning mourning | muscle mussel | naval navel | none nun
oar ore | one won | pail pale | pain pane | pair pear pare | palette pallet | pause paws
peace piece | peak peek | peal peel | pedal peddle | peer pier | plain plane | plum plumb
pole poll | poor pour pore | pray prey | principal principle | prince prints | profit prophet
rain rein reign | raise rays | rap wrap | read reed | real reel | right write | ring wring
road rode rowed | roll role | root route | rose rows | rough ruff | rye wry | sail sale
sauce source | saw soar sore | scene seen | sea see | seam seem | shake sheikh | shoe shoo
sleigh slay | soul sole | some sum | son sun | stair stare | stake steak | stationary stationery
steal steel | stile style | storey story | straight strait | suite sweet | tail tale | tea tee
team teem | tear tier | throne thrown | tide tied | time thyme | toad towed | toe tow | ton tun
vale veil | vane vein | wade weighed | wail whale | waist waste | wait weight | ware wear where
way weigh | week weak | weather whether | wood would | yoke yolk | cheap cheep | check cheque
chilli chilly | hanger hangar | mantel mantle | mussel muscle | ferry fairy | racket racquet
towel dowel
"""
_GROUPS = {
    word: f"={at}"
    for at, group in enumerate(re.split(r"[|\n]", _SAME_IN_ENGLISH.strip()))
    for word in group.split()
}


def sound(word: str, language: str) -> str:
    """A key that is equal for words that sound equal; some words that differ a little share one too."""
    if language == "en" and word in _GROUPS:
        return _GROUPS[word]
    for pattern, by in _NL if language == "nl" else _EN:
        word = re.sub(pattern, by, word)
    return word
