# Names of what is always in reach.
utter_always =
    .help_now = Help now
    .stop = Stop
    .wipe = Wipe everything

utter_menu =
    .start = Tell or ask
    .introduce = Choose a counsellor
    .clarify = Put it in order
    .status = My message
    .who = Who are the counsellors
    .what = What they do and don't do
    .new = I am new here
    .witness = It is about someone else
    .accused = There is a complaint about me
    .manager = I am a manager
    .privacy = Privacy
    .law = What the law says
    .protocol = The protocol
    .language = Language · Taal
    .human = Speak to a human

utter_help_now =
    Danger: call 112.
    Do you think about suicide: call 113 or chat at 113.nl.
    Sexual violence: call 0800-0188.
    All three day and night, and free.
    I am a program and cannot send help. Nobody is watching live.

utter_ask_help_choice =
    Would you like to see more? Your chat stays.
    .danger = I am in danger
    .suicide = I think about suicide
    .sexual = Sexual violence
    .violence = Violence or threats
    .all = All help lines
    .back = Go on talking

utter_crisis_danger =
    Are you in danger now? Call 112.
    Not urgent? The police is there on 0900-8844.
    I am a program and cannot send help. Nobody is watching live.
    You can simply go on talking here.

utter_crisis_violence =
    Is there danger or injury now? Call 112.
    Not urgent? The police is there on 0900-8844.
    Slachtofferhulp Nederland (victim support) listens: 0900-0101.
    I am a program and cannot send help. Nobody is watching live.
    You can simply go on talking here.

utter_crisis_suicide =
    Do you think about suicide? Call 113 or chat at 113.nl. Free, day and night.
    Is your life in danger now? Call 112.
    I am a program and cannot send help. Nobody is watching live.
    You can simply go on talking here.

utter_crisis_sexual =
    The Sexual Assault Centre (Centrum Seksueel Geweld) helps day and night, free: 0800-0188.
    Help works best within 7 days. The police only hear something if you want that.
    Is there danger now? Call 112.
    I am a program and cannot send help. Nobody is watching live.
    You can simply go on talking here.

utter_all_lines =
    Help outside the organisation:
    { $all_lines }

# C09
utter_human =
    You may call or mail them yourself. Then they do see your number or address.
    Through me it can be without your name.
    .introduce = Choose a counsellor

utter_ask_language_choice =
    Welke taal? Which language?
    .nl = Nederlands
    .en = English
    .back = Terug · Back

utter_language_changed = We go on in English.

utter_offer_en =
    Shall we go on in English?
    You are writing English. Shall we stay with that?
    .english = English
    .dutch = Nederlands

utter_offer_nl =
    Wil je verder in het Nederlands?
    You are writing Dutch. Shall we go on in Dutch?
    .english = English
    .dutch = Nederlands

utter_ask_menu_choice =
    What would you like to see? Your chat stays.
    .who = Who are the counsellors
    .what = What they do and don't do
    .privacy = Privacy
    .law = What the law says
    .protocol = The protocol
    .language = Language · Taal
    .human = Speak to a human
    .back = Back
