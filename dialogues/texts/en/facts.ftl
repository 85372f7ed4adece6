# Building blocks that the program fills itself: lists of people, help lines and doors.
fact-man = man
fact-woman = woman
fact-other = other
fact-internal = works here
fact-external = does not work here
fact-absent = Is not present now.
fact-roster-entry =
    { $name } ({ $gender }, { $side })
    { $place } · { $days }
    { $phone }
    { $mail }
fact-roster-hello = “{ $hello }”
fact-roster-option = { $name } ({ $gender })
fact-line-details = { $name }: { $how } ({ $details })
fact-line-named-never = without a name
fact-line-named-ask = name needed: they tell you
fact-line-named-always = with your name
fact-door = { $name }: { $contact }
fact-no-doors-inside = Your organisation has not filled this in yet. Ask a counsellor.
fact-receipt =
    Your consent of { $day }
    For: { $name }
    For what: { $purpose }
    State: { $state }
fact-purpose-introduce = the first introduction
fact-purpose-write = a message from you
fact-purpose-step = one step that you chose, taken by your counsellor
fact-state-given = given, not used yet
fact-state-spent = used, once
fact-state-withdrawn = taken back
fact-letter-employee = You, { $day }: { $text }
fact-letter-counsellor = { $name }, { $day }: { $text }
fact-line-first = First line
fact-protocol-none = Your organisation does not deviate from the protocol.
fact-deviation = { $key }: approved by { $who } on { $day }

fact-roster-trained = Trained as a counsellor.
fact-roster-protected = May not be harmed by doing this work. That is agreed in this organisation.

# A card of one place (C51)
fact-card =
    { $name }
    What they do: { $what }
    How to reach them: { $how }
    When: { $hours }
    Cost: { $cost }
    Is your name needed: { $named }
fact-kept-named = Is your name needed: { $named }
fact-card-ask = ask there
fact-card-ask-counsellor = ask a counsellor
fact-card-how-unknown = the way you are used to
fact-named-never = no
fact-named-counsellor = not when a counsellor goes
fact-named-ask = they tell you there
fact-named-always = yes

# Why something is on the short list (C53)
fact-way =
    { $title }
    { $where }
    Is your name needed: { $named }
fact-way-why =
    { $way }
    Fits: { $why }
fact-why-listen = someone who listens
fact-why-stop = you want it to stop
fact-why-know = to know what is possible
fact-why-care = care for you
fact-why-decision = a decision
fact-why-now = open day and night
fact-why-without = without your name

# For every step: is your name needed (C51)?
fact-step-name = Is your name needed? { $named }
fact-step-name-talk = The other person knows that it is you.
fact-step-name-letter = You choose that yourself.
fact-step-name-together = Yes, you are there yourself.
fact-step-name-refer = No. Only this text goes on.
fact-step-name-group = No. Only this text goes on.
fact-step-name-signal = No. Only this text goes on.
fact-step-name-mediate = Yes, the other person knows who it is about.
fact-step-name-complaint = Yes, a formal complaint carries your name.
