# Stappen: eerst de hele tekst, en pas iets doen na "ja, doe dit".

utter_ask_step = Over welke stap wil je meer zien?
    .skip = Terug
utter_steps_none =
    Er zijn nu geen stappen.
    Stelt je vertrouwenspersoon iets voor? Dan lees je het hier. Er gebeurt niets zonder jouw ja.
utter_step_waits =
    { $counsellor_name } stelt een stap voor. Er gebeurt niets zonder jouw ja.
    Kijk bij 'Stappen'. Is dit gesprek op slot? Vul dan eerst je code in.
    .steps = Stappen

utter_step_proposed_to =
    { $counsellor_name } stelt een stap voor: { $step_kind }.
    Deze tekst is voor: { $step_to }. Niemand anders krijgt de tekst.
    { $step_name }

    { $step_text }
utter_step_proposed_own =
    { $counsellor_name } stelt een stap voor die jij zelf doet: { $step_kind }.
    Er gaat niets naar iemand anders.
    { $step_name }

    { $step_text }
utter_step_mediates =
    { $counsellor_name } staat naast jou. Bij bemiddelen is die persoon er voor jullie allebei.
    Een andere vertrouwenspersoon kan dan met jou meegaan, als je dat wilt.
    Jij en de ander mogen allebei nee zeggen, en op elk moment stoppen.
utter_ask_step_next =
    Wil je dit? Zonder jouw ja gebeurt er niets.
    Je kunt kiezen tot en met { $step_until }. Kies je niets? Dan gebeurt er niets.
    .yes = Ja, doe dit
    .edit = De tekst aanpassen
    .no = Nee
    .later = Later beslissen
utter_ask_step_words =
    Typ de hele tekst zoals jij die wilt.
    Daarna lees je de tekst nog een keer. Pas dan kies je.
    .skip = Niets veranderen

utter_ask_step_subject_ok =
    Deze tekst is voor: { $step_to }.
    Gaat het over die persoon, of over iemand die daar werkt?
    .yes = Ja
    .no = Nee
utter_step_conflict =
    Het gaat over iemand daar. Dan past een andere plek beter:
    { $alternatives }
    Er is niets gedaan. Je kunt { $counsellor_name } om een ander voorstel vragen.
utter_ask_step_named_ok =
    Bij een formele melding staat je naam erbij. Zonder naam kan dit niet.
    De ander leest je naam en wat je schrijft, en wordt ook gehoord.
    Het kan, en het hoeft niet. Wil je dit met je naam?
    .yes = Ja, met mijn naam
    .no = Nee, nog niet
utter_ask_step_traceable_ok =
    Je naam staat er niet bij. In een klein team kunnen mensen je soms toch herkennen.
    Is je team groot genoeg, of is dat risico goed voor jou?
    .yes = Ja, dat is goed
    .no = Nee, liever niet
utter_ask_step_safety_ok =
    Voelt deze stap veilig voor je?
    Wil je de ander niet zien? Dat is ook goed.
    .yes = Ja
    .no = Nee of weet ik niet
utter_step_not_safe =
    Dan hoeft het niet. Er is niets gedaan.
    Je kunt { $counsellor_name } schrijven wat voor jou wel veilig is.
utter_ask_step_same_ok =
    { $counsellor_name } heeft eerder tussen jou en de ander bemiddeld.
    Daarom kan een andere vertrouwenspersoon je hierbij beter helpen.
    Wil je toch met { $counsellor_name } verder?
    .yes = Ja, met dezelfde persoon
    .no = Nee
utter_step_not_yet = Dat is goed. Er is niets gedaan. Het voorstel blijft staan.

utter_step_chosen =
    Je koos deze stap. { $counsellor_name } mag dit nu doen, met precies deze tekst.
    Je kunt het terugnemen tot het is gedaan, bij 'Stappen'.
    Is het op { $step_until } nog niet gedaan? Dan vervalt jouw ja.
    .steps = Stappen
utter_step_chosen_own =
    Je koos deze stap. Jij doet hem zelf, als jij dat wilt.
    { $counsellor_name } ziet dat je hem koos. Je vindt de tekst bij 'Stappen'.
    .steps = Stappen
utter_step_refused = Dat is goed. { $counsellor_name } ziet: nee. Er gebeurt niets.
utter_step_later =
    Dat is goed. Het voorstel blijft staan tot en met { $step_until }.
    Je vindt het bij 'Stappen'. Kies je niets? Dan gebeurt er niets.
    .steps = Stappen
utter_step_gone = Dat kan nu niet meer. Deze stap is net veranderd, gedaan of vervallen. Kijk bij 'Stappen'.
    .steps = Stappen

utter_step_chosen_shown =
    Je koos deze stap: { $step_kind }.
    Deze tekst is voor: { $step_to }.

    { $step_text }
utter_ask_step_chosen_next = De stap is nog niet gedaan. Wil je iets veranderen?
    .keep = Nee, laat staan
    .withdraw = Mijn ja terugnemen
utter_step_own_shown =
    Je koos deze stap: { $step_kind }. Jij doet hem zelf.

    { $step_text }
utter_ask_step_own_next = Hoe is het met deze stap?
    .did = Ik heb dit gedaan
    .keep = Nog niet gedaan
    .withdraw = Ik doe dit niet
utter_step_withdrawn = Je ja is teruggenomen. { $counsellor_name } kan dit niet meer doen.
utter_step_done =
    Deze stap is gedaan: { $step_kind }.

    { $step_text }
utter_step_ended = Deze stap is voorbij. Er is niets gedaan.
utter_step_carried_out =
    { $counsellor_name } heeft een stap gedaan die jij koos. Alleen met de tekst waar je ja op zei.
    Je leest die tekst bij 'Stappen'.
    .steps = Stappen

utter_step_reply_accepted =
    De ander wil het gesprek. Jij kunt nog steeds nee zeggen of stoppen.
    Schrijf { $counsellor_name } wat jij ervoor nodig hebt.
utter_step_reply_declined =
    Het gesprek met de ander gaat niet door. Dat mag, voor jullie allebei.
    Andere mogelijkheden blijven open. Nu niets doen kan ook.
    .options = Mogelijkheden bekijken
utter_step_reply_stopped =
    Het gesprek met de ander is gestopt. Dat mag, voor jullie allebei.
    Andere mogelijkheden blijven open. Nu niets doen kan ook.
    .options = Mogelijkheden bekijken
utter_step_reply_look = Er is nieuws over een stap. Vul eerst je code in. Kijk dan bij 'Stappen'.
    .steps = Stappen

utter_ask_step_outcome = Hoe ging het met de stap?
    .helped = Het heeft geholpen
    .partly = Een beetje
    .no = Het hielp niet
    .worse = Het is erger geworden
    .rather_not = Zeg ik liever niet
utter_step_helped =
    Fijn dat het hielp. Andere mogelijkheden blijven open.
    .options = Mogelijkheden bekijken
utter_step_not_enough =
    Dank je dat je dat zegt. Je kunt nu verder op een andere manier, of nu niets doen.
    Een formele melding kan ook. Het kan, en het hoeft niet.
    .options = Mogelijkheden bekijken

# Soorten stappen en voor wie ze zijn; werkplek en gesprek gebruiken dezelfde woorden.
fact-step-talk = zelf praten met de ander
fact-step-letter = zelf een brief of bericht schrijven
fact-step-together = samen naar een gesprek
fact-step-refer = hulp vragen op een andere plek
fact-step-group = een gesprek of training voor de hele groep
fact-step-signal = een signaal zonder je naam
fact-step-mediate = een bemiddeld gesprek
fact-step-complaint = een formele melding
fact-step-title = { $kind }: { $decision }
fact-step-to-nobody = niemand
fact-step-to-other = de ander
fact-step-to-manager = { $manager }
fact-step-to-manager-above = een andere of hogere leidinggevende
fact-step-to-hr = { $hr }
fact-step-to-board = { $board }
fact-step-to-board-alternative = de plek die er is in plaats van { $board }
fact-step-to-mediator = een onafhankelijke bemiddelaar
fact-step-to-outside = een organisatie buiten je werk
fact-decision-open = jij kiest nog
fact-decision-chosen = gekozen, nog niet gedaan
fact-decision-refused = niet gekozen
fact-decision-taken-back = voorstel is weg
fact-decision-withdrawn = ja teruggenomen
fact-decision-lapsed = vervallen
fact-decision-carried-out = gedaan
