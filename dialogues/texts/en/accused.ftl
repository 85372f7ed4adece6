# C61, C62
utter_accused =
    Thank you for saying this. It can weigh on you.
    You have a right to information, to tell your side and to support.
    I do not know whether there is a complaint. I cannot look it up either.
    The counsellors here cannot support you in this. People outside the organisation can.

utter_accused_bodies =
    You can turn to:
    { $external_bodies }

utter_accused_crisis =
    Is it too much? De Luisterlijn listens day and night: 088-0767 000.
    Do you think about suicide? Call 113 or chat at 113.nl.
    In danger: 112. I cannot send help myself.

utter_accused_fresh =
    We record nothing about this question. What you typed here and did not send has been wiped.
    Is something happening to you at work? Then start a new chat.
    That is quite apart from this.
    .start = New chat
