# The library: procedures and places, for the desk of counsellors and for HR.

library-manager-above = Talk to another manager or one higher up

library-title = Library
library-link = Library
library-text = Here are procedures and places, in the same words as in the chat. Nobody keeps what you choose here.
library-kind = What is it about?
library-side = Where is it?
library-every = Everything
library-kinds = Unwanted behaviour
library-topics = Another question
library-side-inside = Inside the organisation
library-side-outside = Outside the organisation
library-side-own = Without anyone else
library-show = Show
library-open = All texts open, to print them too
library-none = There is nothing here. Choose 'Everything' to see more.
library-owner = Who keeps this up to date: { $owner }
library-owner-counsellors = the counsellors
library-on = checked on { $day }
library-never = not checked yet
library-old = Ask whether this is still right
library-source = source: { $source }

library-take = Add something from the library
library-take-hint = The text comes below what you wrote already. Nothing goes out yet. Take out what does not fit.
library-take-which = Which text?
library-take-now = Add it

# For HR
library-hr-title = Procedures
library-hr-text = Employees and counsellors read these texts. Look every year whether they are still right. Is something wrong? Tell whoever keeps the text up to date.
library-map-text = Are these names and ways to reach them still right? Look every year, and then press the button.
library-read = Read the text
