# When something is not possible, does not fit or goes wrong. What someone wrote stays.

utter_stale_button =
    This button belongs to an earlier question. Nothing has changed.
    Are you not safe? Choose 'Help now'.
    Would you like to change earlier answers? Choose 'Tell or ask' in the menu. Your words stay.
utter_words_kept =
    Thank you. I have kept your words. They have not been sent.
    Now choose a button, or type a number: 1 is the first button.
utter_choose_please = Choose a button, or type a number: 1 is the first button. Typing more words is fine too.
utter_empty = I saw no words. Would you like to type it again?
utter_too_much =
    This is more than I can keep at once. This part has not been kept.
    What you wrote before is still here. Send the rest in a smaller piece.
utter_unknown_command = I do not know this command. Type /menu to see what is possible here.
utter_unsupported =
    I cannot take photos, recordings, files, stickers, places or contacts.
    It has not been kept here and nobody gets it. Tell it in words, if you like.
utter_edited =
    I see that you changed a message. I still have the first text.
    Type the new words as a new message.
utter_private_only = Open Oor only talks in a chat with one person. I am leaving this group now.
utter_internal_error =
    Something went wrong on our side. What you wrote before is still here.
    Send your last message once more.
    Is there danger? Call 112.
