# LIVES: listen
utter_reception = Thank you for being here. Take the time you need.

# LIVES: safety
utter_ask_in_danger =
    Are you safe right now?
    .safe = Yes
    .unsafe = No
    .unsure = I don't know
    .skip = Skip

# LIVES: safety
utter_maybe_unsafe =
    Not sure? You can call these numbers now.
    112 in danger. The police, when it is not urgent, is 0900-8844.
    113 if you think about suicide.
    I am a program and cannot send help.
    You can simply go on talking here.

# LIVES: needs
utter_ask_need =
    What do you need now? Anything is fine. You decide how far you go.
    .story = To tell my story
    .possible = To know what is possible
    .someone = Someone to think along
    .help_now = Help now
    .unsure = I don't know

# LIVES: support
utter_need_unsure =
    You do not need to know that now.
    I will ask a few short questions. You can say each time that you don't know.

# LIVES: listen
utter_ask_story =
    Tell in your own words what you want to say. It can be in parts.
    You do not have to explain anything or mention names.
    Nothing goes out until you send something yourself.
    .skip = I'd rather not type

# LIVES: validate
utter_story_thanks = Thank you for telling this. That is not easy.

# LIVES: validate, support
utter_ask_story_next =
    Whatever you feel is fine. Go on typing if you like.
    Stopping is fine too.
    .enough = Enough for now
    .possible = Show me what is possible
    .someone = I want to speak to someone

# LIVES: listen
utter_ask_story_more =
    Thank you. This has been added. Go on typing if you like.
    .enough = Enough for now
    .possible = Show me what is possible
    .someone = I want to speak to someone
