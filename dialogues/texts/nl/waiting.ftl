# Wachten op antwoord, en wat er dan kan.

utter_no_case =
    Ik zie hier geen bericht van jou aan een vertrouwenspersoon.
    Heb je een code? Gebruik die dan op de webpagina, bij 'Ik heb een code'.
    Op Telegram mag je de acht woorden ook in het gesprek typen. Ik haal ze dan meteen weg. Telegram zelf ziet ze wel.
    .start = Begin
utter_nothing_sent =
    Er is nog niets verstuurd. Daarom staat er nog niets bij 'Mijn bericht'.
    Heb je al een code? Gebruik die dan op de webpagina, bij 'Ik heb een code'.
    We gaan hier verder. Wat je vertelde, is er nog.
utter_status_waiting =
    Je bericht is bij { $counsellor_name }. Er is nog geen antwoord.
    Uiterlijk { $reply_by } hoor je iets.
    Iets toevoegen? Typ het hier. Het gaat naar dezelfde persoon, en naar niemand anders.
    .receipt = Lezen waar ik ja op zei
    .options = Mogelijkheden bekijken
    .withdraw = Mijn bericht terugtrekken
utter_status_open =
    { $counsellor_name } heeft je vraag aangenomen.
    Wat je hier typt, gaat naar { $counsellor_name } en naar niemand anders. Je naam gaat niet mee.
    .steps = Stappen
    .receipt = Lezen waar ik ja op zei
    .options = Mogelijkheden bekijken
    .end_contact = Het contact afsluiten
    .withdraw = Mijn bericht terugtrekken
utter_code_offer =
    Wil je op een andere plek verder? Dan kan ik je een code laten zien.
    .code = Laat een code zien
utter_status_closed =
    Het contact met { $counsellor_name } is afgesloten.
    De berichten zijn na { $closed_days } dagen weg. Met 'Alles wissen' zijn ze nu al weg.
    Een nieuw gesprek kan altijd.
    .start = Nieuw gesprek
utter_status_enough = Dat is goed. Er verandert niets.
utter_later =
    Dat is goed. Je kunt later kiezen, bij 'Mijn bericht'.
    .status = Mijn bericht

utter_receipt =
    Hier heb je ja op gezegd:
    { $receipt }
utter_code_once =
    Je code was te zien voor je het bericht stuurde. Ik kan de code niet nog een keer laten zien.
    Zo kan niemand anders de code hier vinden.
utter_ask_code_ok =
    Met een code kun je op een andere plek verdergaan, bijvoorbeeld op de webpagina.
    De code staat dan ook in Telegram. Na 10 minuten haal ik dat bericht weg.
    Wil je de code zien?
    .yes = Ja, laat zien
    .no = Nee
utter_code_telegram =
    Dit is jouw code:
    { NUMBERED($resume_code) }
    Schrijf de code op papier. Over 10 minuten haal ik dit bericht weg.

utter_ask_withdraw_ok =
    Wil je je bericht terugtrekken?
    { $counsellor_name } ziet dan alleen: teruggetrokken.
    Je woorden zijn dan weg. Dat kan niet meer terug.
    .yes = Ja, trek terug
    .no = Nee, laat staan
utter_withdrawn =
    Je bericht is teruggetrokken. De woorden zijn weg.
    { $counsellor_name } ziet alleen: teruggetrokken. Je hoeft niets uit te leggen.
    Een nieuw gesprek kan altijd.
    .start = Nieuw gesprek
utter_withdraw_failed =
    Het terugtrekken lukt nu niet. Er is niets veranderd.
    Je kunt het opnieuw proberen, of kies 'Alles wissen'.

utter_accepted =
    { $counsellor_name } heeft je vraag aangenomen.
    Jullie kunnen elkaar nu schrijven. Wat je hier typt, gaat naar { $counsellor_name }.
    Je naam gaat niet mee. Stoppen kan altijd.
utter_declined =
    { $counsellor_name } kan je vraag nu niet aannemen. Dat ligt niet aan jou.
    Er is niemand anders gevraagd. Jij kiest wat er gebeurt.
utter_ask_declined_next = Wat wil je?
    .other = Iemand anders vragen
    .outside = Hulp van buiten
    .stop = Mijn bericht terugtrekken
    .later = Nu niet kiezen
utter_overdue =
    { $counsellor_name } heeft nog niet geantwoord. Je zou uiterlijk { $reply_by } iets horen.
    Dat spijt ons. Er is niemand anders gevraagd. Jij kiest wat er gebeurt.
utter_away =
    { $counsellor_name } is er nu niet, en is terug op { $back_on }.
    Er is niemand anders gevraagd. Jij kiest wat er gebeurt.
utter_ask_overdue_next = Wat wil je?
    .wait = Nog wachten
    .no_answer = Ik hoef geen antwoord meer
    .other = Iemand anders vragen
    .outside = Hulp van buiten
    .stop = Mijn bericht terugtrekken
utter_overdue_wait =
    Dat is goed. Je bericht blijft bij { $counsellor_name }.
    Uiterlijk { $reply_by } hoor je iets. Is er dan nog geen antwoord, dan kun je opnieuw kiezen.
    Van gedachten veranderd? Kijk dan bij 'Mijn bericht'.
    .status = Mijn bericht
utter_away_wait =
    Dat is goed. Je contact met { $counsellor_name } blijft zoals het is.
    Schrijven kan nu ook. { $counsellor_name } is terug op { $back_on }.
    Van gedachten veranderd? Kijk dan bij 'Mijn bericht'.
    .status = Mijn bericht
utter_no_answer_needed =
    Dat is goed. Je contact met { $counsellor_name } blijft zoals het is.
    Je kunt altijd weer iets typen.
utter_waiting_changed =
    Dit is intussen veranderd. Je hoeft nu niets te kiezen.
    .status = Mijn bericht
utter_answer_by = Uiterlijk { $reply_by } hoor je iets van { $counsellor_name }. Zo niet, dan kies jij wat er gebeurt.
utter_counsellor_ended =
    { $counsellor_name } kan je niet meer helpen als vertrouwenspersoon. Dat ligt niet aan jou.
    { $counsellor_name } moet blijven zwijgen over wat je vertelde.
    Een ander krijgt je bericht alleen als jij dat wilt.
    Kies je niets? Dan wordt alles gewist op { $wiped_on }.
utter_ask_ended_next = Wat wil je?
    .other = Verder met iemand anders
    .outside = Hulp van buiten
    .wipe = Stoppen en alles wissen
    .later = Nu niet kiezen
utter_other_counsellor =
    Dat kan. Er gaat pas iets naar iemand anders na een nieuw ja van jou.
    Wie je bericht nu heeft, hoort dan alleen dat een ander het kreeg. Met wie je praat, blijft geheim.
    Eerst vraag ik opnieuw wie ik niet mag vragen.

code-here-opened =
    Je gesprek gaat hier verder. De woorden van je code heb ik hier weggehaald.
    Ik stuur hier niets uit mezelf. Kijk zelf of er nieuws is.
code-here-nothing =
    Deze code opent niets. Misschien staat er een woord verkeerd, of is het gesprek gewist.
    De acht woorden heb ik hier weggehaald. Je mag het nog een keer proberen.
code-here-taken =
    Hier staat al iets van jou. Dat raak je kwijt als dit gesprek ergens anders verdergaat.
    Rond het eerst af, of wis het. Daarna kun je de code hier typen. Of gebruik de code op de webpagina.
    De acht woorden heb ik hier weggehaald.
code-here-slow =
    Dat waren veel codes achter elkaar. Wacht een minuut en probeer het dan nog eens.
    De acht woorden heb ik hier weggehaald.

# Woorden van een code in het gesprek: niets daarvan wordt bewaard of verstuurd.
utter_code_page =
    Dit lijkt op een code. Ik heb het niet bewaard en het gaat naar niemand.
    Met een code open je een gesprek op de webpagina, bij 'Ik heb een code'.
    Was het geen code? Typ het dan opnieuw, met een paar woorden erbij.
utter_code_count =
    Dit lijkt op een code. Ik tel { $code_given } woorden. Een code is acht woorden.
    Ik heb het hier weggehaald en niet bewaard. Het gaat naar niemand.
    Kijk nog eens op je papier. Typ dan alle acht woorden in één bericht.
    Was het geen code? Typ het dan opnieuw, met een paar woorden erbij.
utter_code_unknown =
    Dit lijkt op een code. Eén woord of meer ken ik niet. Kijk op je papier naar woord { $code_places }.
    Ik heb het hier weggehaald en niet bewaard. Het gaat naar niemand.
    Typ dan alle acht woorden nog een keer, in één bericht.
    Was het geen code? Typ het dan opnieuw, met een paar woorden erbij.
