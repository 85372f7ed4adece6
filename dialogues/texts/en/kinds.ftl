utter_ask_kind =
    What fits best with what is happening?
    You can also type it in your own words.
    .sexual = Sexual harassment
    .bullying = Bullying
    .discrimination = Discrimination
    .aggression = Aggression or threats
    .violence = Physical violence
    .several = More than one
    .other = Something else
    .unknown = I don't know (yet)
    .rather_not = I'd rather not say
    .outside = Conflict, contract, stress or rules

utter_ask_kinds =
    Which ones fit? Choose as many as you like, and then Done.
    .sexual = Sexual harassment
    .bullying = Bullying
    .discrimination = Discrimination
    .aggression = Aggression or threats
    .violence = Physical violence
    .other = Something else
    .done = Done

utter_ask_in_danger_again =
    First this: are you safe right now?
    .safe = Yes
    .unsafe = No
    .unsure = I don't know
    .skip = Skip

# C04
utter_card_sexual =
    Sexual harassment is sexual attention that you do not want.
    It is about words, looks, messages or touching.
    For example remarks about your body, messages at night or a hand on your leg.
    Not sure? That is normal. How you experience it counts.

utter_ask_recent =
    Is it less than 7 days ago?
    I ask this because some help works best within 7 days.
    .yes = Yes
    .no = No
    .skip = Skip

utter_card_csg =
    The Sexual Assault Centre (Centrum Seksueel Geweld) helps day and night, free: 0800-0188.
    You can also chat: centrumseksueelgeweld.nl.
    Medical help and keeping traces work best within 7 days.
    The police only hear something if you want that.
    You can call. You don't have to.

utter_lines_sexual =
    Is a picture or video of you being shared? Helpwanted.nl can help.
    You can talk to the police without reporting: 0900-8844.
    You can, you don't have to.

# C05
utter_card_bullying =
    Bullying is hurting the same person again and again.
    It is then hard to stand up for yourself.
    For example ignoring, gossiping, ridiculing or giving useless tasks.
    Teasing goes both ways. A row often happens once.
    This is a help to think, not a test.

utter_note_for_yourself =
    A note of your own can help: what, where and when.
    Such a note stays with you. Take care: not on a work device.

utter_ask_once =
    Did it happen once, or more often?
    .several_times = More often
    .once = Once
    .skip = Skip

utter_once_counts = You can also talk here about something that happened once.

# C06
utter_card_discrimination =
    With discrimination someone treats you differently or worse because of who you are.
    For example a joke about origin or a headscarf.
    Or no promotion after a pregnancy, or another roster because of your religion.
    Not sure? That is normal. You don't have to prove anything.

utter_lines_discrimination =
    Outside your organisation Discriminatie.nl gives advice and help.
    The Netherlands Institute for Human Rights gives an opinion on the organisation: mensenrechten.nl.
    You can, you don't have to.

utter_ask_ground =
    Is it about one of these? You don't have to say.
    .origin = Origin or skin colour
    .religion = Religion or belief
    .sex = Man, woman, gender or pregnant
    .orientation = Who you are attracted to
    .disability = Illness or disability
    .age = Age
    .other_ground = Something else
    .unknown = I don't know
    .skip = Skip

utter_ask_ground_keep =
    Do you want to keep this answer? You will see it again later in your text.
    .keep = Keep
    .wipe = Wipe this answer

utter_ground_wiped = This answer is gone.

# C07
utter_card_aggression =
    Aggression is shouting abuse, threatening, scaring or breaking things.
    For example screaming, making a fist, following you or sending a threatening mail.
    A customer or someone from outside counts too.

utter_lines_aggression =
    Is there danger now? Call 112.
    Not urgent? The police is there on 0900-8844.
    I cannot send help myself.

# C08
utter_card_violence =
    With violence someone hurts your body, or tries to.
    For example pushing, hitting, holding, spitting or throwing.
    A customer or someone from outside counts too.

utter_lines_violence =
    Is there danger now? Call 112. Are you hurt? Your GP can help.
    Slachtofferhulp Nederland (victim support) listens and helps: 0900-0101.
    You can also talk to the police: 0900-8844. You don't have to.
    I cannot send help myself.

# C03
utter_card_several = More than one is possible. Everything you chose stays.

utter_card_other = You can also talk here about what fits in no list.

utter_card_unknown =
    You don't have to know that.
    It can be about words, touching, leaving out, threatening or hurting.
    A counsellor can think along with you.

utter_card_rather_not = That is fine. You can go on without saying this.

utter_ask_about =
    Who is the other person? I do not ask a name.
    Is it a counsellor? Then I do not ask that person.
    .colleague = A colleague
    .manager = A manager
    .board = Someone of { $board }
    .hr = Someone of { $hr }
    .counsellor = A counsellor
    .customer = A customer or patient
    .outsider = Someone else from outside
    .rather_not = I'd rather not say

utter_outsider_counts =
    Behaviour of people from outside counts too.
    Your employer should protect you against that as well.
